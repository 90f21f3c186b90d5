import Governance

/// What waits for whoever is signed in.
enum HomePage {
    static func show(_ site: Site, _ visit: Visit) throws -> Answer {
        let words = visit.words
        var parts: [HTML] = []
        if visit.has(.board) || visit.has(.analyst) {
            let waiting = try site.book(visit.people, visit.today).standings.filter { $0.state == .submitted }
            func add(_ title: Phrase, _ standings: [PackStanding]) {
                if !standings.isEmpty { parts.append("<h2>\(words[title])</h2>\n\(PackPages.cards(standings, visit))") }
            }
            if visit.has(.board) {
                let mine = waiting.filter { PackPages.maySign($0, visit) }
                add(.homeSign, mine)
                add(.homeSigned, waiting.filter { $0.examination.hasSigned(visit.who) })
            }
            if visit.has(.analyst) { add(.homeYours, waiting.filter { $0.approval?.author == visit.who }) }
        }
        if parts.isEmpty { parts.append("<p>\(words[.homeNothing])</p>") }
        let roles = visit.person?.roles.map(\.rawValue).sorted().joined(separator: ", ") ?? ""
        parts.append("<p class=\"below\">\(words(.homeRoles, ["roles": roles]))</p>")
        return .html(Layout.page(words[.homeTitle], visit, HTML(parts)))
    }
}
