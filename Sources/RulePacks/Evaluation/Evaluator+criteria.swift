import Decisions
import LuaRuntime

extension Evaluator {
    func answerCriteria(_ index: Int) -> LuaStatus {
        let range = plan.criteria[index].rows
        var whys: [Int: Missing] = [:]
        var (isAnyNo, isAnyUnknown) = (false, false)
        for (place, row) in range.enumerated() {
            let met: Met
            switch truth(plan.criteriaRows[row].test, .criterion(place, in: index)) {
            case .failed(let status): return status
            case .yes: met = .yes
            case .no:
                met = .no
                isAnyNo = true
            case .unknown:
                met = .unknown
                isAnyUnknown = true
            }
            var state = AnswerMemory.CriterionState(met: met)
            if met == .unknown {
                let why = whyUnknown()
                whys[place] = why
                state.unknown = noteUnknown(why)
            }
            memory.criteriaRows[row] = state
            recorder?.criterion(index, place, met)
        }
        let slot = plan.criteria[index].slot
        let met: Met
        if plan.criteria[index].isAll {
            met = isAnyNo ? .no : isAnyUnknown ? .unknown : .yes
        } else {
            met = self.met(rules.criteria[index].root, range.lowerBound)
        }
        memory.criteria[index] = met
        if met == .unknown {
            var why = Missing()
            collect(rules.criteria[index].root, range.lowerBound, whys, into: &why)
            setUnknown(slot, why)
        } else {
            setKnown(slot, .bool(met == .yes))
        }
        return .ok
    }

    /// Keeps the names of what is missing for the record.
    func noteUnknown(_ why: Missing) -> Int32 {
        unknowns.append(names(of: why))
        return Int32(unknowns.count - 1)
    }

    /// `all`: one not met decides, else one unknown leaves it unknown; `any`: one met decides.
    private func met(_ node: Criteria.Node, _ firstRow: Int) -> Met {
        switch node {
        case .row(let place): return memory.criteriaRows[firstRow + place].met
        case .all(let parts):
            var result = Met.yes
            for part in parts {
                switch met(part, firstRow) {
                case .no: return .no
                case .unknown: result = .unknown
                case .yes: break
                }
            }
            return result
        case .any(let parts):
            var result = Met.no
            for part in parts {
                switch met(part, firstRow) {
                case .yes: return .yes
                case .unknown: result = .unknown
                case .no: break
                }
            }
            return result
        }
    }

    /// For want of what a node is unknown: of its rows, only those on which its answer still depends.
    private func collect(_ node: Criteria.Node, _ firstRow: Int, _ whys: [Int: Missing], into why: inout Missing) {
        guard met(node, firstRow) == .unknown else { return }
        switch node {
        case .row(let place): if let missing = whys[place] { why.formUnion(missing) }
        case .all(let parts), .any(let parts): for part in parts { collect(part, firstRow, whys, into: &why) }
        }
    }
}
