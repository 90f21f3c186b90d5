package import Evidence
package import Notation

extension OutcomesReport {
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("as_of"); json.string(asOf.description)
        json.key("months"); json.int(months)
        json.key("started_from"); json.optional(startedFrom?.description)
        json.key("started_to"); json.optional(startedTo?.description)
        if let store { store.writeKeys(to: &json) }
        json.key("people")
        json.beginObject()
        json.key("read"); json.int(people.read)
        json.key("rejected"); json.int(people.rejected)
        for count in peopleCounts { json.key(count.name); json.int(count.count) }
        json.key("custody_unknown"); json.int(people.custodyUnknown)
        json.endObject()
        json.key("offences"); write(offenceMeasures, to: &json)
        json.key("convictions"); write(convictionMeasures, to: &json)
        json.key("directions")
        json.beginObject()
        json.key("less"); json.int(direction.less)
        json.key("same"); json.int(direction.same)
        json.key("more"); json.int(direction.more)
        json.key("not_at_liberty"); json.int(direction.notAtLiberty)
        json.endObject()
        json.key("types")
        json.beginArray()
        for type in types {
            json.beginObject()
            json.key("type"); json.string(type.type)
            json.key("before"); json.int(type.before)
            json.key("during"); json.int(type.during)
            json.endObject()
        }
        json.endArray()
        json.key("costs")
        if let costs {
            json.beginObject()
            json.key("price_year"); json.string(costs.priceYear)
            json.key("source"); json.string(costs.source)
            json.key("measures"); write(costMeasures, to: &json)
            json.endObject()
        } else {
            json.null()
        }
        json.key("caveats"); json.strings(caveats)
        json.endObject()
    }

    private func write(_ measures: [OutcomeMeasure], to json: inout JSONWriter) {
        json.beginObject()
        for measure in measures {
            json.key(measure.name)
            json.beginObject()
            for (side, value) in [("before", measure.before), ("during", measure.during)] {
                json.key(side)
                switch measure.unit {
                case .count, .pence: json.optional(value)
                case .months: json.decimal(value, over: 100)
                case .perMonth: json.decimal(value, over: 1000)
                }
            }
            json.key("unit"); json.string(measure.unit.rawValue)
            json.key("change_percent"); json.decimal(measure.tenths, over: 10)
            json.endObject()
        }
        json.endObject()
    }

    /// One line a figure; amounts in pounds with pence.
    package var csv: String {
        typealias Row = ReportTable.Row
        func figures(_ part: String, _ measures: [OutcomeMeasure]) -> [Row] {
            measures.map { measure in
                let unit = measure.unit == .pence ? "pounds" : measure.unit.rawValue
                let percent = measure.tenths.map { CSVNumber.decimals($0, places: 1) } ?? ""
                return Row([part, measure.name, unit, measure.plain(measure.before), measure.plain(measure.during), percent, measure.title])
            }
        }
        func people(_ name: String, _ count: Int, _ title: String) -> Row { Row(["people", name, "count", "", String(count), "", title]) }
        var rows = figures("offences", offenceMeasures) + figures("convictions", convictionMeasures) + figures("costs", costMeasures)
        rows += types.map { Row(["types", $0.type, "count", String($0.before), String($0.during), FigureWords.tenths(from: $0.before, to: $0.during).map { CSVNumber.decimals($0, places: 1) } ?? "", ""]) }
        rows += [("less", direction.less), ("same", direction.same), ("more", direction.more), ("not_at_liberty", direction.notAtLiberty)].map {
            Row(["directions", $0, "people", "", String($1), "", ""])
        }
        rows += [people("read", self.people.read, "Read"), people("rejected", self.people.rejected, "Lines that could not be read")]
        rows += peopleCounts.map { people($0.name, $0.count, $0.title) }
        if let store { rows += [people("restricted", store.restricted, "Left out: restricted"), Row(["store", "borough", "", "", "", "", store.borough ?? ""])] }
        rows.append(people("custody_unknown", self.people.custodyUnknown, "Of those counted, time in custody not known"))
        rows += caveats.map { Row(["caveat", "", "", "", "", "", $0]) }
        let columns: [ReportTable.Column] = [
            .text("part"), .text("measure"), .text("unit"), .number("before"), .number("during"), .number("change_percent"), .text("note"),
        ]
        return ReportTable("", columns: columns, rows: rows).csv
    }
}
