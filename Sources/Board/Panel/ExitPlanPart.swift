import DecisionStore
import HTTPTypes
import Notation
import RulePacks
import TaskingProcess

/// How and when a nominal would leave, on a page of its own: every rule of de-selection is tried on each day of some years.
enum ExitPlanPart {
    static func show(_ site: Site, _ visit: Visit, _ purpose: String) throws -> Answer {
        let words = visit.words
        let panel = site.panel(visit.people)
        let picture = try panel.exit(visit["reference"], by: visit.who, why: purpose) { try site.runs.explainer(of: $0, panel) }
        let basis: HTML =
            picture.run.map { "<p class=\"below\">\(words(.exitBasis, ["day": $0.asOf.inWords, "pack": $0.packID, "version": $0.version]))</p>" } ?? .empty
        return .html(
            Layout.page(
                words(.exitTitle, ["nominal": picture.nominal]), visit,
                """
                \(Purpose.line(purpose, visit))
                <p><a href="/nominals/\(percentEncoded(picture.nominal))">\(words(.backToNominal, ["nominal": picture.nominal]))</a></p>
                \(plan(picture, words))
                \(basis)
                """))
    }

    private static func plan(_ picture: ExitPicture, _ words: Words) -> HTML {
        if let error = picture.error { return "<p class=\"problem\">\(words(.rulesFailed, ["error": error]))</p>" }
        guard picture.run != nil else { return "<p>\(words[.exitNoRun])</p>" }
        guard let leaving = picture.leaving else { return "<p>\(words[.exitNone])</p>" }
        // The last line says when.
        let when: HTML = leaving.lines.last.map { "<p class=\"notice\">\(Inline.text($0))</p>\n" } ?? .empty
        return "\(when)<h2>\(words[.exitRules])</h2>\n<p>\(words[.exitLead])</p>\n<ul>\(items(leaving.lines.dropLast()))</ul>"
    }

    /// Lines that begin with a dash belong to the one before them.
    private static func items(_ lines: some Sequence<String>) -> [HTML] {
        var items: [(line: String, parts: [String])] = []
        for line in lines {
            if line.hasPrefix("– "), !items.isEmpty { items[items.count - 1].parts.append(String(line.dropFirst(2))) } else { items.append((line, [])) }
        }
        return items.map { item in
            let parts: HTML = item.parts.isEmpty ? .empty : "\n<ul>\(item.parts.map { part -> HTML in "<li>\(Inline.text(part))</li>" })</ul>"
            return "<li>\(Inline.text(item.line))\(parts)</li>\n"
        }
    }

    /// From the nominal's page to what is worked out on pages of their own.
    static func links(_ picture: PanelPicture, _ words: Words) -> HTML {
        guard picture.basis != nil else { return .empty }
        let path = "/nominals/\(percentEncoded(picture.nominal.id))"
        let group: HTML = picture.hasGroups ? "\n<li><a href=\"\(path)/group\">\(words[.groupLink])</a></li>" : .empty
        return "<h2>\(words[.furtherTitle])</h2>\n<ul>\n<li><a href=\"\(path)/exit\">\(words[.exitLink])</a></li>\(group)\n</ul>\n"
    }
}
