import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime
import Notation

extension Evaluator {
    /// Taskings, for people in the cohort and those recommended to be selected.
    func task() -> LuaStatus {
        guard isMember || decision.recommendation.action == .select else { return .ok }
        for (place, rule) in rules.taskings.enumerated() {
            let name = RuleName(path: "tasking.\(rule.id)", heading: rule.heading)
            lastReads = LuaReads()
            if let when = rule.when {
                switch condition(when, name) {
                case .failed(let status): return status
                case .no:
                    coverage?.tasking(place, .no)
                    continue
                case .yes: coverage?.tasking(place, .yes)
                case .unknown(let missing):
                    coverage?.tasking(place, .unknown)
                    warnUndecided(rule, missing)
                    continue
                }
            } else {
                coverage?.tasking(place, nil)
            }
            if let every = rule.every, wasTasked(rule.id, within: every) { continue }
            if rule.isEnforcement, isVictimOnly {
                warnings.append(
                    DecisionWarning(
                        code: "enforcement_refused", field: "gang.role",
                        text: "“\(rule.heading.title)” is enforcement and was refused: this person is recorded only as a victim of a gang, or as exploited by it"))
                continue
            }
            if case let status = add(rule, reads: lastReads, name), status != .ok { return status }
        }
        return .ok
    }

    private func add(_ rule: TaskingRule, reads: LuaReads, _ name: RuleName) -> LuaStatus {
        var because: String?
        if let function = rule.because {
            switch call(function, name) {
            case .failed(let status): return status
            case .value(.text(let text)): because = lastReads.withheld ? Evaluator.withheldReason : text
            case .value(.number(let number)): because = DecisionWords.number(number)
            case .value: break
            case .unknown(let missing):
                warnUndecided(rule, missing)
                return .ok
            }
        }
        var due: Day?
        switch rule.due {
        case nil: break
        case .span(let span)?: due = span.after(decision.asOf)
        case .function(let function)?:
            switch call(function, name) {
            case .failed(let status): return status
            case .value(.date(let day)): due = day
            case .value(.span(let span)): due = span.after(decision.asOf)
            case .unknown(let missing):
                warnUndecided(rule, missing)
                return .ok
            case .value(let other):
                return fail("not_a_date", "`due` gave \(other.noun), where a date or a length of time is wanted", name)
            }
        }
        let sentences = because == nil ? sentences(for: reads) : []
        decision.taskings.append(
            Tasking(
                kind: rule.id, title: rule.heading.title, owner: rule.owner, priority: rule.priority, due: due,
                because: because ?? (sentences.isEmpty ? nil : sentences.joined(separator: " ")),
                key: "\(decision.nominal)/\(rule.id)/\(decision.asOf.description.prefix(7))"))
        return .ok
    }

    private func warnUndecided(_ rule: TaskingRule, _ missing: Missing) {
        let needed = names(of: missing)
        warnings.append(
            DecisionWarning(
                code: "unknown", field: needed.first,
                text: "“\(rule.heading.title)” could not be decided: \(DecisionWords.notKnown(needed.map(title(of:))))"))
    }

    // MARK: What the host itself looks at

    /// An open tasking of the kind, or one opened within the span before the date of the run.
    private func wasTasked(_ kind: String, within span: Span) -> Bool {
        let layout = program.layout
        guard let row, let list = layout.id(ofPath: "taskings"), let items = row.items(at: layout.fields[list].cell),
            let kindID = layout.id(ofPath: "taskings.kind"), let openedID = layout.id(ofPath: "taskings.opened"),
            let statusID = layout.id(ofPath: "taskings.status"),
            case .enumeration(let statuses) = layout.fields[statusID].definition.type, let open = statuses.values.firstIndex(of: "open")
        else { return false }
        let start = span.before(program.asOf).number
        let today = program.asOf.number
        for place in 0..<items.count {
            let item = items.first + place * layout.fields[list].stride
            guard row.string(at: item + layout.fields[kindID].cell) == kind else { continue }
            let opened = row.cells[item + layout.fields[openedID].cell]
            guard opened != NominalRow.none, opened <= today else { continue }
            if row.cells[item + layout.fields[statusID].cell] == open || opened >= start { return true }
        }
        return false
    }

    /// Recorded with a gang, and only as somebody whom it harms.
    private var isVictimOnly: Bool {
        guard let row, let role = program.layout.id(ofPath: "gang.role"),
            case .enumeration(let roles) = program.layout.fields[role].definition.type
        else { return false }
        let value = row.cells[program.layout.fields[role].cell]
        guard value != NominalRow.none, roles.values.indices.contains(Int(value)) else { return false }
        return ["victim", "exploited"].contains(roles.values[Int(value)])
    }
}
