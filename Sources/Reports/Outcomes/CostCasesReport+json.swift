package import Evidence
package import Notation

extension CostCasesReport {
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("cases")
        json.beginArray()
        for one in cases { write(one, to: &json) }
        json.endArray()
        json.key("rounding"); json.string(CostCasesReport.rounding)
        json.key("caveats"); json.strings(caveats)
        json.endObject()
    }

    private func write(_ one: CostCase, to json: inout JSONWriter) {
        json.beginObject()
        json.key("case"); json.string(one.name)
        json.key("lines")
        json.beginArray()
        for line in one.lines {
            json.beginObject()
            json.key("side"); json.string(line.side.rawValue)
            json.key("item"); json.string(line.item)
            json.key("quantity"); json.int(line.quantity)
            json.key("unit"); json.string(line.unit)
            json.key("price_pence"); json.int(line.price.value)
            json.key("per"); json.int(line.per)
            json.key("pence"); json.int(line.amount.value)
            json.key("printed_pence"); json.optional(line.printed?.value)
            json.key("source"); json.string(line.source)
            json.key("note"); json.string(line.note)
            json.endObject()
        }
        json.endArray()
        for (name, computed, printed) in sums(one) {
            json.key(name)
            json.beginObject()
            json.key("pence"); json.int(computed.value)
            json.key("printed_pence"); json.optional(printed?.value)
            json.endObject()
        }
        json.key("differences"); json.strings(differences(one))
        json.endObject()
    }

    private func sums(_ one: CostCase) -> [(name: String, computed: Pence, printed: Pence?)] {
        [
            ("before", one.total(.before), one.printedTotals[.before]), ("after", one.total(.after), one.printedTotals[.after]),
            ("difference", one.difference, one.printedDifference),
        ]
    }

    /// One line a figure, in pounds.
    package var csv: String {
        typealias Row = ReportTable.Row
        let pounds = CSVNumber.pounds
        var rows: [Row] = []
        for one in cases {
            rows += one.lines.map {
                Row([one.name, $0.side.rawValue, $0.item, String($0.quantity), pounds($0.price), String($0.per), pounds($0.amount), $0.printed.map(pounds) ?? "", $0.note])
            }
            rows += sums(one).map { Row([one.name, $0.name == "difference" ? "" : $0.name, $0.name == "difference" ? "difference" : "total", "", "", "", pounds($0.computed), $0.printed.map(pounds) ?? "", ""]) }
            rows += differences(one).map { Row([one.name, "", "print", "", "", "", "", "", $0]) }
        }
        rows += caveats.map { Row(["", "", "caveat", "", "", "", "", "", $0]) }
        let columns: [ReportTable.Column] = [
            .text("case"), .text("side"), .text("item"), .number("quantity"), .number("price"), .number("per"), .number("computed"), .number("printed"), .text("note"),
        ]
        return ReportTable("", columns: columns, rows: rows).csv
    }
}
