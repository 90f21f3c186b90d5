import FieldDefinitions

/// What can be told apart when a rule runs: two values of different classes are never equal.
enum KindClass: Hashable {
    case anything, nothing, bool, number, text, date, span, record, list, set, answers, filter, table, function

    /// `a number`, as in "`n.age` is a number".
    var words: String {
        switch self {
        case .anything: "anything"
        case .nothing: "nothing"
        case .bool: "true or false"
        case .number: "a number"
        case .text: "text"
        case .date: "a date"
        case .span: "a length of time"
        case .record: "a record"
        case .list, .set: "a list"
        case .answers: "a group of answers"
        case .filter: "a filter"
        case .table: "a table"
        case .function: "a function"
        }
    }

    var hasOrder: Bool { self == .number || self == .text || self == .date || self == .span }
}

extension FieldType {
    var kindClass: KindClass {
        switch self {
        case .bool: .bool
        case .int, .number, .percent, .yearsSince: .number
        case .string, .words, .enumeration: .text
        case .date: .date
        case .record: .record
        case .list: .list
        }
    }
}
