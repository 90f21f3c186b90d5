import Decisions
package import Evidence
package import Notation

extension CohortReport {
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("as_of"); json.string(asOf.description)
        json.key("from"); json.string(from.description)
        json.key("pack")
        if let pack {
            json.beginObject()
            json.key("id"); json.string(pack.id)
            json.key("version"); json.string(pack.version)
            json.key("digest"); json.string(pack.digest)
            json.endObject()
        } else {
            json.null()
        }
        for (name, count) in sizes { json.key(name); json.int(count) }
        json.key("mean_age"); json.decimal(meanAgeTenths, over: 10)
        json.key("breakdowns"); json.objects(breakdowns) { $1.write($0) }
        json.key("needs"); json.objects(needs) { $1.write($0) }
        json.key("services"); json.objects(services) { $1.write($0) }
        json.key("overlaps")
        json.objects(overlaps) { overlap, json in
            json.key("services"); json.strings([overlap.first, overlap.second])
            json.key("people"); json.int(overlap.people)
        }
        json.key("taskings")
        json.objects(taskings) { tasking, json in
            json.key("borough"); json.string(tasking.borough)
            json.key("kind"); json.string(tasking.kind)
            json.key("opened"); json.int(tasking.opened)
            json.key("done"); json.int(tasking.done)
            json.key("open"); json.int(tasking.open)
            json.key("cancelled"); json.int(tasking.cancelled)
        }
        json.key("recommendations")
        json.objects(recommendations) { count, json in
            json.key("action"); json.string(count.action.rawValue)
            json.key("managed"); json.int(count.managed)
            json.key("others"); json.int(count.others)
        }
        json.key("caveats"); json.strings(caveats)
        json.endObject()
    }

    var sizes: [(String, Int)] {
        [
            ("read", read), ("rejected", rejected), ("managed", managed), ("joined", joined), ("not_managed", notManaged), ("management_unknown", managementUnknown),
        ]
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ breakdown: Breakdown) {
        key("field"); string(breakdown.field)
        key("groups")
        beginArray()
        for group in breakdown.groups {
            beginObject()
            key("value"); string(group.value)
            key("count"); optional(group.count)
            key("suppressed"); bool(group.count == nil)
            endObject()
        }
        endArray()
    }

    fileprivate mutating func write(_ need: NeedCount) {
        key("need"); string(need.name)
        key("marked"); optional(need.marked)
        key("some"); optional(need.some)
        key("none"); optional(need.none)
        key("unknown"); optional(need.unknown)
    }

    fileprivate mutating func write(_ service: ServiceCount) {
        key("service"); string(service.service)
        key("eligible"); optional(service.eligible)
        key("eligible_unknown"); optional(service.eligibleUnknown)
        for (name, count) in service.counts { key(name); int(count) }
    }
}

extension CohortReport {
    /// One line a figure; empty where it is too small to be shown or not known.
    package var csv: String {
        typealias Row = ReportTable.Row
        func row(_ part: String, _ name: String, _ group: String, _ count: Int?, _ note: String = "") -> Row { Row([part, name, group, count.map { String($0) } ?? "", note]) }
        var rows = [row("period", "from", "", nil, from.description), row("period", "as_of", "", nil, asOf.description)]
        if let pack { rows.append(row("pack", pack.id, pack.version, nil, pack.digest)) }
        rows += sizes.map { row("size", $0.0, "", $0.1) }
        rows.append(Row(["size", "mean_age", "", meanAgeTenths.map { CSVNumber.decimals($0, places: 1) } ?? "", ""]))
        for breakdown in breakdowns {
            rows += breakdown.groups.map { row("people", breakdown.field, $0.value, $0.count, $0.count == nil ? "not shown" : "") }
        }
        for need in needs {
            rows += [("marked", need.marked), ("some", need.some), ("none", need.none), ("unknown", need.unknown)].map {
                row("needs", need.name, $0.0, $0.1, $0.1 == nil ? "not shown" : "")
            }
        }
        for service in services {
            rows += [row("services", service.service, "eligible", service.eligible), row("services", service.service, "eligible_unknown", service.eligibleUnknown)]
            rows += service.counts.map { row("services", service.service, $0.0, $0.1) }
        }
        rows += overlaps.map { row("overlaps", $0.first, $0.second, $0.people) }
        for tasking in taskings {
            rows += [("opened", tasking.opened), ("done", tasking.done), ("open", tasking.open), ("cancelled", tasking.cancelled)].map {
                row("taskings", tasking.kind, tasking.borough, $0.1, $0.0)
            }
        }
        for count in recommendations {
            rows += [row("recommendations", count.action.rawValue, "managed", count.managed), row("recommendations", count.action.rawValue, "others", count.others)]
        }
        rows += caveats.map { row("caveat", "", "", nil, $0) }
        return ReportTable("", columns: [.text("part"), .text("name"), .text("group"), .number("count"), .text("note")], rows: rows).csv
    }
}
