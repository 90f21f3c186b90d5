package import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime
import Notation

/// Explains one person's decision, by evaluating it again and then trying what would change it.
package struct Explainer {
    let run: CohortRun

    package init(_ run: CohortRun) { self.run = run }

    /// - Returns: nil where the cohort holds nobody of that id.
    /// - Throws: `PackError`, `CohortError`, `RunStopped`, or `RejectedPerson` where the line of that id is rejected.
    package func explain(_ id: String, in source: any CohortSource) throws -> Explanation? {
        let worker = RunWorker(try RuleProgram(run.pack, layout: run.layout, asOf: run.asOf))
        let knowledge = try WholeCohort(run, worker).survey(source)
        worker.use(knowledge)
        guard let line = try find(id, in: source, worker) else { return nil }
        return try explain(line, worker, knowledge)
    }

    /// What the rules have to know of everybody; nothing where the pack decides on each person without looking at others.
    /// - Throws: `PackError`, `CohortError`, `RunStopped`.
    package func survey(_ source: any CohortSource) throws -> CohortKnowledge {
        CohortKnowledge(try WholeCohort(run, RunWorker(try RuleProgram(run.pack, layout: run.layout, asOf: run.asOf))).survey(source))
    }

    /// - Parameters:
    ///   - line: the person's own.
    ///   - cohort: from ``survey(_:)``, of the cohort that the line is of; nil where the pack decides on each person without looking at others.
    /// - Returns: nil where the line is rejected.
    /// - Throws: `PackError`, `RunStopped`.
    package func explain(_ line: [UInt8], knowing cohort: CohortKnowledge?) throws -> Explanation? {
        let worker = RunWorker(try RuleProgram(run.pack, layout: run.layout, asOf: run.asOf))
        let knowledge = cohort?.knowledge ?? WholeCohort.Knowledge()
        worker.use(knowledge)
        return try explain(line, worker, knowledge)
    }

    private func explain(_ line: [UInt8], _ worker: RunWorker, _ knowledge: WholeCohort.Knowledge) throws -> Explanation? {
        try line.withUnsafeBytes { bytes in
            guard case .success(let row) = worker.decode(bytes, number: 1) else { return nil }
            let evaluator = worker.evaluator
            evaluator.recordsReads = true
            evaluator.evaluate(row, input: PackSource.digest(of: bytes))
            if let stopped = evaluator.stopped { throw stopped }
            let reads = ReadsByRule(evaluator)
            if let plan = knowledge.plan { evaluator.apply(plan) }
            let decision = evaluator.decision
            let joining = decision.error == nil ? Joining(evaluator, row: row) : nil
            let telling = TellingWords(run.pack.catalogue)
            let exit = try ExitPlanner(
                run: run, evaluator: evaluator, row: row, decision: decision, knowledge: knowledge, telling: telling
            ).plan()
            let rules = evaluator.rules
            let sections = DecisionSections(decision: decision, rules: rules, pack: run.pack, exit: exit, title: evaluator.title(of:))
            return Explanation(
                decision: decision, pack: run.pack.identity, title: run.pack.manifest.title,
                sections: sections.all,
                letter: LetterWriter(
                    decision: decision, rules: rules, pack: run.pack, exit: exit, reads: reads, joining: joining,
                    names: LetterWriter.namesOfOthers(row), title: evaluator.title(of:),
                    telling: telling
                ).sections,
                exit: exit, leaving: sections.leaving)
        }
    }

    private func find(_ id: String, in source: any CohortSource, _ worker: RunWorker) throws -> [UInt8]? {
        var found: [UInt8]?
        var rejected: Reject?
        var isEnd = false
        while !isEnd, found == nil, rejected == nil {
            isEnd = try !source.next { line, number in
                switch worker.decode(line, number: number) {
                case .success(let row): if row.id == id { found = Array(line) }
                case .failure(let reject): if reject.reject.id == id { rejected = reject.reject }
                }
            }
            if let reject = source.pendingRejects.first(where: { $0.id == id }) { rejected = reject }
            source.pendingRejects = []
        }
        if let rejected { throw RejectedPerson(reject: try source.locate(rejected)) }
        return found
    }
}

