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

    private var layout: RowLayout { run.layout }

    /// nil for people who are not in the cohort and whom nothing recommends to join.
    func plan() throws -> ExitPlan? {
        guard decision.error == nil, evaluator.isMember || decision.recommendation.action == .select else { return nil }
        if !evaluator.isMember { join() }
        let rules = evaluator.rules.deselection
        let now = evaluator.deselectionAnswers(row)
        let ahead = try lookAhead()
        let standing = needsScores(now) ? try lookAheadWithLowScores() : nil
        var planned: [ExitPlan.Rule] = []
        for (index, rule) in rules.enumerated() {
            var missing: [String] = []
            switch now[index].answer {
            case .yes: break
            case .no, .unknown:
                missing = changes(for: index, reads: now[index].reads)
                if let day = ahead.holdsFrom[index] {
                    missing.append("Time alone: from \(day.inWords), if nothing new is recorded.")
                } else if let day = standing?.holdsFrom[index] {
                    missing.append("Assessed as \(lowBands()) once a month from now on: from \(day.inWords).")
                }
            }
            planned.append(
                ExitPlan.Rule(
                    id: rule.id, title: rule.heading.title, missing: missing, holdsFrom: ahead.holdsFrom[index],
                    unknown: now[index].unknown, looksAt: ordinaryTitles(now[index].reads), isWithheld: isGuarded(now[index].direct)))
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

    private func isGuarded(_ reads: LuaReads) -> Bool {
        reads.withheld
            || reads.fields.members.contains { id in
                id < layout.fields.count && run.pack.catalogue.sensitivity(at: layout.fields[id].path) != .ordinary
            }
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
        let last = run.asOf.adding(months: 12 * ExitPlanner.years)
        var current = evaluator
        defer { _ = evaluator.program.move(to: run.asOf) }
        for number in run.asOf.number...last.number {
            let day = Day(number: number)
            if !current.program.move(to: day) {
                current = Evaluator(try RuleProgram(run.pack, layout: layout, asOf: day))
                current.groups = knowledge.groups
            }
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
            if ahead.leaving != nil, !ahead.holdsFrom.contains(where: { $0 == nil }) { break }
        }
        return ahead
    }

    // MARK: Assessments to come

    private func needsScores(_ answers: [DeselectionAnswer]) -> Bool {
        answers.contains { answer in
            answer.answer != .yes && answer.reads.fields.members.contains { $0 < layout.fields.count && layout.fields[$0].path.hasPrefix("scores") }
        }
    }

    /// Matrices with bands that the person is scored by: those of the earlier scores, or all where there are none.
    private var banded: [Matrix] {
        let all = evaluator.rules.matrices.filter { $0.bands.count > 1 }
        guard let list = layout.id(ofPath: "scores"), let name = layout.id(ofPath: "scores.matrix"),
            let items = row.items(at: layout.fields[list].cell)
        else { return all }
        let used = Set((0..<items.count).compactMap { row.string(at: items.first + $0 * layout.fields[list].stride + layout.fields[name].cell) })
        let known = all.filter { used.contains($0.name) }
        return known.isEmpty ? all : known
    }

    private func lowBands() -> String {
        DecisionWords.list(banded.compactMap { matrix in matrix.bands.last.map { "“\($0.title)”" } }, "or")
    }

    /// As if the person came out lowest in every monthly assessment of the next years.
    private func lookAheadWithLowScores() throws -> Ahead {
        guard let list = layout.id(ofPath: "scores") else { return Ahead(holdsFrom: []) }
        let before = layout.fields[list].cell
        let cells = (0..<4).map { row.cells[before + $0] }
        defer { for place in 0..<4 { row.set(cell: before + place, to: cells[place]) } }
        func part(_ name: String) -> Int? { layout.id(ofPath: "scores.\(name)").map { layout.fields[$0].cell } }
        guard let date = part("date"), let name = part("matrix"), let score = part("score"), let band = part("band") else {
            return Ahead(holdsFrom: [])
        }
        var items: [[Int64]] = []
        let texts = banded.map { (row.append(text: $0.name), row.append(text: $0.bands.last?.id ?? ""), $0.range.lowerBound) }
        for month in 1...(12 * ExitPlanner.years) {
            for (matrix, lowest, points) in texts {
                var item = Array(repeating: NominalRow.none, count: layout.fields[list].stride)
                item[date] = Int64(run.asOf.adding(months: month).number)
                item[name] = matrix
                item[band] = lowest
                item[score] = Int64(bitPattern: points.bitPattern)
                items.append(item)
            }
        }
        row.append(items, to: list)
        return try lookAhead()
    }

    private func ordinaryTitles(_ reads: LuaReads) -> [String] {
        var titles: [String] = []
        for id in reads.fields.members where id < layout.fields.count {
            let field = layout.fields[id]
            guard run.pack.catalogue.sensitivity(at: field.path) == .ordinary, !field.path.hasPrefix("cohort") else { continue }
            let title = field.list.map { layout.fields[$0].definition.title } ?? field.definition.title
            if !titles.contains(title) { titles.append(title) }
        }
        return titles
    }

    // MARK: Facts

    /// For each fact that stands behind the rule, the nearest value with which it would hold.
    private func changes(for rule: Int, reads: LuaReads) -> [String] {
        var sentences: [String] = []
        for id in reads.fields.members where id < layout.fields.count {
            let field = layout.fields[id]
            // Missing appointments is no way out to point anybody to.
            guard field.list == nil, field.since == nil, field.path != "id", !field.path.hasPrefix("cohort"),
                !field.path.hasPrefix("engagement"),
                run.pack.catalogue.sensitivity(at: field.path) == .ordinary
            else { continue }
            if let sentence = change(field, for: rule) { sentences.append(sentence) }
        }
        return sentences
    }

    private func change(_ field: LaidOutField, for rule: Int) -> String? {
        let before = row.cells[field.cell]
        let parent = field.parent.map { (layout.fields[$0].id, row.cells[layout.fields[$0].cell]) }
        defer {
            row.set(field.id, cellValue: before)
            if let parent { row.set(parent.0, cellValue: parent.1) }
        }
        if let parent { row.set(parent.0, cellValue: 1) }
        func holds(_ cell: Int64) -> Bool {
            row.set(field.id, cellValue: cell)
            return evaluator.deselectionAnswer(rule, row) == .yes
        }
        let title = field.definition.title.prefix(1).uppercased() + field.definition.title.dropFirst()
        let now = before == NominalRow.none ? "not known now" : "now \(evaluator.value(of: field) ?? "not known")"
        switch field.definition.type {
        case .bool:
            for value: Int64 in [0, 1] where value != before && holds(value) { return "\(title): \(value == 1 ? "yes" : "no") (\(now))." }
        case .enumeration(let values):
            let fitting = values.values.indices.filter { Int64($0) != before && holds(Int64($0)) }.map { DecisionWords.value(values.values[$0]) }
            if !fitting.isEmpty { return "\(title): \(DecisionWords.list(fitting, "or")) (\(now))." }
        case .int(let range):
            let domain = range.map { $0.lowerBound...min($0.upperBound, $0.lowerBound + 500) } ?? 0...500
            if let found = nearest(in: domain, to: before == NominalRow.none ? domain.lowerBound : Int(before), where: { holds(Int64($0)) }) {
                return "\(title): \(found.value)\(found.words) (\(now))."
            }
        case .percent:
            func cell(_ value: Int) -> Int64 { Int64(bitPattern: Double(value).bitPattern) }
            let current = before == NominalRow.none ? 0 : Int(Double(bitPattern: UInt64(bitPattern: before)).rounded())
            if let found = nearest(in: 0...100, to: current, where: { holds(cell($0)) }) { return "\(title): \(found.value)\(found.words) (\(now))." }
        case .string where field.parent == nil:
            // Any other text will do to learn whether the rule turns on this one.
            row.set(field.id, text: "\u{2014}")
            if evaluator.deselectionAnswer(rule, row) == .yes, let text = { row.set(field.id, cellValue: before); return row.string(at: field.cell) }() {
                return "\(title): other than \(text)."
            }
        default: break
        }
        return nil
    }

    private func nearest(in domain: ClosedRange<Int>, to current: Int, where holds: (Int) -> Bool) -> (value: Int, words: String)? {
        for distance in 1...max(1, domain.count) {
            let below = current - distance
            let above = current + distance
            if domain.contains(below), holds(below) { return (below, below == domain.lowerBound ? "" : " or less") }
            if domain.contains(above), holds(above) { return (above, above == domain.upperBound ? "" : " or more") }
        }
        return nil
    }
}
