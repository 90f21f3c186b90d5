package import Notation

/// One value that a decision table reads or gives.
package enum TableValue: Hashable, Sendable {
    case string(String)
    case number(Double)
    case bool(Bool)
    case date(Day)
}

extension TableValue {
    enum Kind: Hashable {
        case string, number, bool, date
    }

    var kind: Kind {
        switch self {
        case .string: .string
        case .number: .number
        case .bool: .bool
        case .date: .date
        }
    }

    /// Whether this value comes before `other`; false for values of two types, for booleans and for a number that is none.
    func isBefore(_ other: TableValue) -> Bool {
        switch (self, other) {
        case (.string(let a), .string(let b)): a < b
        case (.number(let a), .number(let b)): a < b
        case (.date(let a), .date(let b)): a < b
        default: false
        }
    }
}

extension TableValue: CustomStringConvertible {
    /// The value as a cell of a table writes it: `"high"`, `7.5`, `true`, `date("2026-01-31")`.
    package var description: String {
        switch self {
        case .string(let text): "\"\(text)\""
        case .number(let number): shortestText(number)
        case .bool(let bool): bool ? "true" : "false"
        case .date(let day): "date(\"\(day)\")"
        }
    }
}
