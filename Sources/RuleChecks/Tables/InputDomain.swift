import FieldDefinitions
import Notation
import RulePacks

/// The values that an input of a decision table can have.
enum InputDomain: Hashable, Sendable {
    /// It could not be told.
    case anything
    case values([TableValue])
    case numbers(NumberRange)
    case days
    case text

    static let bools = InputDomain.values([.bool(false), .bool(true)])

    /// nil for a record or a list, which are no values.
    init?(_ type: FieldType) {
        switch type {
        case .bool: self = .bools
        case .int(let range): self = .numbers(NumberRange(range))
        case .number(let range): self = .numbers(NumberRange(low: range?.lowerBound ?? -.infinity, high: range?.upperBound ?? .infinity, isWhole: false))
        case .percent: self = .numbers(NumberRange(low: 0, high: 100, isWhole: false))
        case .string, .words: self = .text
        case .date: self = .days
        case .enumeration(let enumeration): self = .values(enumeration.values.map(TableValue.string))
        case .yearsSince: self = .numbers(.count)
        case .record, .list: return nil
        }
    }

    func union(_ other: InputDomain) -> InputDomain {
        if self == other { return self }
        switch (self, other) {
        case (.values(let a), .values(let b)): return .values(a + b.filter { !a.contains($0) })
        case (.values([]), let some), (let some, .values([])): return some
        case (.text, .values(let values)), (.values(let values), .text):
            return values.allSatisfy { if case .string = $0 { true } else { false } } ? .text : .anything
        default:
            guard let a = range, let b = other.range else { return .anything }
            return .numbers(a.union(b))
        }
    }

    /// The numbers that it can be; nil where it can be something else.
    var range: NumberRange? {
        switch self {
        case .numbers(let range): return range
        case .values(let values):
            var union: NumberRange?
            for value in values {
                guard case .number(let number) = value else { return nil }
                union = union.map { $0.union(NumberRange(number)) } ?? NumberRange(number)
            }
            return union
        default: return nil
        }
    }

    /// Without the values that count as no.
    var truthy: InputDomain { if case .values(let values) = self { .values(values.filter { $0 != .bool(false) }) } else { self } }

    /// The values of it that count as no.
    var falsy: InputDomain {
        switch self {
        case .values(let values): .values(values.filter { $0 == .bool(false) })
        case .anything: .values([.bool(false)])
        default: .values([])
        }
    }
}
