import Decisions
import Notation

/// Puts a whole decision into words for professionals.
struct DecisionSections {
    let decision: Decision
    let rules: RuleSet
    let pack: PackSource
    let exit: ExitPlan?
    /// How sentences name a field or an answer.
    let title: (String) -> String

    typealias Section = Explanation.Section

    var all: [Section] {
        [recommendation] + criteria + matrices + others + [taskings, unknowns, leaving, notes].compactMap { $0 }
    }

    private func needed(_ names: [String]) -> String { DecisionWords.list(names.map(title)) }

    private var recommendation: Section {
        let r = decision.recommendation
        let lead =
            switch r.action {
            case .select: "Select" + (r.category.map { " as \(DecisionWords.value($0))" } ?? "")
            case .monitor: "Monitor, without joining the cohort"
            case .none: "Nothing: no rule for joining the cohort is met"
            case .retain: "Retain" + (r.category.map { " as \(DecisionWords.value($0))" } ?? "")
            case .deselect: "De-select" + (r.category.map { ", and move to \(DecisionWords.value($0))" } ?? "")
            case .refer: "Refer to people: the rules cannot decide"
            }
        var lines = ["\(lead)\(r.title.map { ", by the rule “\($0)”" } ?? "")."]
        if r.rule != nil || r.action == .refer { lines += r.because.map(sentence) }
        if let placement = decision.allocation {
            lines.append("Place \(placement.rank) in the ranking: \(placement.isPlaced ? "has a place" : "has no place")\(placement.isKept ? ", kept whatever the number of places" : "").")
        }
        lines.append("This is a recommendation. People decide.")
        return Section("Recommendation", lines)
    }

    private var criteria: [Section] {
        decision.criteria.compactMap { answer in
            guard let rule = rules.criteria.first(where: { $0.name == answer.name }) else { return nil }
            let rows = zip(rule.rows, answer.rows).map { row, met in
                switch met.met {
                case .yes: "Yes: \(row.heading.title)."
                case .no: "No: \(row.heading.title)."
                case .unknown: "Not known: \(row.heading.title). Missing: \(needed(met.unknown))."
                }
            }
            let met = answer.met == .yes ? "met" : answer.met == .no ? "not met" : "not known"
            return Section("\(rule.heading.title): \(met)", rows)
        }
    }

    private var matrices: [Section] {
        decision.matrices.compactMap { answer in
            guard let rule = rules.matrices.first(where: { $0.name == answer.name }) else { return nil }
            var lines = zip(rule.rows, answer.rows).map { row, points in
                if points.isUnknown {
                    let range = points.high.map { "\(DecisionWords.number(points.low)) to \(DecisionWords.number($0))" } ?? "\(DecisionWords.number(points.low)) or more"
                    return "\(range)\(rule.total == nil ? " points" : ""), not known: \(row.heading.title). Missing: \(needed(points.unknown))."
                }
                return "\(DecisionWords.points(points.low, of: rule)): \(row.heading.title)\(points.because.map { " (\($0))" } ?? "")."
            }
            let score = answer.high == answer.low ? DecisionWords.number(answer.low)
                : answer.high.map { "\(DecisionWords.number(answer.low)) to \(DecisionWords.number($0))" } ?? "\(DecisionWords.number(answer.low)) or more"
            var heading = "\(rule.heading.title): \(score)"
            if answer.hasBands {
                let band = answer.band.flatMap { id in rule.bands.first { $0.id == id }?.title }
                heading += band.map { ", “\($0)”" } ?? ", band not known"
            }
            if let note = rule.heading.note, note != "illustrative" { lines.append(sentence(note)) }
            return Section(heading, lines)
        }
    }

    private var others: [Section] {
        var lines: [String] = []
        for answer in decision.tables {
            guard let rule = rules.tables.first(where: { $0.name == answer.name }) else { continue }
            lines.append("\(rule.heading.title): \(words(answer)).")
        }
        for answer in decision.classes {
            guard let rule = rules.classifications.first(where: { $0.name == answer.name }) else { continue }
            let names = (answer.classes ?? []).map { id in rule.classes.first { $0.id == id }?.heading.title ?? id }
            let text = answer.classes == nil ? "not known, for want of \(needed(answer.unknown))" : names.isEmpty ? "none" : DecisionWords.list(names)
            lines.append("\(rule.heading.title): \(text).")
        }
        for answer in decision.groups {
            guard let rule = rules.groups.first(where: { $0.name == answer.name }) else { continue }
            let size = answer.size.map { $0 == 0 ? "in none" : "\(answer.key.map { "\($0), " } ?? "")\(DecisionWords.count($0, "person", "people"))" }
            lines.append("\(rule.heading.title): \(size ?? "not known, for want of \(needed(answer.unknown))").")
        }
        return lines.isEmpty ? [] : [Section("Also worked out", lines)]
    }

