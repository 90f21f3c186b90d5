package import FieldDefinitions

/// A field that a pack declares in `fields.lua`, as far as tables can use it.
package struct LocalField: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case bool, int, number, percent, string, date
        case enumeration([String])

        /// As `fields.lua` names it.
        var word: String {
            switch self {
            case .bool: "bool"
            case .int: "int"
            case .number: "number"
            case .percent: "percent"
            case .string: "string"
            case .date: "date"
            case .enumeration: "enum"
            }
        }

        init?(_ word: String, values: [String]?) {
            switch word {
            case "bool": self = .bool
            case "int": self = .int
            case "number": self = .number
            case "percent": self = .percent
            case "string": self = .string
            case "date": self = .date
            case "enum":
                guard let values else { return nil }
                self = .enumeration(values)
            default: return nil
            }
        }
    }

    /// Without `local.` before it.
    package var name: String
    /// What people call it; for a field of an imported file the name that it has there.
    package var title: String
    package var kind: Kind
    package var sensitivity: Sensitivity = .ordinary

    package var path: String { "local.\(name)" }

    package init(name: String, title: String, kind: Kind, sensitivity: Sensitivity = .ordinary) {
        self.name = name
        self.title = title
        self.kind = kind
        self.sensitivity = sensitivity
    }

    /// - Returns: nil for a field of a kind that no table can test.
    init?(_ field: FieldDefinition) {
        guard let kind = Kind(field.type) else { return nil }
        self.init(name: field.name, title: field.title, kind: kind, sensitivity: field.sensitivity)
    }
}

extension LocalField.Kind {
    init?(_ type: FieldType) {
        switch type {
        case .bool: self = .bool
        case .int, .yearsSince: self = .int
        case .number: self = .number
        case .percent: self = .percent
        case .string: self = .string
        case .date: self = .date
        case .enumeration(let values): self = .enumeration(values.values)
        case .words, .record, .list: return nil
        }
    }
}
