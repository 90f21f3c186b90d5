package import FieldDefinitions

extension NominalDraft {
    /// Somebody of whom everything is known and nothing speaks for or against a measure: 30 years old, no offences, no
    /// needs, every number at its lowest, every list empty, in no gang and in no cohort.
    ///
    /// Left out are texts that may be, such as `prison`, dates that date nothing, and the protected characteristics but age.
    package static func neutral(_ catalogue: FieldCatalogue, id: String = "N-0001", borough: String) -> NominalDraft {
        var draft = NominalDraft(record(catalogue.fields, wholly: false))
        draft.record["id"] = .text(id)
        draft.record["borough"] = .text(borough)
        draft.record["date_of_birth"] = .text("-30 years")
        draft.record["gang"] = .null
        draft.record["cohort"] = .null
        return draft
    }

    /// An item of a list or a record with what it must have, each value neutral and each date today.
    package static func neutralItem(_ fields: [FieldDefinition]) -> DraftRecord {
        var item = DraftRecord()
        for field in fields where field.isRequired { item[field.name] = value(field, dates: true) }
        return item
    }

    private static func record(_ fields: [FieldDefinition], wholly: Bool) -> DraftRecord {
        var record = DraftRecord()
        let dating = Set(fields.compactMap(\.dateField))
        for field in fields {
            if field.sensitivity == .protected, !wholly { continue }
            record[field.name] = value(field, dates: field.isRequired || dating.contains(field.name))
        }
        return record
    }

    /// nil where there is nothing neutral to say.
    private static func value(_ field: FieldDefinition, dates: Bool) -> DraftValue? {
        switch field.type {
        case .bool: .bool(false)
        case .int(let range): .int(range.map { $0.contains(0) ? 0 : $0.lowerBound } ?? 0)
        case .number(let range): .number(range.map { $0.contains(0) ? 0 : $0.lowerBound } ?? 0)
        case .percent: .int(0)
        case .string: field.isRequired ? .text("none") : nil
        case .words: nil
        case .date: dates ? .text("today") : nil
        case .enumeration(let enumeration): .text(enumeration.values.contains("none") ? "none" : enumeration.values.first ?? "")
        case .yearsSince: nil
        case .record(let definition): .record(record(definition.fields, wholly: true))
        case .list: .list([])
        }
    }
}