    private func words(_ answer: TableAnswer) -> String {
        func word(_ value: DecisionValue) -> String {
            switch value {
            case .text(let text): DecisionWords.value(text)
            case .number(let number): DecisionWords.number(number)
            case .bool(let value): value ? "yes" : "no"
            case .date(let day): day.inWords
            }
        }
        return switch answer.output {
        case .none: "no row matches"
        case .unknown: "not known, for want of \(needed(answer.unknown))"
        case .one(let values): DecisionWords.list(values.map(word))
        case .many(let rows): rows.isEmpty ? "none" : rows.map { DecisionWords.list($0.map(word)) }.joined(separator: "; ")
        }
    }

    private var taskings: Section? {
        guard !decision.taskings.isEmpty else { return nil }
        return Section(
            "Taskings",
            decision.taskings.map { task in
                let due = task.due.map { ", due \($0.inWords)" } ?? ""
                let priority = task.priority.map { ", \($0) priority" } ?? ""
                return "\(task.title): for \(DecisionWords.value(task.owner))\(due)\(priority)." + (task.because.map { " Because: \(sentence($0))" } ?? "")
            })
    }

    private var unknowns: Section? {
        guard !decision.recommendation.unknown.isEmpty else { return nil }
        return Section("What is needed to decide", decision.recommendation.unknown.map { "\(title($0).prefix(1).uppercased() + title($0).dropFirst()) (`\($0)`)." })
    }

    var leaving: Section? {
        guard let exit else { return nil }
        var lines: [String] = []
        for rule in exit.rules {
            let move = rule.to.map { " It moves them to “\(DecisionWords.value($0))”." } ?? ""
            if rule.isForAnotherCategory {
                lines.append("“\(rule.title)” is for people of another category.")
            } else if rule.holdsFrom == decision.asOf {
                lines.append("“\(rule.title)” holds now.\(move)")
            } else if rule.missing.isEmpty {
                let looks = rule.looksAt.isEmpty ? "" : "; it looks at \(DecisionWords.list(rule.looksAt))"
                let why = rule.unknown.isEmpty ? "no single fact that was tried makes it hold\(looks)" : "not known, for want of \(needed(rule.unknown))"
                lines.append("“\(rule.title)”: \(why).\(move)")
            } else {
                lines.append("“\(rule.title)” does not hold now.\(move) \(rule.missing.count == 1 ? "What would make it hold:" : "Any one of these would make it hold:")")
                lines += rule.missing.map { "– \($0)" }
            }
        }
        if let runsOut = exit.dataRunsOut, exit.ifNothingNew.map({ runsOut.date < $0.date }) ?? true, runsOut.date > decision.asOf {
            lines.append("From \(runsOut.date.inWords) the rules can no longer tell, for want of \(needed(runsOut.fields)).")
        }
        if let leaving = exit.ifNothingNew {
            let rule = exit.rule(leaving.rule)
            let title = rule?.title ?? leaving.rule
            let what = rule?.to.map { "a move to “\(DecisionWords.value($0))”" } ?? "leaving"
            lines.append(
                leaving.date == decision.asOf
                    ? "\(what.prefix(1).uppercased() + what.dropFirst()) is recommended now, by “\(title)”."
                    : "If nothing new is recorded, \(what) is recommended from \(leaving.date.inWords), by “\(title)”.")
        } else {
            lines.append("If nothing new is recorded, no rule recommends leaving before \(exit.lookedUntil.inWords).")
        }
        return Section("Leaving the cohort", lines)
    }

    private var notes: Section? {
        var lines = decision.warnings.map { sentence($0.text) }
        if let error = decision.error {
            let place = [error.file, error.line.map(String.init)].compactMap { $0 }.joined(separator: ":")
            lines.append("The rule \(error.rule.map { "`\($0)` " } ?? "")failed at \(place): \(error.message).")
        }
        lines += decision.trace.map { "Printed by the pack: \($0)" }
        return lines.isEmpty ? nil : Section("Notes", lines)
    }

    private func sentence(_ text: String) -> String {
        let capital = text.prefix(1).uppercased() + text.dropFirst()
        return capital.last.map { ".!?:".contains($0) } ?? false ? capital : capital + "."
    }
}
