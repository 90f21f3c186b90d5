package import Notation

extension Decision {
    /// The decision record: one JSON object with its keys in a fixed order and no newline.
    package func write(to json: inout JSONWriter, pack: PackIdentity) {
        json.beginObject()
        json.key("nominal"); json.string(nominal)
        json.key("as_of"); json.string(asOf.description)
        json.key("pack"); json.string(pack.id)
        json.key("version"); json.string(pack.version)
        json.key("digest"); json.string(pack.digest)
        json.key("input"); json.string(input)
        json.key("recommendation"); recommendation.write(to: &json)
        json.key("criteria")
        json.object(criteria, name: \.name) { $0.write(to: &$1) }
        json.key("matrices")
        json.object(matrices, name: \.name) { $0.write(to: &$1) }
        json.key("tables")
        json.object(tables, name: \.name) { $0.write(to: &$1) }
        json.key("classes")
        json.object(classes, name: \.name) { $0.write(to: &$1) }
        json.key("groups")
        json.object(groups, name: \.name) { $0.write(to: &$1) }
        json.key("taskings")
        json.array(taskings) { $0.write(to: &$1) }
        json.key("allocation")
        if let allocation { allocation.write(to: &json) } else { json.null() }
        json.key("reads"); json.strings(reads)
        json.key("warnings")
        json.array(warnings) { $0.write(to: &$1) }
        json.key("trace"); json.strings(trace)
        json.key("error")
        if let error { error.write(to: &json) } else { json.null() }
        json.endObject()
    }
}

/// Parts of a record, for who writes the rest of it himself.
extension JSONWriter {
    package mutating func value(_ tables: [TableAnswer]) { object(tables, name: \.name) { $0.write(to: &$1) } }
    package mutating func value(_ classes: [ClassAnswer]) { object(classes, name: \.name) { $0.write(to: &$1) } }
    package mutating func value(_ groups: [GroupAnswer]) { object(groups, name: \.name) { $0.write(to: &$1) } }
    package mutating func value(_ warnings: [DecisionWarning]) { array(warnings) { $0.write(to: &$1) } }
    package mutating func value(_ recommendation: Recommendation) { recommendation.write(to: &self) }
}

extension JSONWriter {
    mutating func object<Item>(_ items: [Item], name: KeyPath<Item, String>, _ write: (Item, inout JSONWriter) -> Void) {
        beginObject()
        for item in items {
            key(item[keyPath: name])
            write(item, &self)
        }
        endObject()
    }

    mutating func value(_ value: DecisionValue) {
        switch value {
        case .text(let text): string(text)
        case .number(let value): number(value)
        case .bool(let value): bool(value)
        case .date(let day): string(day.description)
        }
    }
}

extension Recommendation {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("action"); json.string(action.rawValue)
        json.key("category"); json.optional(category)
        json.key("rule"); json.optional(rule)
        json.key("title"); json.optional(title)
        json.key("because"); json.strings(because)
        json.key("unknown"); json.strings(unknown)
        json.endObject()
    }
}

extension CriterionAnswer {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("met"); json.string(met.rawValue)
        json.key("rows")
        json.array(rows) { row, json in
            json.beginObject()
            json.key("id"); json.string(row.id)
            json.key("met"); json.string(row.met.rawValue)
            if row.met == .unknown { json.key("unknown"); json.strings(row.unknown) }
            json.endObject()
        }
        json.endObject()
    }
}

extension MatrixAnswer {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("score"); json.number(low)
        json.key("to"); json.optional(high)
        if hasBands { json.key("band"); json.optional(band) }
        json.key("rows")
        json.array(rows) { row, json in
            json.beginObject()
            json.key("id"); json.string(row.id)
            json.key("points"); json.number(row.low)
            if row.isUnknown {
                json.key("to"); json.optional(row.high)
                json.key("unknown"); json.strings(row.unknown)
            }
            if let because = row.because { json.key("because"); json.string(because) }
            json.endObject()
        }
        json.endObject()
    }
}

extension TableAnswer {
    func write(to json: inout JSONWriter) {
        func values(_ values: [DecisionValue], _ json: inout JSONWriter) {
            if values.count == 1 { return json.value(values[0]) }
            json.beginObject()
            for (name, value) in zip(outputNames, values) {
                json.key(name)
                json.value(value)
            }
            json.endObject()
        }
        json.beginObject()
        json.key("output")
        switch output {
        case .none, .unknown: json.null()
        case .one(let one): values(one, &json)
        case .many(let many): json.array(many) { values($0, &$1) }
        }
        json.key("rows"); json.array(rows) { $1.int($0) }
        if output == .unknown { json.key("unknown"); json.strings(unknown) }
        json.endObject()
    }
}

extension ClassAnswer {
    func write(to json: inout JSONWriter) {
        guard let classes else { return json.null() }
        if isSet { json.strings(classes) } else { json.optional(classes.first) }
    }
}

extension GroupAnswer {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("key"); json.optional(key)
        json.key("size")
        if let size {
            json.int(size)
        } else {
            json.null()
            json.key("unknown")
            json.strings(unknown)
        }
        json.endObject()
    }
}

extension Tasking {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("kind"); json.string(kind)
        json.key("title"); json.string(title)
        json.key("owner"); json.string(owner)
        json.key("priority"); json.optional(priority)
        json.key("due"); json.optional(due?.description)
        json.key("because"); json.optional(because)
        json.key("key"); json.string(key)
        json.endObject()
    }
}

extension Placement {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("rank"); json.int(rank)
        json.key("outcome"); json.string(isPlaced ? "placed" : "displaced")
        if isKept { json.key("kept"); json.bool(true) }
        json.endObject()
    }
}

extension DecisionWarning {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("code"); json.string(code)
        json.key("field"); json.optional(field)
        json.key("text"); json.string(text)
        json.endObject()
    }
}

extension DecisionError {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("code"); json.string(code)
        json.key("message"); json.string(message)
        json.key("file"); json.optional(file)
        json.key("line")
        json.optional(line)
        json.key("rule"); json.optional(rule)
        json.endObject()
    }
}
