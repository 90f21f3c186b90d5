import Governance
import HTTPTypes

/// Every address of the site, and who may use it.
enum Routes {
    static let all: [Route] = open + SiteFiles.all.map(\.route) + board + panel + linked + tasks + reports + audit + editor + api

    private static let icon: @Sendable (Site, Visit) throws -> Answer = { _, _ in Answer(type: "image/svg+xml", body: Array(SiteIcon.svg.utf8)) }

    private static let open: [Route] = [
        .get(SiteIcon.path, .anyone, icon),
        // What browsers ask for by themselves on the approval pack's page.
        .get("/favicon.ico", .anyone, icon),
        .get("/sign-in", .anyone, SignInPages.show),
        .post("/sign-in", .anyone, SignInPages.signIn),
        .post("/sign-out", .signedIn, SignInPages.signOut),
        .get("/", .signedIn, HomePage.show),
    ]

    private static let board: [Route] =
        [
            .get("/packs", .signedIn, PackPages.list),
            .get("/packs/:approval", .signedIn, PackPages.show),
            .get("/packs/:approval/page", .signedIn, PackPages.page),
            .get("/packs/:approval/words", .signedIn, PackPages.inWords),
            .get("/packs/:approval/evidence.json", .signedIn, PackPages.evidence),
        ] + PackAct.allCases.flatMap { act -> [Route] in
            let access = Access.roles(act == .withdraw ? [.board, .analyst] : [.board])
            return [
                .get("/packs/:approval/\(act.rawValue)", access, ActPages.show(act)), .post("/packs/:approval/\(act.rawValue)", access, takesFile: true, ActPages.perform(act)),
            ]
        }

    private static let panel: [Route] = [
        .get("/purpose", .signedIn, Purpose.ask),
        .post("/purpose", .signedIn, Purpose.give),
        .get("/panel", .roles([.panel]), Purpose.needed(PanelPages.queue)),
        .get("/nominals", .roles([.panel]), PanelPages.open),
        .get("/nominals/:reference", .roles([.panel]), Purpose.needed(NominalPage.show)),
        .post("/nominals/:reference/decision", .roles([.panel]), Purpose.needed(DecisionForms.record)),
        .post("/nominals/:reference/review", .roles([.panel]), Purpose.needed(DecisionForms.recordReview)),
    ]

    /// Those who are given work are whomever `waymark.lua` names, whatever their role.
    private static let tasks: [Route] = [
        .get("/tasks", .signedIn, Purpose.needed(TaskPages.list)),
        .get("/tasks/:task", .signedIn, Purpose.needed(TaskPages.show)),
        .post("/tasks/:task/done", .signedIn, Purpose.needed(TaskPages.finish)),
        .post("/tasks/:task/cancel", .signedIn, Purpose.needed(TaskPages.cancel)),
    ]

    private static let audit: [Route] = [
        .get("/audit", .roles([.auditor]), AuditPages.list),
        .get("/audit/log.ndjson", .roles([.auditor]), AuditPages.export),
    ]
}
