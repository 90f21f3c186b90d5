import DecisionStore
import Decisions
import HTTPTypes
import Notation
import TaskingProcess

/// What waits for a panel.
enum PanelPages {
    static func queue(_ site: Site, _ visit: Visit, _ purpose: String) throws -> Answer {
        let words = visit.words, query = visit.query
        let panel = site.panel(visit.people)
        let borough = query["borough"].isEmpty ? nil : query["borough"]
        let isOverdue = query["overdue"] == "1"
        let pages = ListPart(query)
        let (items, total) = try panel.queue(by: visit.who, why: purpose, borough: borough, overdueOnly: isOverdue, places: pages.range)
        let boroughs = try site.store.read { try $0.boroughs() }
        let list = items.map { item(visit, $0) }
        let shown: HTML = list.isEmpty ? "<p>\(words[.panelNone])</p>" : "<ol class=\"cards\">\(list)</ol>"
        return .html(
            Layout.page(
                words[.panel], visit,
                """
                \(Purpose.line(purpose, visit))
                <form class="row" method="get" action="/panel">
                \(Forms.choice("borough", words[.borough], [("", words[.boroughAll])] + boroughs.map { ($0, $0) }, chosen: borough ?? ""))
                \(Forms.choice("overdue", words[.panelWhich], [("", words[.panelAll]), ("1", words[.panelOverdue])], chosen: isOverdue ? "1" : ""))
                <button>\(words[.show])</button>
                </form>
                \(search(visit))
                <h2>\(words.count(total, .waitingOne, .waitingMany))</h2>
                \(shown)
                \(pages.links("/panel", ["borough": borough ?? "", "overdue": isOverdue ? "1" : ""], total: total, words))
                """))
    }

    private static func search(_ visit: Visit) -> HTML {
        """
        <form class="row" method="get" action="/nominals">
        \(Forms.field("id", visit.words[.openNominal], hint: visit.words[.openNominalHint], isRequired: true))
        <button class="second">\(visit.words[.open])</button>
        </form>
        """
    }

    /// From the search to the nominal's page.
    static func open(_ site: Site, _ visit: Visit) -> Answer {
        visit.query["id"].isEmpty ? .see("/panel") : .see("/nominals/" + percentEncoded(visit.query["id"]))
    }

    private static func item(_ visit: Visit, _ item: QueueItem) -> HTML {
        let words = visit.words
        let unknown: HTML = item.unknown.isEmpty ? .empty : "<p>\(words(.unknownFields, ["fields": item.unknown.map(\.title).joined(separator: ", ")]))</p>"
        let asked = item.kept.recommendation
        let rule: HTML = asked.title.map { "<p>\(words(.byRule, ["rule": $0]))</p>\n" } ?? .empty
        let reason: HTML = asked.because.isEmpty ? .empty : "<p>\(asked.because.joined(separator: " "))</p>\n"
        return """
            <li>
            <h3><a href="/nominals/R\(item.kept.id)">\(item.kept.nominal)</a></h3>
            <p><strong>\(capital(item.act))</strong> · \(words(.standsNow, ["standing": PanelWords.standing(item.standing)])) · \(item.kept.borough)</p>
            \(rule)\(reason)\(unknown)
            <p>\(deadline(item.kept.decideBy, item.overdue, visit)) <span class="why">· R\(item.kept.id)</span></p>
            </li>

            """
    }

    static func deadline(_ day: Day, _ overdue: Int, _ visit: Visit) -> HTML {
        let text = PanelWords.deadline(day, on: visit.today)
        return overdue > 0 ? "<span class=\"state waits\">\(text)</span>" : .text(capital(text))
    }
}
