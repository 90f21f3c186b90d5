import Decisions
import LuaRuntime
import Notation

extension Evaluator {
    func answerTable(_ index: Int) -> LuaStatus {
        let rule = rules.tables[index]
        var inputs: [TableValue?] = []
        var why = Missing()
        for (place, input) in rule.inputs.enumerated() {
            coverage?.asked(input: place, index)
            switch call(input.of, .input(place, of: index)) {
            case .failed(let status): return status
            case .unknown(let missing):
                inputs.append(nil)
                why.formUnion(missing)
            case .value(.nothing):
                // As in a condition: a list of values that does not hold one gives nothing, which is no.
                inputs.append(.bool(false))
            case .value(let result):
                guard let value = TableValue(result) else {
                    return fail("bad_input", "the input `\(input.id)` gave \(result.noun), where a number, text, a date, true or false is wanted", name(of: .input(place, of: index)))
                }
                inputs.append(value)
            }
        }
        return settle(rule, index, rule.table.evaluate(inputs), why)
    }

    private func settle(_ rule: TableRule, _ index: Int, _ result: DecisionTable.Result, _ why: Missing) -> LuaStatus {
        let slots = program.slots.tables[index]
        tables[index].unknown = []
        tables[index].rows = []
        switch result {
        case .conflict(_, let message):
            return fail("table_conflict", "decision table `\(rule.name)`: \(message)", name(of: .table(index)))
        case .unknown:
            tables[index].output = .unknown
            tables[index].unknown = names(of: why)
            for slot in slots { setUnknown(slot, why) }
        case .known(let answer, let rows):
            tables[index].rows = rows
            coverage?.matched(rows, index)
            switch answer {
            case .none:
                tables[index].output = .none
                for slot in slots { setUnknown(slot, Missing(answers: ["table.\(rule.name)"])) }
            case .single(let values):
                tables[index].output = .one(values.map(\.decisionValue))
                for (slot, value) in zip(slots, values) { setKnown(slot, constant(value)) }
            case .list(let many):
                tables[index].output = .many(many.map { $0.map(\.decisionValue) })
                for (column, slot) in slots.enumerated() {
                    let set = program.slots.tableSets[index][column]
                    state.assign(many.map { constant($0[column]) }, toSet: set)
                    setKnown(slot, .set(set))
                }
            }
        }
        return .ok
    }

    private func constant(_ value: TableValue) -> LuaConstant {
        switch value {
        case .string(let text): .pooled(pooled(text))
        case .number(let number): .number(number)
        case .bool(let value): .bool(value)
        case .date(let day): .date(day.number)
        }
    }
}

extension TableValue {
    init?(_ result: LuaResult) {
        switch result {
        case .text(let text): self = .string(text)
        case .number(let number): self = .number(number)
        case .bool(let value): self = .bool(value)
        case .date(let day): self = .date(day)
        default: return nil
        }
    }
}
