import Governance

extension Routes {
    /// The analyst's editor of draft packs. Nothing here approves, submits or runs anything.
    static let editor: [Route] = [
        .get("/drafts", .roles([.analyst]), DraftPages.list),
        .post("/drafts", .roles([.analyst]), DraftPages.begin),
        .get("/drafts/:draft", .roles([.analyst]), DraftPages.show),
        .post("/drafts/:draft", .roles([.analyst]), DraftPages.addFile),
        .get("/drafts/:draft/files/:file", .roles([.analyst]), EditorPage.show),
        .get("/drafts/:draft/catalogue.json", .roles([.analyst]), EditorAnswers.catalogue),
        text("save", EditorAnswers.save), text("check", EditorAnswers.check), text("test", EditorAnswers.test), text("impact", EditorAnswers.impact),
    ]

    /// A whole file is sent, whose lines browsers end with two letters each.
    private static func text(_ act: String, _ handle: @escaping @Sendable (Site, Visit) throws -> Answer) -> Route {
        .post("/drafts/:draft/\(act)", .roles([.analyst]), takesFile: true, mostBytes: 4 * Drafts.mostBytes, handle)
    }
}
