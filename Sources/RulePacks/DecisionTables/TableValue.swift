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
        case .string(let text): "\"" + text.unicodeScalars.map(TableValue.escaped).joined() + "\""
        case .number(let number): TableValue.digits(number)
        case .bool(let bool): bool ? "true" : "false"
        case .date(let day): "date(\"\(day)\")"
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "\0"..<" ", "\u{7F}": "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
        default: String(scalar)
        }
    }

    /// A finite number without an exponent, which cells do not know.
    private static func digits(_ number: Double) -> String {
        let text = shortestText(number.magnitude)
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return number < 0 ? "-" + text : text }
        let mantissa = parts[0].split(separator: ".")
        var digits = mantissa.joined()
        var point = mantissa[0].count + exponent
        if point <= 0 {
            digits = String(repeating: "0", count: 1 - point) + digits
            point = 1
        }
        digits += String(repeating: "0", count: max(0, point - digits.count))
        let fraction = digits.dropFirst(point)
        return (number < 0 ? "-" : "") + digits.prefix(point) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
