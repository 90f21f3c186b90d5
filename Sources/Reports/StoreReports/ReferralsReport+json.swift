package import Evidence
package import Notation

extension ReferralsReport {
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        scope.writeKeys(to: &json)
        json.key("members"); json.int(members)
        json.key("services")
        json.objects(services) { service, json in
            json.key("service"); json.string(service.service)
            json.key("eligible"); json.optional(service.eligible)
            json.key("eligible_unknown"); json.optional(service.eligibleUnknown)
            json.counts(service.counts)
        }
        json.key("overlaps")
        json.objects(overlaps) { overlap, json in
            json.key("services"); json.strings([overlap.first, overlap.second])
            json.key("people"); json.int(overlap.people)
        }
        json.key("people_by_services"); json.array(byServices) { $1.int($0) }
        json.key("months")
        json.objects(Array(zip(scope.months, months))) { month, json in
            json.key("month"); json.string(month.0.name)
            json.key("referrals")
            json.beginObject()
            json.counts(Array(zip(services.map(\.service), month.1)))
            json.endObject()
        }
        json.key("caveats"); json.strings(caveats)
        json.endObject()
    }

    /// One line a figure; empty where it is not known.
    package var csv: String {
        typealias Row = ReportTable.Row
        var rows = scope.csvRows
        rows.append(Row(["cohort", "members", "", String(members), ""]))
        for service in services {
            rows += [("eligible", service.eligible), ("eligible_unknown", service.eligibleUnknown)].map { Row(["services", $0, "", $1.map { String($0) } ?? "", service.service]) }
            rows += service.counts.map { Row(["services", $0.0, "", String($0.1), service.service]) }
        }
        rows += overlaps.map { Row(["overlaps", $0.first, "", String($0.people), $0.second]) }
        rows += byServices.enumerated().map { Row(["people_by_services", String($0), "", String($1), ""]) }
        for (month, counts) in zip(scope.months, months) { rows += zip(services, counts).map { Row(["months", "referrals", month.name, String($1), $0.service]) } }
        rows += caveats.map { Row(["caveat", "", "", "", $0]) }
        return ReportTable("", columns: [.text("part"), .text("name"), .text("month"), .number("count"), .text("note")], rows: rows).csv
    }
}
