import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime
import Notation

extension Evaluator {
    /// Taskings, for people in the cohort and those recommended to be selected.
    func task() -> LuaStatus {
        guard isMember || verdict.action == .select else { return .ok }
        for place in rules.taskings.indices {
            var reads = LuaReads()
            if let when = rules.taskings[place].when {
                switch truth(when, .tasking(place)) {
                case .failed(let status): return status
                case .no:
                    recorder?.tasking(place, .no)
                    continue
                case .yes: recorder?.tasking(place, .yes)
                case .unknown:
                    warnUndecided(rules.taskings[place], whyUnknown())
                    recorder?.tasking(place, .unknown)
                    continue
                }
                reads = lastReads
            } else {
                recorder?.tasking(place, nil)
            }
            if let every = rules.taskings[place].every, wasTasked(rules.taskings[place].id, within: every) { continue }
            if rules.taskings[place].isEnforcement, isVictimOnly {
                warnings.append(
                    DecisionWarning(
                        code: "enforcement_refused", field: "gang.role",
                        text: "“\(rules.taskings[place].heading.title)” is enforcement and was refused: this person is recorded only as a victim of a gang, or as exploited by it"))
                continue
            }
            if case let status = add(place, reads: reads), status != .ok { return status }
        }
        return .ok
    }

    private func add(_ place: Int, reads: LuaReads) -> LuaStatus {
        var because = TextRange.none
        if let function = rules.taskings[place].because {
            switch call(function, .tasking(place)) {
            case .failed(let status): return status
            case .value(.text(let text)):
                because = put(state.lastWithheld ? Evaluator.withheldReason : text)
            case .value(.number(let number)):
                because = put(DecisionWords.number(number))
            case .value: break
            case .unknown(let missing):
                warnUndecided(rules.taskings[place], missing)
                return .ok
            }
        }
        var due: Day?
        switch rules.taskings[place].due {
        case nil: break
        case .span(let span)?: due = span.after(program.asOf)
        case .function(let function)?:
            switch call(function, .tasking(place)) {
            case .failed(let status): return status
            case .value(.date(let day)): due = day
            case .value(.span(let span)): due = span.after(program.asOf)
            case .unknown(let missing):
                warnUndecided(rules.taskings[place], missing)
                return .ok
            case .value(let other):
                return fail("not_a_date", "`due` gave \(other.noun), where a date or a length of time is wanted", name(of: .tasking(place)))
            }
        }
        let parts = because.isThere ? [] : parts(.tasking(place), reads)
        if !parts.isEmpty {
            let start = memory.text.pointee.count
            for (number, part) in parts.enumerated() {
                if number > 0 { memory.text.pointee.put(byte: 0x20) }
                putSentence(part)
            }
            because = memory.text.pointee.range(from: start)
        }
        memory.taskings[taskingCount] = AnswerMemory.TaskingState(
            rule: Int32(place), due: due?.number ?? 0, hasDue: due != nil, because: because)
        taskingCount += 1
        return .ok
    }

    /// The taskings as values.
    var taskings: [Tasking] {
        let nominal = nominalID
        let month = program.asOf.description.prefix(7)
        return UnsafeBufferPointer(start: memory.taskings, count: taskingCount).map { tasking in
            let rule = rules.taskings[Int(tasking.rule)]
            return Tasking(
                kind: rule.id, title: rule.heading.title, owner: rule.owner, priority: rule.priority, due: tasking.hasDue ? Day(number: tasking.due) : nil,
                because: tasking.because.isThere ? memory.text.pointee.text(tasking.because) : nil, key: "\(nominal)/\(rule.id)/\(month)")
        }
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
