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

    /// The draft with every date as a date, by the catalogue's types. Text that is no date stays as it is, for the import to
    /// say so.
    package func dated(_ catalogue: FieldCatalogue, asOf: Day) -> NominalDraft {
        var dated = NominalDraft(NominalDraft.dated(record, catalogue.fields, asOf))
        if case .int(let years)? = record["age"], let born = DraftDate.day("-\(years) years", asOf: asOf) {
            dated.record["age"] = nil
            dated.record["date_of_birth"] = .text(born.description)
        }
        return dated
    }

    private static func dated(_ record: DraftRecord, _ fields: [FieldDefinition], _ asOf: Day) -> DraftRecord {
        var result = record
        for field in fields {
            guard let value = record[field.name] else { continue }
            switch (field.type, value) {
            case (.date, .text(let text)):
                if let day = DraftDate.day(text, asOf: asOf) { result[field.name] = .text(day.description) }
            case (.record(let definition), .record(let inner)):
                result[field.name] = .record(dated(inner, definition.fields, asOf))
            case (.list(let definition), .list(let items)):
                result[field.name] = .list(items.map { item in
                    item.record.map { .record(dated($0, definition.item.fields, asOf)) } ?? item
                })
            default: break
            }
        }
        return result
    }

    /// The nominal's line of a cohort file, without its newline.
    package func line(_ catalogue: FieldCatalogue, asOf: Day) -> [UInt8] {
        var json = JSONWriter()
        DraftValue.record(dated(catalogue, asOf: asOf).record).write(to: &json)
        return json.bytes
    }
}
