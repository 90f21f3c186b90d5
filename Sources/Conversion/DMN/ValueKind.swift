import RulePacks

/// The kinds of value that a table's columns have, as DMN names them.
enum ValueKind: String, Sendable {
    case string, number, boolean, date

    init(_ value: TableValue) {
        switch value {
        case .string: self = .string
        case .number: self = .number
        case .bool: self = .boolean
        case .date: self = .date
        }
    }

    /// The one kind that values have; nil where there are none, or several kinds.
    init?(of values: [TableValue]) {
        let kinds = Set(values.map(ValueKind.init))
        guard kinds.count == 1, let kind = kinds.first else { return nil }
        self = kind
    }

    init(_ kind: LocalField.Kind) {
        switch kind {
        case .bool: self = .boolean
        case .int, .number, .percent: self = .number
        case .string, .enumeration: self = .string
        case .date: self = .date
        }
    }

    var local: LocalField.Kind {
        switch self {
        case .string: .string
        case .number: .number
        case .boolean: .bool
        case .date: .date
        }
    }
}
