package import Evidence
package import Notation

extension PublishedTotals: PrintedReport {
    package var caveats: [String] {
        [
            "The totals are as published; nothing here checks how they were counted.",
            "The same people at two times, without a comparison group: people are chosen when their offending is at its height, and a fall is to be expected for that reason alone.",
            "“Projected annual” totals rest on the publisher's own projection; whether time in custody was taken out is not said.",
            "A cost of crime is an average by a table of prices, not money that anybody saved.",
        ]
    }

    package var page: ReportPage {
        let rows = measures.map { measure in
            ReportTable.Row([
                measure.name, words(measure.before, measure.unit), words(measure.during, measure.unit), change(measure.change, measure.unit), FigureWords.percent(measure.tenths),
            ])
        }
        let table = ReportTable(
            "Totals as published, and the change computed", columns: [.text("Measure"), .number("Before"), .number("During"), .number("Change"), .number("In percent")],
            rows: rows, notes: [FigureWords.rounding])
        return ReportPage(
            title: "Published totals, before and during management", lead: measures.map { "\($0.name): \(FigureWords.percent($0.tenths))." },
            facts: [ReportFact("Source", source)],
            sections: [
                ReportSection("Figures", [.table(table), .note(ReportNote(.caution, "Read with the figures", caveats))]),
                ReportSection("The arithmetic", [.list(measures.map(arithmetic)), .note(ReportNote(.remark, "Against the print", measures.map(print)))]),
            ])
    }

    private func words(_ value: Int, _ unit: Unit) -> String { unit == .count ? Numbers.grouped(value) : Pence(value).description }

    private func change(_ value: Int, _ unit: Unit) -> String { unit == .count ? FigureWords.change(value) : FigureWords.change(Pence(value)) }

    private func arithmetic(_ measure: Measure) -> String {
        let (before, during) = (words(measure.before, measure.unit), words(measure.during, measure.unit))
        // A tenth of a percent is shown as it came out before it was rounded to one decimal.
        let fine = measure.before > 0 ? Share.decimals(Share.rounded(measure.change * 100_000, over: measure.before), places: 3) : FigureWords.none
        return "\(measure.name): \(during) − \(before) = \(change(measure.change, measure.unit)); divided by \(before) = \(fine)%, rounded \(FigureWords.percent(measure.tenths))."
    }

    private func print(_ measure: Measure) -> String {
        var said: [String] = []
        if let printed = measure.printedTenths {
            said.append(printed == measure.tenths ? "the percentage is as printed" : "the percentage is printed as \(FigureWords.percent(printed))")
        }
        if let printed = measure.printedChange {
            let isWhole = measure.unit == .pounds && Pence(measure.change).wholePounds.value == printed && printed != measure.change
            said.append(
                printed == measure.change
                    ? "the change is as printed"
                    : "the change is printed as \(change(printed, measure.unit))" + (isWhole ? ", to a whole pound" : ""))
        }
        return "\(measure.name): " + (said.isEmpty ? "nothing is printed to compare with" : said.joined(separator: "; ")) + "."
    }

    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("source"); json.string(source)
        json.key("measures")
        json.beginArray()
        for measure in measures {
            json.beginObject()
            json.key("measure"); json.string(measure.name)
            json.key("unit"); json.string(measure.unit == .count ? "count" : "pence")
            json.key("before"); json.int(measure.before)
            json.key("during"); json.int(measure.during)
            json.key("change"); json.int(measure.change)
            json.key("change_percent"); json.decimal(measure.tenths, over: 10)
            json.key("printed_change"); json.optional(measure.printedChange)
            json.key("printed_percent"); json.decimal(measure.printedTenths, over: 10)
            json.endObject()
        }
        json.endArray()
        json.key("rounding"); json.string(FigureWords.rounding)
        json.key("caveats"); json.strings(caveats)
        json.endObject()
    }

    /// One line a measure; amounts in pounds.
    package var csv: String {
        func plain(_ value: Int?, _ unit: Unit) -> String { value.map { unit == .count ? String($0) : CSVNumber.pounds(Pence($0)) } ?? "" }
        func percent(_ tenths: Int?) -> String { tenths.map { CSVNumber.decimals($0, places: 1) } ?? "" }
        let rows = measures.map {
            ReportTable.Row([
                $0.name, $0.unit.rawValue, plain($0.before, $0.unit), plain($0.during, $0.unit), plain($0.change, $0.unit), percent($0.tenths),
                plain($0.printedChange, $0.unit), percent($0.printedTenths), "",
            ])
        }
        let columns: [ReportTable.Column] = [
            .text("measure"), .text("unit"), .number("before"), .number("during"), .number("change"), .number("change_percent"), .number("printed_change"),
            .number("printed_percent"), .text("note"),
        ]
        return ReportTable("", columns: columns, rows: rows + caveats.map { ReportTable.Row(["caveat", "", "", "", "", "", "", "", $0]) }).csv
    }
}
