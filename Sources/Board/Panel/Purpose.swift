import Governance
import HTTPTypes

/// Why somebody looks at nominals. It is asked before the first of them, shown beside each, and written into the log with every
/// view.
enum Purpose {
    /// Milliseconds after which it is asked anew.
    static let span = 60 * 60_000

    /// The purpose that counts now; nil where it has to be asked. For a form it is that of the page on which it stood, however long
    /// somebody wrote on it.
    static func current(_ site: Site, _ visit: Visit) -> String? {
        guard let session = visit.session, let given = site.sessions.change(session, { $0.purpose }) ?? nil, visit.method == .post || site.now - given.at < span else { return nil }
        return given.words
    }

    /// Does what needs a purpose, or asks for it first.
    static func needed(_ handle: @escaping @Sendable (Site, Visit, String) throws -> Answer) -> @Sendable (Site, Visit) throws -> Answer {
        { site, visit in
            guard let purpose = current(site, visit) else { return asked(visit, then: visit.method == .post ? page(above: visit.path) : visit.path) }
            return try handle(site, visit, purpose)
        }
    }

    /// The page whose form leads to a path.
    private static func page(above path: String) -> String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

    /// The form that asks for it, and leads to a path.
    static func asked(_ visit: Visit, then: String) -> Answer { form(visit, then: then) }

    private static func form(_ visit: Visit, then: String, problems: [Problem] = [], status: HTTPResponse.Status = .ok) -> Answer {
        let words = visit.words
        let isOfFigures = then.hasPrefix("/reports")
        return .html(
            Layout.page(
                words[isOfFigures ? .purposeOfFigures : .purposeTitle], visit, problems: problems, isNarrow: true,
                """
                <p>\(words[isOfFigures ? .purposeOfFiguresLead : .purposeLead])</p>
                <form method="post" action="/purpose" novalidate>
                \(Forms.token(visit))
                <input type="hidden" name="then" value="\(SignInPages.local(then))">
                \(Forms.field("purpose", words[.purpose], value: visit.form["purpose"], hint: words[.purposeHint], problems: problems))
                <button>\(words[.purposeButton])</button>
                </form>
                """), status: status)
    }

    static func ask(_ site: Site, _ visit: Visit) -> Answer { form(visit, then: visit.query["then"]) }

    static func give(_ site: Site, _ visit: Visit) -> Answer {
        let purpose = visit.form["purpose"]
        guard isGiven(purpose) else {
            return form(visit, then: visit.form["then"], problems: [Problem("purpose", visit.words[.purposeMissing])], status: .unprocessableContent)
        }
        let now = site.now
        _ = visit.session.flatMap { site.sessions.change($0) { $0.purpose = (now, purpose) } }
        return .see(SignInPages.local(visit.form["then"]))
    }

    /// Whether a text says what for.
    static func isGiven(_ purpose: String) -> Bool { (5...200).contains(purpose.count) }

    /// The line that says it on a page.
    static func line(_ purpose: String, _ visit: Visit) -> HTML {
        "<p class=\"purpose\">\(visit.words[.purposeNow]) <strong>\(purpose)</strong> <a href=\"/purpose?then=\(percentEncoded(visit.path))\">\(visit.words[.purposeChange])</a></p>\n"
    }
}
