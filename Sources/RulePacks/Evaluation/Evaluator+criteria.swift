import Decisions
import LuaRuntime

extension Evaluator {
    func answerCriteria(_ index: Int) -> LuaStatus {
        let rule = rules.criteria[index]
        var whys: [Missing?] = Array(repeating: nil, count: rule.rows.count)
        for (place, row) in rule.rows.enumerated() {
            switch condition(row.test, RuleName(path: "criteria.\(rule.name).\(row.id)", heading: row.heading)) {
            case .failed(let status): return status
            case .yes: set(.yes)
            case .no: set(.no)
            case .unknown(let why):
                set(.unknown)
                whys[place] = why
                criteria[index].rows[place].unknown = names(of: why)
            }
            func set(_ met: Met) {
                coverage?.criterion(index, place, met)
                criteria[index].rows[place].met = met
                criteria[index].rows[place].unknown.removeAll()
            }
        }
        let met = met(rule.root, criteria[index].rows)
        criteria[index].met = met
        if met == .unknown {
            var why = Missing()
            collect(rule.root, criteria[index].rows, whys, into: &why)
            setUnknown(program.slots.met[index], why)
        } else {
            setKnown(program.slots.met[index], .bool(met == .yes))
        }
        return .ok
    }

    /// `all`: one not met decides, else one unknown leaves it unknown; `any`: one met decides.
    private func met(_ node: Criteria.Node, _ rows: [CriterionAnswer.Row]) -> Met {
        switch node {
        case .row(let place): return rows[place].met
        case .all(let parts):
            var result = Met.yes
            for part in parts {
                switch met(part, rows) {
                case .no: return .no
                case .unknown: result = .unknown
                case .yes: break
                }
            }
            return result
        case .any(let parts):
            var result = Met.no
            for part in parts {
                switch met(part, rows) {
                case .yes: return .yes
                case .unknown: result = .unknown
                case .no: break
                }
            }
            return result
        }
    }

    /// For want of what a node is unknown: of its rows, only those on which its answer still depends.
    private func collect(_ node: Criteria.Node, _ rows: [CriterionAnswer.Row], _ whys: [Missing?], into why: inout Missing) {
        guard met(node, rows) == .unknown else { return }
        switch node {
        case .row(let place): if let missing = whys[place] { why.formUnion(missing) }
        case .all(let parts), .any(let parts): for part in parts { collect(part, rows, whys, into: &why) }
        }
    }
}
