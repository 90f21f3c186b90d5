package import Cohorts
package import Decisions
import FieldDefinitions
import LuaRuntime
import Notation

/// Evaluates one nominal after another with a loaded pack.
///
/// Answers are worked out when first read, in any order, and once each. The decision is one value that is filled anew
/// for every nominal.
package final class Evaluator {
    package let program: RuleProgram
    package internal(set) var decision = Decision()
    /// Set before packs with groups are evaluated.
    package var groups: (any GroupKnowledge)?
    /// Keep what each rule and row read, for explanations.
    package var recordsReads = false
    /// Notes what evaluations touch; nil, as at first, where nobody asks.
    package var coverage: CoverageRecorder? {
        didSet {
            oldValue?.detach()
            coverage?.attach(program)
        }
    }
    /// The cohort is being read beforehand, and means over groups may still be missing.
    var isSurveying = false
    /// A mean was asked for that is not there yet.
    var metPendingMean = false
    var readsOfRule: [String: LuaReads] = [:]

    var state: LuaState { program.state }
    var rules: RuleSet { program.rules }
    var row: NominalRow?
    var nominal: Int64 = 0
    let answers: Int64
    var done: Set<Answer> = []
    var inProgress: [Answer] = []
    /// For each memo slot that is unknown, why.
    var missing: [Int: Missing] = [:]
    var allReads = LuaReads()
    /// What the call before this one read.
    var lastReads = LuaReads()
    var failure: DecisionError?
    /// How the nominal ranks for a place; nil where it does not ask for one.
    var candidate: AllocationPlan.Candidate?
    var groupFacts: [GroupFacts?] = []
    /// Texts that rules have been shown, by the state's own number.
    var pool: [String: Int32] = [:]

    // Answers that later calls reuse.
    var criteria: [CriterionAnswer]
    var matrices: [MatrixAnswer]
    var tables: [TableAnswer]
    var classes: [ClassAnswer]
    var groupAnswers: [GroupAnswer]
    var warnings: [DecisionWarning] = []
    private let sortedFields: [Int]
    let cohortCell: Int?
    let cohortCategoryCell: Int?

    package init(_ program: RuleProgram) {
        self.program = program
        answers = LuaState.handle(namespace: program.slots.root)
        let rules = program.rules
        criteria = rules.criteria.map { CriterionAnswer(name: $0.name, rows: $0.rows.map { .init(id: $0.id) }) }
        matrices = rules.matrices.map {
            MatrixAnswer(name: $0.name, hasBands: !$0.bands.isEmpty, rows: $0.rows.map { .init(id: $0.id) })
        }
        tables = rules.tables.map { TableAnswer(name: $0.name, outputNames: $0.table.outputNames) }
        classes = rules.classifications.map { ClassAnswer(name: $0.name, isSet: $0.pick == .any) }
        groupAnswers = rules.groups.map { GroupAnswer(name: $0.name) }
        let fields = program.layout.fields
        sortedFields = fields.indices.sorted { fields[$0].path < fields[$1].path }
        cohortCell = program.layout.id(ofPath: "cohort").map { fields[$0].cell }
        cohortCategoryCell = program.layout.id(ofPath: "cohort.category").map { fields[$0].cell }
        program.host.evaluator = self
    }

    /// Works out everything that the pack declares for the nominal in `row`, and leaves it in `decision`.
    /// - Parameter input: the digest of the nominal's line.
    package func evaluate(_ row: NominalRow, input: String) {
        begin(row)
        decision.input = input
        let status = answerAll()
        finish(status)
    }

    /// Binds a nominal and forgets the one before.
    func begin(_ row: NominalRow) {
        self.row = row
        state.begin(
            root: program.binding.root, cells: row.cells, cellCount: row.cellCount, strings: row.strings, stringCount: row.stringCount)
        nominal = state.rootHandle
        done.removeAll(keepingCapacity: true)
        inProgress.removeAll(keepingCapacity: true)
        missing.removeAll(keepingCapacity: true)
        readsOfRule.removeAll(keepingCapacity: true)
        warnings.removeAll(keepingCapacity: true)
        allReads = LuaReads()
        lastReads = LuaReads()
        failure = nil
        candidate = nil
        groupFacts = Array(repeating: nil, count: rules.groups.count)
        decision.nominal = row.id
        decision.asOf = program.asOf
        decision.error = nil
        decision.taskings.removeAll(keepingCapacity: true)
        decision.allocation = nil
    }

    private func answerAll() -> LuaStatus {
        for index in rules.criteria.indices { if case let status = answer(.criteria(index)), status != .ok { return status } }
        for index in rules.matrices.indices { if case let status = answer(.matrix(index)), status != .ok { return status } }
        for index in rules.tables.indices { if case let status = answer(.table(index)), status != .ok { return status } }
        for index in rules.classifications.indices { if case let status = answer(.classification(index)), status != .ok { return status } }
        for index in rules.groups.indices { if case let status = answer(.group(index)), status != .ok { return status } }
        if case let status = recommend(), status != .ok { return status }
        if case let status = task(), status != .ok { return status }
        return rank()
    }

    private func finish(_ status: LuaStatus) {
        decision.trace = state.trace.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if decision.trace.last == "" { decision.trace.removeLast() }
        // Which line shows what cannot be told, so none is shown.
        if allReads.withheld, !decision.trace.isEmpty {
            decision.trace = ["withheld: a rule read a report whose content may not be shown"]
        }
        decision.reads = paths(of: allReads.fields)
        addStaleWarnings()
        decision.warnings = warnings
        if status == .ok {
            decision.criteria = criteria
            decision.matrices = matrices
            decision.tables = tables
            decision.classes = classes
            decision.groups = groupAnswers
        } else {
            candidate = nil
            decision.fail(failure ?? DecisionError(code: "lua_error", message: "a rule failed", file: nil, line: nil, rule: nil))
        }
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
    var isMember: Bool { cohortCell.map { row?.cells[$0] == 1 } ?? false }
}
