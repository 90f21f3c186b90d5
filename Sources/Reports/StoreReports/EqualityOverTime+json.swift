package import Evidence
package import Notation

extension EqualityOverTime {
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        scope.writeKeys(to: &json)
        json.key("every"); json.string(length.one)
        json.key("by")
        json.objects(by) { field, json in
            json.key("field"); json.string(field.field)
            json.key("measures")
            json.objects(field.measures) { measure, json in
                json.key("measure"); json.string(measure.measure.rawValue)
                json.key("groups")
                json.objects(measure.groups) { group, json in
                    json.key("value"); json.string(group.value)
                    if let rate = group.rate { json.members(rate) }
                    json.suppressed(group.suppression)
                }
                json.key("series")
                json.objects(measure.series) { series, json in
                    json.key("value"); json.string(series.value)
                    json.suppressed(series.suppression)
                    if series.suppression == nil {
                        json.key("points")
                        json.objects(Array(zip(periods, series.rates))) { point, json in
                            json.key("period"); json.string(point.0.name)
                            if let rate = point.1 { json.members(rate) }
                        }
                    }
                }
            }
        }
        json.key("caveats"); json.strings(caveats)
        json.endObject()
    }

    /// One line a rate; its numbers are empty where the group is not shown, or there is nobody to count among.
    package var csv: String {
        typealias Row = ReportTable.Row
        func row(_ field: String, _ measure: Measure, _ group: String, _ period: String, _ rate: Rate?, _ hidden: EqualityGroup.Suppression?) -> Row {
            let numbers = rate.map { [String($0.of), String($0.count)] + [$0.rate, $0.low, $0.high].map { fixedText($0, places: 4) } } ?? Array(repeating: "", count: 5)
            return Row([field, measure.rawValue, group, period] + numbers + [hidden == nil ? "" : "not shown"])
        }
        var rows: [Row] = []
        for field in by {
            for measure in field.measures {
                rows += measure.groups.map { row(field.field, measure.measure, $0.value, "", $0.rate, $0.suppression) }
                for series in measure.series where series.suppression == nil {
                    rows += zip(periods, series.rates).map { row(field.field, measure.measure, series.value, $0.name, $1, nil) }
                }
            }
        }
        let about = [("from", scope.from.description), ("to", scope.to.description), ("borough", scope.source.borough ?? ""), ("restricted", String(scope.source.restricted))]
        let notes = about.map { "\($0): \($1)" } + caveats
        rows += notes.map { Row(Array(repeating: "", count: 9) + [$0]) }
        return ReportTable(
            "",
            columns: [
                .text("field"), .text("measure"), .text("group"), .text("period"), .number("n"), .number("count"), .number("rate"), .number("low"), .number("high"), .text("note"),
            ], rows: rows).csv
    }
}

extension JSONWriter {
    fileprivate mutating func members(_ rate: EqualityOverTime.Rate) {
        key("n"); int(rate.of)
        key("count"); int(rate.count)
        key("rate"); self.rate(rate.rate)
        key("low"); self.rate(rate.low)
        key("high"); self.rate(rate.high)
    }

    /// Whether a group is left out, and why.
    mutating func suppressed(_ suppression: EqualityGroup.Suppression?) {
        key("suppressed"); bool(suppression != nil)
        if let suppression { key("why"); string(suppression.rawValue) }
    }
}
