import Notation

/// A value that a test can look at: of a decision, or written in the test.
indirect enum SpecValue: Sendable {
    case nothing
    case bool(Bool)
    case number(Double)
    case text(String)
    case date(Day)
    /// Not known, for want of these; between two numbers where as much is known of it.
    case unknown([String], SpecRange? = nil)
    case list([SpecValue])
    case record(SpecRecord)
}

/// Named values, such as all scores of a decision.
struct SpecRecord: Sendable {
    /// Before a name that is not there: `there is no matrix named`.
    var phrase: String
    var parts: [(name: String, value: SpecValue)]

    init(_ phrase: String, _ parts: [(name: String, value: SpecValue)]) {
        self.phrase = phrase
        self.parts = parts
    }

    subscript(_ name: String) -> SpecValue? { parts.first { $0.name == name }?.value }

    /// Why there is nothing of that name.
    func refusal(_ name: String) -> String {
        "\(phrase) `\(name)`" + (nearestName(to: name, in: parts.map(\.name)).map { ": did you mean `\($0)`?" } ?? (parts.isEmpty ? ": there is none" : ""))
    }
}

extension SpecValue {
    /// As messages show it: `92`, `` `ppo` ``, `unknown for want of ogrs2`.
    var words: String {
        switch self {
        case .nothing: "nothing"
        case .bool(let value): value ? "true" : "false"
        case .number(let number): shortestText(number)
        case .text(let text): "`\(text)`"
        case .date(let day): day.description
        case .unknown(let fields, _): fields.isEmpty ? "unknown" : "unknown for want of \(fields.map { "`\($0)`" }.joined(separator: ", "))"
        case .list(let items): items.isEmpty ? "an empty list" : items.map(\.words).joined(separator: ", ")
        case .record(let record): "{ \(record.parts.map { "\($0.name) = \($0.value.words)" }.joined(separator: ", ")) }"
        }
    }

    /// Whether two values are the same: numbers as numbers, dates as their text. What is unknown equals only what is unknown.
    func equals(_ other: SpecValue) -> Bool {
        switch (self, other) {
        case (.nothing, .nothing), (.unknown, .unknown): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.text(let a), .text(let b)): a == b
        case (.date(let a), .date(let b)): a == b
        case (.date(let a), .text(let b)), (.text(let b), .date(let a)): a.description == b
        case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.equals($1) }
        default: false
        }
    }

    var isUnknown: Bool { if case .unknown = self { true } else { false } }
}
