import FieldDefinitions
import LuaRuntime

/// Which sentences tell what a rule looked at. A rule mostly looks at the same things, so what it said last is kept.
final class SentenceBook {
    enum Part {
        case answer(Answer)
        /// A field outside lists, or a list.
        case field(FieldSentence)
    }

    /// Whose sentences they are.
    enum Owner {
        case selection(Int), deselection(Int), tasking(Int)
    }

    // Used by one evaluator, and never while it is being changed.
    @exclusivity(unchecked) private var reads: [LuaReads?]
    @exclusivity(unchecked) private var parts: [[Part]]
    private let firstDeselection: Int
    private let firstTasking: Int
    @exclusivity(unchecked) private var fields: [Int: FieldSentence] = [:]

    init(_ rules: RuleSet) {
        firstDeselection = rules.selection.count
        firstTasking = firstDeselection + rules.deselection.count
        reads = Array(repeating: nil, count: firstTasking + rules.taskings.count)
        parts = Array(repeating: [], count: reads.count)
    }

    /// - Parameter find: the parts for these reads, where they are not the last ones.
    func parts(_ owner: Owner, _ reads: LuaReads, find: () -> [Part]) -> [Part] {
        let place =
            switch owner {
            case .selection(let index): index
            case .deselection(let index): firstDeselection + index
            case .tasking(let index): firstTasking + index
            }
        if let last = self.reads[place], last == reads { return parts[place] }
        self.reads[place] = reads
        parts[place] = find()
        return parts[place]
    }

    func sentence(for field: Int, make: () -> FieldSentence) -> FieldSentence {
        if let sentence = fields[field] { return sentence }
        let sentence = make()
        fields[field] = sentence
        return sentence
    }
}

/// How a sentence about one field goes. An object, as it is handed about for everybody, and a value would be counted part by part.
final class FieldSentence {
    let field: Int
    /// `Custody status: `
    let head: [UInt8]
    /// `Looked at: intelligence.`
    let closed: [UInt8]
    /// Only ``closed`` is said of it.
    let isClosed: Bool
    /// The cell of the value, or of the date from which it counts.
    let cell: Int
    let isNumber: Bool
    /// Of an enumeration, as people write them.
    let values: [[UInt8]]

    init(field: Int, head: [UInt8], closed: [UInt8], isClosed: Bool, cell: Int, isNumber: Bool, values: [[UInt8]]) {
        self.field = field
        self.head = head
        self.closed = closed
        self.isClosed = isClosed
        self.cell = cell
        self.isNumber = isNumber
        self.values = values
    }
}
