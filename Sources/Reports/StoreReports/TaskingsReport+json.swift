package import Evidence
package import Notation

extension TaskingsReport {
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("from"); json.string(scope.from.description)
        json.key("to"); json.string(scope.to.description)
        scope.source.writeKeys(to: &json)
        json.key("boroughs")
        json.objects(boroughs) { borough, json in
            json.key("borough"); json.string(borough)
            json.key("kinds")
            json.objects(kinds) { kind, json in
                json.key("kind"); json.string(kind)
                json.figures(figures(borough, kind))
            }
            json.key("all"); json.object(figures(borough, nil))
        }
        json.key("total")
        json.objects(kinds) { kind, json in
            json.key("kind"); json.string(kind)
            json.figures(figures(nil, kind))
        }
        json.key("all"); json.object(figures(nil, nil))
        json.key("months")
        json.objects(scope.months) { month, json in
            json.key("month"); json.string(month.name)
            json.key("kinds")
            json.objects(kinds) { kind, json in
                json.key("kind"); json.string(kind)
                json.figures(figures(month, kind))
            }
        }
        json.key("caveats"); json.strings(caveats)
        json.endObject()
    }

    /// A line for each borough and one for all of them, with columns for each kind; then all of them by month, and what must be
    /// read beside the figures.
    package var csv: String {
        let parts = kinds + ["all"]
        let columns = parts.flatMap { part in TaskingFigures().csvCells.map { ReportTable.Column.number("\(part)_\($0.0)") } }
        func cells(_ borough: String?) -> [String] { (kinds.map { figures(borough, $0) } + [figures(borough, nil)]).flatMap { $0.csvCells.map(\.1) } }
        var rows = boroughs.map { ReportTable.Row([$0] + cells($0) + ["", ""]) }
        rows.append(ReportTable.Row(["Total"] + cells(nil) + ["", ""]))
        rows += scope.months.map { month in
            let parts = kinds.map { figures(month, $0) }
            return ReportTable.Row(["Total"] + (parts + [TaskingFigures(parts)]).flatMap { $0.csvCells.map(\.1) } + [month.name, ""])
        }
        let empty = columns.map { _ in "" }
        rows += caveats.map { ReportTable.Row([""] + empty + ["", $0]) }
        return ReportTable("", columns: [.text("borough")] + columns + [.text("month"), .text("note")], rows: rows).csv
    }
}

extension TaskingFigures {
    fileprivate var csvCells: [(String, String)] {
        counts.map { ($0.0, String($0.1)) } + [("median_days", CSVDays.median(toDone))]
    }
}

extension JSONWriter {
    fileprivate mutating func figures(_ figures: TaskingFigures) {
        counts(figures.counts)
        key("days_to_done"); days(figures.toDone)
    }

    fileprivate mutating func object(_ figures: TaskingFigures) {
        beginObject()
        self.figures(figures)
        endObject()
    }
}
