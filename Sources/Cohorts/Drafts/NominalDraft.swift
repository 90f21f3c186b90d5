package import FieldDefinitions
package import Notation

/// A nominal that is being made up, for a test, for an example that shows a finding, or for a search.
///
/// Its dates may count from the date of the run, so that the same draft is as old on whatever day it is evaluated. It
/// holds `age` instead of `date_of_birth` where that was set last.
package struct NominalDraft: Hashable, Sendable {
    package var record: DraftRecord

    package init(_ record: DraftRecord) { self.record = record }

    /// A field by its path in cohort files, or `age`; nil for one that is left out, which makes it unknown.
    package subscript(_ path: String) -> DraftValue? {
        get { record[path: path.split(separator: ".").map(String.init)] }
        set {
            record[path: path.split(separator: ".").map(String.init)] = newValue
            if path == "age", newValue != nil { record["date_of_birth"] = nil }
            if path == "date_of_birth", newValue != nil { record["age"] = nil }
        }
    }

    /// Puts an item at the end of a list; a list that was left out is made.
    package mutating func append(_ item: DraftRecord, to list: String) {
        self[list] = .list((self[list]?.items ?? []) + [.record(item)])
    }

    /// The nominal's line of a cohort file, without its newline: with every date as a date, by the catalogue's
    /// types. Text that is no date stays as it is, for the import to say so.
    package func line(_ catalogue: FieldCatalogue, asOf: Day) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        let born: Day? = if case .int(let years)? = record["age"] { DraftDate.day("-\(years) years", asOf: asOf) } else { nil }
        for (name, value) in record.fields where born == nil || (name != "age" && name != "date_of_birth") {
            json.key(name)
            NominalDraft.write(value, NominalDraft.type(of: name, in: catalogue.fields), asOf, to: &json)
        }
        if let born { json.key("date_of_birth"); json.string(born.description) }
        json.endObject()
        return json.bytes
    }

    private static func type(of name: String, in fields: [FieldDefinition]) -> FieldType? {
        fields.firstIndex { $0.name == name }.map { fields[$0].type }
    }

    private static func write(_ value: DraftValue, _ type: FieldType?, _ asOf: Day, to json: inout JSONWriter) {
        switch (type, value) {
        case (.date?, .text(let text)): json.string(DraftDate.day(text, asOf: asOf)?.description ?? text)
        case (.record(let definition)?, .record(let inner)): write(inner, definition.fields, asOf, to: &json)
        case (.list(let definition)?, .list(let items)):
            json.beginArray()
            for item in items {
                if let record = item.record { write(record, definition.item.fields, asOf, to: &json) } else { item.write(to: &json) }
            }
            json.endArray()
        default: value.write(to: &json)
        }
    }

    private static func write(_ record: DraftRecord, _ fields: [FieldDefinition], _ asOf: Day, to json: inout JSONWriter) {
        json.beginObject()
        for (name, value) in record.fields {
            json.key(name)
            write(value, type(of: name, in: fields), asOf, to: &json)
        }
        json.endObject()
    }
}
