import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime
import Notation

/// What has to be asked of each nominal before the whole cohort can be evaluated.
extension Evaluator {
    /// For each group made by a key, the key of this nominal; nil where it has none, or where the rule failed.
    func groupKeys(_ row: NominalRow) -> [String?] {
        begin(row) {
            rules.groups.indices.map { index -> String? in
                guard case .key(let function) = rules.groups[index].members else { return nil }
                guard case .key(let key) = groupKey(index, function) else { return nil }
                return key
            }
        }
    }

    /// For each declared group what ties the nominal to others, without what may not be shown.
    func groupTies(_ row: NominalRow) -> [GroupTie] {
        begin(row) {
            rules.groups.indices.map { index in
                switch rules.groups[index].members {
                case .key(let function):
                    guard case .key(let key) = groupKey(index, function), !state.lastWithheld else { return .key(nil) }
                    return .key(key)
                case .link(let kinds, let within): return .links(links(row, kinds: kinds, within: within) ?? [])
                }
            }
        }
    }

    /// A matrix's score for this nominal; nil where it is unknown or the rule failed.
    func score(of matrix: Int, _ row: NominalRow) -> Double? {
        guard answer(.matrix(matrix)) == .ok else { return nil }
        let answer = memory.matrices[matrix]
        return answer.hasHigh && answer.high == answer.low ? answer.low : nil
    }

    /// Asks how somebody to be selected or retained ranks for a place, and leaves it in `candidate`.
    func rank() -> LuaStatus {
        guard let rule = rules.allocation, [.select, .retain].contains(verdict.action) else { return .ok }
        coverage?.askedAllocation()
        var candidate = AllocationPlan.Candidate(id: nominalID, isKept: false, ranks: [])
        if let keep = rule.keep {
            switch condition(keep, .allocation) {
            case .failed(let status): return status
            case .yes:
                coverage?.keep(.yes)
                candidate.isKept = true
            case .no: coverage?.keep(.no)
            case .unknown(let missing):
                coverage?.keep(.unknown)
                // Nobody loses a place for want of the very data that would keep it.
                candidate.isKept = true
                candidate.keptForWantOf = names(of: missing)
            }
        }
        for function in rule.rank {
            switch call(function, .allocation) {
            case .failed(let status): return status
            case .value(.number(let number)) where !number.isNaN: candidate.ranks.append(number)
            case .value(.bool(let value)): candidate.ranks.append(value ? 1 : 0)
            case .value(.date(let day)): candidate.ranks.append(Double(day.number))
            case .value(let other):
                return fail("not_a_rank", "`rank` gave \(other.noun), where a number is wanted", name(of: .allocation))
            case .unknown(let missing):
                candidate.ranks.append(nil)
                candidate.rankedLastForWantOf += names(of: missing)
            }
        }
        self.candidate = candidate
        return .ok
    }

    /// Changes the decision after the evaluation, once it is known who has a place.
    func apply(_ plan: AllocationPlan) {
        guard let idBytes, plan.concerns(idBytes) else { return }
        var decision = decision
        plan.apply(to: &decision, titles: title(of:))
        placed = decision
    }
}
