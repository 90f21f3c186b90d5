internal import Notation

/// The JSON Schema (2020-12) of one line of a cohort file.
package enum CohortSchema {
    /// One line of JSON, the same bytes for the same catalogue. What the schema accepts may still be rejected on import,
    /// for example a date that does not exist or a second line with the same `id`.
    package static func json(_ catalogue: FieldCatalogue) -> String {
        var json = JSONWriter()
        json.beginObject()
        json.key("$schema")
        json.string("https://json-schema.org/draft/2020-12/schema")
        json.key("title")
        json.string("A line of a cohort file")
        write(RecordDefinition(catalogue.fields), nullable: false, to: &json)
        json.endObject()
        json.newline()
        return json.text
    }

    private static func write(
        _ record: RecordDefinition, aliases: [String: String] = [:], nullable: Bool, to json: inout JSONWriter
    ) {
        let fields = record.fields.filter(\.isGiven)
        types("object", nullable: nullable, to: &json)
        json.key("properties")
        json.beginObject()
        for field in fields {
            json.key(field.name)
            write(field, required: field.isRequired, to: &json)
        }
        for (alias, name) in aliases.sorted(by: { $0.key < $1.key }) {
            guard let field = fields.first(where: { $0.name == name }) else { continue }
            json.key(alias)
            write(field, required: false, to: &json)
        }
        json.endObject()
        json.key("required")
        json.strings(fields.filter(\.isRequired).map(\.name))
        json.key("additionalProperties")
        json.bool(false)
    }

    private static func write(_ field: FieldDefinition, required: Bool, to json: inout JSONWriter) {
        json.beginObject()
        json.key("title")
        json.string(field.title)
        json.key("description")
        json.string(field.summary)
        if field.sensitivity != .ordinary {
            json.key("x-sensitivity")
            json.string(field.sensitivity.rawValue)
        }
        write(field.type, nullable: !required, to: &json)
        json.endObject()
    }

    private static func write(_ type: FieldType, nullable: Bool, to json: inout JSONWriter) {
        switch type {
        case .bool: types("boolean", nullable: nullable, to: &json)
        case .int(let range):
            types("integer", nullable: nullable, to: &json)
            if let range, range.lowerBound > Int.min { json.key("minimum"); json.int(range.lowerBound) }
            if let range, range.upperBound < Int.max { json.key("maximum"); json.int(range.upperBound) }
        case .number(let range):
            types("number", nullable: nullable, to: &json)
            if let low = range?.lowerBound, low.isFinite { json.key("minimum"); json.number(low) }
            if let high = range?.upperBound, high.isFinite { json.key("maximum"); json.number(high) }
        case .percent: write(.number(0...100), nullable: nullable, to: &json)
        case .string: types("string", nullable: nullable, to: &json)
        case .words:
            types("string", "array", nullable: nullable, to: &json)
            json.key("items")
            json.beginObject()
            types("string", nullable: false, to: &json)
            json.endObject()
        case .date:
            types("string", nullable: nullable, to: &json)
            json.key("format")
            json.string("date")
            json.key("pattern")
            json.string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        case .enumeration(let enumeration): write(enumeration, nullable: nullable, to: &json)
        case .yearsSince: break
        case .record(let record): write(record, nullable: nullable, to: &json)
        case .list(let list):
            types("array", nullable: nullable, to: &json)
            json.key("items")
            json.beginObject()
            write(list.item, aliases: list.inputAliases, nullable: false, to: &json)
            json.endObject()
        }
    }

    private static func types(_ names: String..., nullable: Bool, to json: inout JSONWriter) {
        json.key("type")
        if names.count == 1 && !nullable {
            json.string(names[0])
        } else {
            json.strings(names + (nullable ? ["null"] : []))
        }
    }
}

extension FieldDefinition {
    /// Whether cohort files give it, rather than its being worked out.
    fileprivate var isGiven: Bool {
        if case .yearsSince = type { return false }
        return true
    }
}
