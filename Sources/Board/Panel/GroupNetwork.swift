import DecisionStore
import HTTPTypes
import TaskingProcess

/// Whom a nominal is linked with, drawn and in words.
enum GroupNetwork {
    static func show(_ site: Site, _ visit: Visit, _ purpose: String) throws -> Answer {
        let words = visit.words
        let panel = site.panel(visit.people)
        let (nominal, groups) = try panel.groups(visit["reference"], by: visit.who, why: purpose) { try site.runs.map(of: $0, panel) }
        let parts = groups.enumerated().map { part($1, $0, words) }
        return .html(
            Layout.page(
                words(.groupTitle, ["nominal": nominal]), visit,
                """
                \(Purpose.line(purpose, visit))
                <p><a href="/nominals/\(percentEncoded(nominal))">\(words(.backToNominal, ["nominal": nominal]))</a></p>
                \(parts.isEmpty ? "<p class=\"lead\">\(words[.groupNobody])</p>" : HTML(parts))
                <p class="below">\(words[.groupWho])</p>
                """))
    }

    private static func part(_ group: GroupPicture, _ number: Int, _ words: Words) -> HTML {
        let shared = group.key.map { ": \($0)" } ?? ""
        let capped: HTML = group.left > 0
            ? "<p class=\"notice\">\(words(.groupCapped, ["shown": String(group.people.count), "all": String(group.people.count + group.left)]))</p>\n" : .empty
        return """
            <section aria-labelledby="group-\(number)">
            <h2 id="group-\(number)">\(group.title)\(shared)</h2>
            <p>\(words.count(group.people.count + group.left, .groupOne, .groupMany))</p>
            \(capped)\(NetworkDrawing(group, words: words).figure(number))
            <h3>\(words[.groupInWords])</h3>
            <ul class="linked">
            \(group.people.indices.map { item($0, group, words) })</ul>
            </section>

            """
    }

    private static func item(_ place: Int, _ group: GroupPicture, _ words: Words) -> HTML {
        let person = group.people[place]
        let ties = group.ties.filter { $0.from == place || $0.to == place }.map { tie -> HTML in
            "\(id(tie.from == place ? tie.to : tie.from, group)) (\(tie.kinds.map { kind($0, words) }.joined(separator: ", ")))"
        }
        let linked: HTML = ties.isEmpty ? .empty : "; \(words[.linkedWith]) \(HTML(ties.prefix(1) + ties.dropFirst().map { ", " + $0 }))"
        let own: HTML = place == 0 ? "<strong>\(id(place, group))</strong>" : "<a href=\"/nominals/\(percentEncoded(person.id))\">\(id(place, group))</a>"
        return "<li>\(own): \(PanelWords.standing(person.standing))\(linked)</li>\n"
    }

    /// On one line, as long as it fits on a small screen.
    private static func id(_ place: Int, _ group: GroupPicture) -> HTML {
        let id = group.people[place].id
        return id.count > 20 ? .text(id) : "<span class=\"id\">\(id)</span>"
    }

    /// How a kind of link reads; one that a borough has of its own as it is written.
    static func kind(_ kind: String, _ words: Words) -> String {
        switch kind {
        case "co_offender": words[.linkCoOffender]
        case "family": words[.linkFamily]
        case "gang": words[.linkGang]
        case "other": words[.linkOther]
        default: PanelWords.value(kind)
        }
    }
}
