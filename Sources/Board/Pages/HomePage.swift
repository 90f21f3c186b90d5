import DecisionStore
import Governance
import Notation

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
        if visit.has(.panel) {
            let counts = try site.store.read { try $0.waitingCounts(on: visit.today) }
            if counts.open > 0 { parts.append(part(.homePanel, "/panel", words(.homePanelCount, ["n": Numbers.grouped(counts.open), "overdue": Numbers.grouped(counts.overdue)]), visit)) }
        }
        let (open, overdue) = try site.store.read { (try $0.taskingCount(TaskingFilter()), try $0.taskingCount(TaskingFilter(overdueOn: visit.today))) }
        if open > 0 { parts.append(part(.homeTasks, "/tasks", words(.homeTasksCount, ["n": Numbers.grouped(open), "overdue": Numbers.grouped(overdue)]), visit)) }
        if parts.isEmpty { parts.append("<p>\(words[.homeNothing])</p>") }
        let roles = visit.person?.roles.map(\.rawValue).sorted().joined(separator: ", ") ?? ""
        parts.append("<p class=\"below\">\(words(.homeRoles, ["roles": roles]))</p>")
        return .html(Layout.page(words[.homeTitle], visit, HTML(parts)))
    }

    private static func part(_ title: Phrase, _ path: String, _ text: String, _ visit: Visit) -> HTML {
        "<h2><a href=\"\(path)\">\(visit.words[title])</a></h2>\n<p>\(text)</p>\n"
    }
}
