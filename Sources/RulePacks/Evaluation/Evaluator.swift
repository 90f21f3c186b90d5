package import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime
import Notation

/// Evaluates one nominal after another with a loaded pack.
///
/// Answers are worked out when first read, in any order, and once each, in plain memory that is filled anew for every
/// nominal. `decision` makes a value of them; `RecordWriter` makes a record of them without one.
package final class Evaluator {
    package let program: RuleProgram
    /// Set before packs with groups are evaluated.
    package var groups: (any GroupKnowledge)?
    /// Keep what each rule and row read, for explanations.
    @exclusivity(unchecked) package var recordsReads = false
    /// Notes what evaluations touch; nil, as at first, where nobody asks.
    package var coverage: CoverageRecorder? {
        didSet {
            oldValue?.detach()
            coverage?.attach(program)
            isCovered = coverage != nil
        }
    }
    @exclusivity(unchecked) private var isCovered = false
    /// Let rules run without Lua where that comes to the same. Instructions are not counted then as Lua counts them:
    /// docs/decisions/0021-rules-without-lua.md.
    @exclusivity(unchecked) package var runsDirect = true
    /// `coverage`, for what happens to everybody many times.
    var recorder: CoverageRecorder? {
        @inline(__always) get { isCovered ? coverage : nil }
    }
    /// The cohort is being read beforehand, and means over groups may still be missing.
    var isSurveying = false
    /// A mean was asked for that is not there yet.
    var metPendingMean = false
    @exclusivity(unchecked) var readsOfRule: [String: LuaReads] = [:]

    let state: LuaState
    let rules: RuleSet
    // An evaluator belongs to one thread, and nothing keeps access to these while it calls; checking each access would cost
    // about as much as what is done with them.
    @exclusivity(unchecked) var row: NominalRow?
    @exclusivity(unchecked) var nominal: Int64 = 0
    let answers: Int64
    let plan: EvaluationPlan
    let memory: AnswerMemory
    @exclusivity(unchecked) var inProgress: [Answer] = []
    /// For each memo slot that is unknown, why.
    @exclusivity(unchecked) var missing: [Int: Missing] = [:]
    /// Names of what is missing, for rows that are unknown.
    @exclusivity(unchecked) var unknowns: [[String]] = []
    @exclusivity(unchecked) var failure: DecisionError?
    /// The digest of the nominal's line.
    var input = ""
    @exclusivity(unchecked) var verdict = Verdict()
    /// The sentences of the recommendation, where a rule decided.
    @exclusivity(unchecked) var because: [TextRange] = []
    /// How many taskings there are in `memory`.
    @exclusivity(unchecked) var taskingCount = 0
    /// The decision once places have been given; nil before, and where it makes no difference.
    @exclusivity(unchecked) var placed: Decision?
    let sentences: SentenceBook
    /// How the nominal ranks for a place; nil where it does not ask for one.
    @exclusivity(unchecked) var candidate: AllocationPlan.Candidate?
    @exclusivity(unchecked) var groupFacts: [GroupFacts?] = []
    /// Texts that rules have been shown, by the state's own number.
    var pool: [String: Int32] = [:]

    // Answers that later calls reuse.
    @exclusivity(unchecked) var tables: [TableAnswer]
    @exclusivity(unchecked) var classes: [ClassAnswer]
    @exclusivity(unchecked) var groupAnswers: [GroupAnswer]
    @exclusivity(unchecked) var warnings: [DecisionWarning] = []
    private let sortedFields: [Int]
    let cohortCell: Int?
    let cohortCategoryCell: Int?

    package init(_ program: RuleProgram) {
        self.program = program
        answers = LuaState.handle(namespace: program.slots.root)
        let rules = program.rules
        self.rules = rules
        state = program.state
        plan = EvaluationPlan(rules, program.slots)
        memory = AnswerMemory(plan, taskings: rules.taskings.count)
        sentences = SentenceBook(rules)
        tables = rules.tables.map { TableAnswer(name: $0.name, outputNames: $0.table.outputNames) }
        classes = rules.classifications.map { ClassAnswer(name: $0.name, isSet: $0.pick == .any) }
        groupAnswers = rules.groups.map { GroupAnswer(name: $0.name) }
        groupFacts = Array(repeating: nil, count: rules.groups.count)
        let fields = program.layout.fields
        sortedFields = fields.indices.sorted { fields[$0].path < fields[$1].path }
        cohortCell = program.layout.id(ofPath: "cohort").map { fields[$0].cell }
        cohortCategoryCell = program.layout.id(ofPath: "cohort.category").map { fields[$0].cell }
        program.host.evaluator = self
    }

    deinit {
        program.host.forget(self)
        plan.free()
        memory.free()
    }

    /// Works out everything that the pack declares for the nominal in `row`, and leaves it in `decision`.
    /// - Parameter input: the digest of the nominal's line.
    package func evaluate(_ row: NominalRow, input: String) {
        self.input = input
        begin(row) { finish(answerAll()) }
    }

    /// Binds a nominal and does something with it: without Lua where that comes to the same, and otherwise again with Lua alone.
    func begin<Result>(_ row: NominalRow, _ body: () -> Result) -> Result {
        begin(row)
        guard runsDirect, !isCovered else { return body() }
        state.goDirect()
        let result = body()
        if failure == nil, !state.isDoubtful { return result }
        begin(row)
        return body()
    }

    /// Binds a nominal and forgets the one before.
    func begin(_ row: NominalRow) {
        if self.row !== row { self.row = row }
        let row = row.contents
        state.begin(root: program.binding.root, cells: row.cells, cellCount: row.cellCount, strings: row.strings, stringCount: row.stringCount)
        nominal = state.rootHandle
        memory.flags.update(repeating: .open)
        memory.text.pointee.removeAll()
        if !inProgress.isEmpty { inProgress.removeAll(keepingCapacity: true) }
        if !missing.isEmpty { missing.removeAll(keepingCapacity: true) }
        if !unknowns.isEmpty { unknowns.removeAll(keepingCapacity: true) }
        if !readsOfRule.isEmpty { readsOfRule.removeAll(keepingCapacity: true) }
        if !warnings.isEmpty { warnings.removeAll(keepingCapacity: true) }
        if failure != nil { failure = nil }
        if candidate != nil { candidate = nil }
        if placed != nil { placed = nil }
        for index in groupFacts.indices { groupFacts[index] = nil }
        verdict = Verdict()
        taskingCount = 0
    }

    private func answerAll() -> LuaStatus {
        for index in 0..<plan.criteriaCount { if case let status = answer(.criteria(index)), status != .ok { return status } }
        for index in 0..<plan.matrixCount { if case let status = answer(.matrix(index)), status != .ok { return status } }
        for index in tables.indices { if case let status = answer(.table(index)), status != .ok { return status } }
        for index in classes.indices { if case let status = answer(.classification(index)), status != .ok { return status } }
        for index in groupAnswers.indices { if case let status = answer(.group(index)), status != .ok { return status } }
        if case let status = recommend(), status != .ok { return status }
        if case let status = task(), status != .ok { return status }
        return rank()
    }

    private func finish(_ status: LuaStatus) {
        addStaleWarnings()
        guard status != .ok else { return }
        candidate = nil
        if failure == nil { failure = DecisionError(code: "lua_error", message: "a rule failed", file: nil, line: nil, rule: nil) }
    }

    private func addStaleWarnings() {
        let stale = state.staleFields
        guard !stale.isEmpty else { return }
        for id in stale.members {
            let field = program.layout.fields[id]
            guard let span = program.pack.maxAge[field.path] else { continue }
            let dated = field.dateField.map { row?.cells[program.layout.fields[$0].cell] ?? NominalRow.none } ?? NominalRow.none
            let text = dated == NominalRow.none
                ? "\(field.definition.title) has no date, so it cannot be shown to be within \(span); it counts as missing"
                : "\(field.definition.title) is of \(Day(number: Int(dated))), older than \(span); it counts as missing"
            warnings.append(DecisionWarning(code: "stale", field: field.path, text: text))
        }
    }

    // MARK: Names of fields

    /// Paths in order, without a record or list of which a part is among them.
    func paths(of fields: LuaBits) -> [String] {
        guard !fields.isEmpty else { return [] }
        var paths: [String] = []
        let all = program.layout.fields
        for id in sortedFields where fields.contains(id) {
            if all[id].children.contains(where: { fields.contains($0) }) { continue }
            paths.append(all[id].path)
        }
        return paths
    }

    func names(of missing: Missing) -> [String] { paths(of: missing.fields) + missing.answers }

    /// Whether the person is in the cohort at present.
    var isMember: Bool {
        guard let cohortCell, let row else { return false }
        return row.value(at: cohortCell) == 1
    }

    /// The nominal's id as it stands in the row.
    var idBytes: UnsafeBufferPointer<UInt8>? { row?.idBytes }

    /// The nominal's id.
    var nominalID: String { row?.id ?? "" }
}
