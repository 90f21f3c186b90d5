import Cohorts
import Decisions
import Notation

/// The parts of a record that are the same for everybody, as JSON, in plain memory that its writer frees.
struct RecordParts {
    struct TaskingParts {
        /// Up to the date by which it is due.
        var head: TextRange
        /// Behind the nominal's id in the key.
        var tail: TextRange
    }

    let fragments: FragmentBlock
    /// From behind the nominal's id to the digest of its line.
    let identity: TextRange
    let nothingJoins: TextRange
    /// Of each rule, up to the first reason.
    let selection: UnsafeMutableBufferPointer<TextRange>
    let deselection: UnsafeMutableBufferPointer<TextRange>
    let taskings: UnsafeMutableBufferPointer<TaskingParts>
    /// The paths of the fields, in order: a word's place and a bit in it among what was read, and a comma with the path.
    let paths: [(word: Int, bit: UInt64, id: Int, hasParts: Bool, json: TextRange)]

    init(_ program: RuleProgram) {
        let quoted = PlanBuilder.quoted
        let pack = program.pack.identity
        var fragments = FragmentText()
        identity = fragments.add(
            ",\"as_of\":\(quoted(program.asOf.description)),\"pack\":\(quoted(pack.id)),\"version\":\(quoted(pack.version))"
                + ",\"digest\":\(quoted(pack.digest)),\"input\":\"sha256:")
        var json = JSONWriter()
        json.value(Recommendation(action: .none, because: [Evaluator.nothingJoins]))
        nothingJoins = fragments.add(json.text)
        func optional(_ text: String?) -> String { text.map(quoted) ?? "null" }
        func head(_ rule: SelectionRule, _ action: Recommendation.Action) -> TextRange {
            fragments.add(
                "{\"action\":\(quoted(action.rawValue)),\"category\":\(optional(rule.category)),\"rule\":\(quoted(rule.id))"
                    + ",\"title\":\(quoted(rule.heading.title)),\"because\":[")
        }
        func plain<Part>(_ parts: [Part]) -> UnsafeMutableBufferPointer<Part> {
            let memory = UnsafeMutableBufferPointer<Part>.allocate(capacity: parts.count)
            _ = memory.initialize(from: parts)
            return memory
        }
        selection = plain(program.rules.selection.map { head($0, $0.action == "monitor" ? .monitor : .select) })
        deselection = plain(program.rules.deselection.map { head($0, .deselect) })
        let month = program.asOf.description.prefix(7)
        let taskings = program.rules.taskings.map { rule in
            let tail = quoted("/\(rule.id)/\(month)").dropFirst()
            return TaskingParts(
                head: fragments.add(
                    "{\"kind\":\(quoted(rule.id)),\"title\":\(quoted(rule.heading.title)),\"owner\":\(quoted(rule.owner))"
                        + ",\"priority\":\(optional(rule.priority)),\"due\":"),
                tail: fragments.add(tail + "}"))
        }
        self.taskings = plain(taskings)
        let fields = program.layout.fields
        paths = fields.sorted { $0.path < $1.path }.map { ($0.id >> 6, 1 << UInt64($0.id & 63), $0.id, !$0.children.isEmpty, fragments.add("," + quoted($0.path))) }
        self.fragments = FragmentBlock(fragments)
    }

    func free() {
        fragments.free()
        selection.deallocate()
        deselection.deallocate()
        taskings.deallocate()
    }
}
