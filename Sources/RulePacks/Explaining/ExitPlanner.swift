import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime
import Notation

/// Works out how a person would leave: rule by rule what would have to change, and the day on which time alone would do it.
///
/// Rules are functions, so nothing is read off them. They are tried: on each day of the next years with nothing new
/// recorded, and with each single fact changed to the nearest value that would make the rule hold.
struct ExitPlanner {
    static let years = 5

    let run: CohortRun
    let evaluator: Evaluator
    let row: NominalRow
    let decision: Decision
    let knowledge: WholeCohort.Knowledge
    let telling: TellingWords

    var layout: RowLayout { run.layout }

    /// nil for people who are not in the cohort and whom nothing recommends to join.
    func plan() throws -> ExitPlan? {
        guard decision.error == nil, evaluator.isMember || decision.recommendation.action == .select else { return nil }
        if !evaluator.isMember { join() }
        let rules = evaluator.rules.deselection
        let now = evaluator.deselectionAnswers(row, withReads: true)
        let ahead = try lookAhead()
        let assessed = try assessedDays(of: rules.indices.filter { ahead.holdsFrom[$0] == nil && readsScores(now[$0].reads) })
        var planned: [ExitPlan.Rule] = []
        for (index, rule) in rules.enumerated() {
            var missing: [String] = []
            switch now[index].answer {
            case .yes: break
            case .no, .unknown:
                missing = changes(for: index, reads: now[index].reads)
                if let day = ahead.holdsFrom[index] {
                    missing.append("Time alone: from \(day.inWords), if nothing new is recorded.")
                } else if let assessed = assessed[index] {
                    missing.append("Assessed as \(lowest(assessed.by)) once a month from now on: from \(assessed.from.inWords).")
                }
            }
            planned.append(
                ExitPlan.Rule(
                    id: rule.id, title: rule.heading.title, missing: missing, holdsFrom: ahead.holdsFrom[index],
                    unknown: now[index].unknown, looksAt: ordinaryTitles(now[index].reads),
                    isWithheld: now[index].isGuarded || telling.givesAway(rule.heading.title) || telling.givesAway(DecisionWords.value(rule.id)),
                    to: rule.category, isForAnotherCategory: now[index].answer == .no && turnsOnCategory(index, now[index].reads)))
        }
        return ExitPlan(
            rules: planned, ifNothingNew: ahead.leaving, dataRunsOut: ahead.dataRunsOut,
            lookedUntil: run.asOf.adding(months: 12 * ExitPlanner.years))
    }

    /// Somebody about to join is looked at as if they had joined today.
    private func join() {
        func field(_ path: String) -> Int? { layout.id(ofPath: path) }
        if let cohort = field("cohort") { row.set(cohort, cellValue: 1) }
        if let since = field("cohort.since") { row.set(since, cellValue: Int64(run.asOf.number)) }
        if let category = field("cohort.category"), let name = decision.recommendation.category { row.set(category, text: name) }
    }

    // MARK: Time

    private struct Ahead {
        var holdsFrom: [Day?]
        var leaving: (date: Day, rule: String)?
        var dataRunsOut: (date: Day, fields: [String])?
    }

    private func lookAhead() throws -> Ahead {
        let rules = evaluator.rules.deselection
        var ahead = Ahead(holdsFrom: Array(repeating: nil, count: rules.count))
        try onEachDay { day, current in
            let answers = current.deselectionAnswers(row)
            for (index, answer) in answers.enumerated() where ahead.holdsFrom[index] == nil && answer.answer == .yes {
                ahead.holdsFrom[index] = day
            }
            if ahead.leaving == nil, let first = answers.firstIndex(where: { $0.answer != .no }) {
                if answers[first].answer == .yes {
                    ahead.leaving = (day, rules[first].id)
                } else if ahead.dataRunsOut == nil {
                    ahead.dataRunsOut = (day, answers[first].unknown)
                }
            }
            return ahead.leaving == nil || ahead.holdsFrom.contains { $0 == nil }
        }
        return ahead
    }

    /// The days to come, one after the other from the day of the run, for as long as `body` says.
    ///
    /// A pack that used `as_of` while it loaded has to be loaded afresh for each day. There, a week in which no rule answers
    /// otherwise at its end than at its beginning is passed over.
    func onEachDay(_ body: (Day, Evaluator) -> Bool) throws {
        let last = run.asOf.adding(months: 12 * ExitPlanner.years)
        defer { _ = evaluator.program.move(to: run.asOf) }
        if !evaluator.program.isTiedToDate {
            for number in run.asOf.number...last.number {
                _ = evaluator.program.move(to: Day(number: number))
                guard body(Day(number: number), evaluator) else { return }
            }
            return
        }
        guard body(run.asOf, evaluator) else { return }
        var before = evaluator.deselectionAnswers(row).map(\.answer)
        var day = run.asOf
        while day < last {
            let end = min(day.adding(days: 7), last)
            let ending = try loaded(for: end)
            let answers = ending.deselectionAnswers(row).map(\.answer)
            if answers != before {
                for number in (day.number + 1)..<end.number {
                    guard body(Day(number: number), try loaded(for: Day(number: number))) else { return }
                }
            }
            guard body(end, ending) else { return }
            (before, day) = (answers, end)
        }
    }

    private func loaded(for day: Day) throws -> Evaluator {
        let fresh = Evaluator(try RuleProgram(run.pack, layout: layout, asOf: day))
        fresh.groups = knowledge.groups
        return fresh
    }

    /// A rule that the category decides before it looks at anything else, or that would hold in another category as things are.
    private func turnsOnCategory(_ rule: Int, _ reads: LuaReads) -> Bool {
        let paths = reads.fields.members.filter { $0 < layout.fields.count }.map { layout.fields[$0].path }
        guard paths.contains("cohort.category"), let category = layout.id(ofPath: "cohort.category") else { return false }
        if paths.allSatisfy({ $0 == "cohort" || $0 == "cohort.category" }), reads.slots.members.isEmpty { return true }
        let before = row.cells[layout.fields[category].cell]
        defer { row.set(category, cellValue: before) }
        let rules = evaluator.rules
        return Set((rules.selection + rules.deselection).compactMap(\.category)).sorted().contains { name in
            row.set(category, text: name)
            return evaluator.deselectionAnswer(rule, row) == .yes
        }
    }

    private func ordinaryTitles(_ reads: LuaReads) -> [String] {
        var titles: [String] = []
        let read = reads.fields.members.filter { $0 < layout.fields.count }
        for id in read {
            let field = layout.fields[id]
            guard run.pack.catalogue.sensitivity(at: field.path) == .ordinary, !field.path.hasPrefix("cohort") || field.path == "cohort.category"
            else { continue }
            // The parts that were read say more than the whole.
            if field.list == nil, field.children.contains(where: read.contains) { continue }
            let title = field.list.map { layout.fields[$0].definition.title } ?? field.definition.title
            if !titles.contains(title) { titles.append(title) }
        }
        return titles
    }
}
