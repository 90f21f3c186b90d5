import DecisionStore
import Evidence
import HTTPTypes
import Reports

/// Figures about the cohort, panels and work, as pages and as tables for spreadsheets.
enum ReportPages {
    static func list(_ site: Site, _ visit: Visit) -> Answer {
        let words = visit.words
        let items = ReportKind.allCases.map { kind -> HTML in "<dt><a href=\"\(kind.path)\">\(words[kind.title])</a></dt><dd>\(words[kind.answers])</dd>\n" }
        return .html(Layout.page(words[.reports], visit, "<p class=\"lead\">\(words[.reportsLead])</p>\n<dl class=\"reading\">\n\(items)</dl>\n<p class=\"below\">\(words[.reportsFiles])</p>\n"))
    }

    static func show(_ kind: ReportKind) -> @Sendable (Site, Visit) throws -> Answer {
        { site, visit in
            let words = visit.words
            guard let purpose = Purpose.current(site, visit) else { return Purpose.asked(visit, then: kind.path) }
            let boroughs = try site.store.read { try $0.boroughs() }
            let choice = ReportChoice(kind, visit.query, boroughs: boroughs, today: visit.today, words)
            guard choice.problems.isEmpty else { return refused(choice, boroughs, visit) }
            let figures = try choice.figures(site, by: visit.who, why: purpose)
            let links = TableLinks(words[.asCSV]) { "\(kind.path).csv?table=\($0)&\(choice.query)" }
            return .html(
                Layout.page(
                    words[kind.title], visit, files: SiteFiles.charts,
                    """
                    \(Purpose.line(purpose, visit))
                    \(form(choice, boroughs, visit))
                    \(counted(figures, words))
                    \(HTML.written(figures.report.page.fragment(links)))
                    <p><a href="\(kind.path).csv?\(choice.query)">\(words[.allAsCSV])</a>: \(words[.allAsCSVMore])</p>
                    """), scripts: true)
        }
    }

    /// One table of the report, or all of its figures.
    static func csv(_ kind: ReportKind) -> @Sendable (Site, Visit) throws -> Answer {
        { site, visit in
            // Then the page, where the days that were chosen can be chosen again.
            guard let purpose = Purpose.current(site, visit) else { return Purpose.asked(visit, then: kind.path) }
            let boroughs = try site.store.read { try $0.boroughs() }
            let choice = ReportChoice(kind, visit.query, boroughs: boroughs, today: visit.today, visit.words)
            guard choice.problems.isEmpty else { return refused(choice, boroughs, visit) }
            let report = try choice.figures(site, by: visit.who, why: purpose).report
            let table = visit.query["table"].isEmpty ? nil : visit.query["table"]
            guard let text = table.map({ report.page.spreadsheet($0) }) ?? report.csv else { throw Missing() }
            return .file(choice.fileName(table: table), type: "text/csv; charset=utf-8; header=present", body: SpreadsheetFile.bytes(text))
        }
    }

    private static func counted(_ figures: FigureDesk.Figures, _ words: Words) -> HTML {
        let time = StoreClock.text(figures.countedAt).dropFirst(11).prefix(8)
        return "<p class=\"below\">\(words(figures.isBehind ? .countedBehind : .counted, ["time": String(time)]))</p>"
    }

    private static func refused(_ choice: ReportChoice, _ boroughs: [String], _ visit: Visit) -> Answer {
        .html(Layout.page(visit.words[choice.kind.title], visit, problems: choice.problems, form(choice, boroughs, visit)), status: .unprocessableContent)
    }

    private static func form(_ choice: ReportChoice, _ boroughs: [String], _ visit: Visit) -> HTML {
        let words = visit.words, kind = choice.kind, problems = choice.problems
        func field(_ name: String, _ label: Phrase, _ value: String) -> HTML {
            let isWrong = problems.contains { $0.field == name }
            return Forms.field(name, words[label], value: isWrong ? visit.query[name] : value, problems: problems, isRequired: false)
        }
        var fields: [HTML] = [Forms.choice("borough", words[.borough], [("", words[.boroughAll])] + boroughs.map { ($0, $0) }, chosen: choice.borough ?? "", problems: problems)]
        if kind.filters.contains(.period) {
            fields.append(field("from", .firstDay, "\(choice.period.lowerBound)") + field("to", .lastDay, "\(choice.period.upperBound)"))
        }
        if kind.filters.contains(.began) {
            fields.append(field("from", .beganFrom, choice.from.map { "\($0)" } ?? "") + field("to", .beganTo, choice.to.map { "\($0)" } ?? ""))
        }
        if kind.filters.contains(.lastDay) { fields.append(field("to", .lastDay, "\(choice.last)")) }
        if kind.filters.contains(.months) { fields.append(field("months", kind == .outcomes ? .monthsCompared : .monthsBack, String(choice.months))) }
        if kind.filters.contains(.matrix) { fields.append(field("matrix", .matrixName, choice.matrix)) }
        if kind.filters.contains(.every) {
            fields.append(Forms.choice("every", words[.every], [("quarters", words[.everyQuarter]), ("months", words[.everyMonth])], chosen: choice.every.rawValue))
        }
        if kind.filters.contains(.field) {
            let choices = [("", words[.fieldsAll])] + ReportChoice.fields.map { ($0.name, capital($0.title)) }
            fields.append(Forms.choice("field", words[.groupedBy], choices, chosen: choice.field ?? "", problems: problems))
        }
        return """
            <form class="row filters" method="get" action="\(kind.path)" aria-label="\(words[.whatIsCounted])" novalidate>
            \(fields)
            <button>\(words[.show])</button>
            </form>

            """
    }
}