/// The person's line cannot be read, so there is nothing to explain.
package struct RejectedPerson: Error {
    package let reject: Reject
}

/// What each rule and row read in the evaluation to be explained.
struct ReadsByRule {
    private let direct: [String: LuaReads]
    private let program: RuleProgram
    private let names: [Answer: String]

    init(_ evaluator: Evaluator) {
        direct = evaluator.readsOfRule
        program = evaluator.program
        names = Dictionary(Set(evaluator.program.slots.owners).map { ($0, evaluator.name(of: $0).path) }) { first, _ in first }
    }

    /// The rule itself read a protected or sensitive field, or an answer that is made of nothing else.
    func isGuarded(_ rule: String) -> Bool { isGuarded(direct[rule] ?? LuaReads()) }

    func isGuarded(_ reads: LuaReads) -> Bool { isGuarded(reads, []) }

    /// The rule itself read the answer of that path, such as `criteria.gto_scope`.
    func reads(_ answer: String, by rule: String) -> Bool {
        (direct[rule] ?? LuaReads()).slots.members.contains { slot in
            slot < program.slots.owners.count && names[program.slots.owners[slot]] == answer
        }
    }

    private func isGuarded(_ reads: LuaReads, _ above: Set<String>) -> Bool {
        if touches(reads) { return true }
        return reads.slots.members.contains { slot in
            guard slot < program.slots.owners.count, let path = names[program.slots.owners[slot]], !above.contains(path) else { return false }
            let rows = direct.filter { $0.key == path || $0.key.hasPrefix(path + ".") }
            return !rows.isEmpty && rows.values.allSatisfy { isGuarded($0, above.union([path])) }
        }
    }

    /// A protected or sensitive field stands somewhere behind what the rule read.
    func restsOnGuarded(_ rule: String) -> Bool { touches(transitive(direct[rule] ?? LuaReads())) }

    /// Every field that stands behind these reads.
    func transitive(_ reads: LuaReads) -> LuaReads {
        var result = reads
        var open = reads.slots.members
        var visited: Set<String> = []
        while let slot = open.popLast() {
            guard slot < program.slots.owners.count, let path = names[program.slots.owners[slot]], visited.insert(path).inserted else { continue }
            for (rule, inner) in direct where rule == path || rule.hasPrefix(path + ".") {
                result.formUnion(inner)
                open += inner.slots.members
            }
        }
        return result
    }

    private func touches(_ reads: LuaReads) -> Bool {
        reads.withheld
            || reads.fields.members.contains { id in
                id < program.layout.fields.count && program.pack.catalogue.sensitivity(at: program.layout.fields[id].path) != .ordinary
            }
    }
}

/// Which rule would bring the person into the cohort today, whether or not they are in it.
struct Joining {
    let rule: SelectionRule?
    let since: Day?

    init(_ evaluator: Evaluator, row: NominalRow) {
        let layout = evaluator.program.layout
        let cohort = layout.id(ofPath: "cohort")
        since = layout.id(ofPath: "cohort.since").flatMap { id in
            let cell = row.cells[layout.fields[id].cell]
            return cell == NominalRow.none ? nil : Day(number: Int(cell))
        }
        let before = cohort.map { row.cells[layout.fields[$0].cell] } ?? NominalRow.none
        if let cohort { row.set(cohort, cellValue: NominalRow.none) }
        let recommendation = evaluator.recommendation(for: row)
        if let cohort { row.set(cohort, cellValue: before) }
        rule = recommendation?.action == .select ? evaluator.rules.selection.first { $0.id == recommendation?.rule } : nil
    }
}

extension Evaluator {
    /// The recommendation alone; nil where a rule failed.
    func recommendation(for row: NominalRow) -> Recommendation? {
        begin(row)
        return recommend() == .ok ? recommendation : nil
    }
}
