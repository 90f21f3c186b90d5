import Decisions
import LuaRuntime

extension Evaluator {
    /// Called when a rule reads a slot that has not been worked out.
    func compute(slot: Int) -> LuaStatus {
        answer(program.slots.owners[slot])
    }

    /// How many answers may wait for one another. Each is a call within a call, and Lua allows about two hundred.
    static let deepest = 60

    /// Works out an answer unless that was done already.
    func answer(_ answer: Answer) -> LuaStatus {
        let number = plan.number(of: answer)
        if memory.flags[number] == .done { return .ok }
        if memory.flags[number] == .begun, let start = inProgress.firstIndex(of: answer) {
            let path = (inProgress[start...] + [answer]).map { name(of: $0).path }.joined(separator: " → ")
            return fail("loop", "the rules read one another in a loop: \(path)", name(of: answer))
        }
        if inProgress.count >= Evaluator.deepest {
            return fail("too_deep", "the rules read one another more than \(Evaluator.deepest) deep, from \(name(of: inProgress[0]).path) to \(name(of: answer).path)", name(of: answer))
        }
        inProgress.append(answer)
        memory.flags[number] = .begun
        recorder?.asked(answer)
        let status: LuaStatus =
            switch answer {
            case .criteria(let index): answerCriteria(index)
            case .matrix(let index): answerMatrix(index)
            case .table(let index): answerTable(index)
            case .classification(let index): answerClassification(index)
            case .group(let index): answerGroup(index)
            }
        inProgress.removeLast()
        memory.flags[number] = status == .ok ? .done : .open
        return status
    }

    func setKnown(_ slot: Int, _ value: LuaConstant) { state.setMemo(slot, value) }

    func setUnknown(_ slot: Int, _ why: Missing) {
        missing[slot] = why
        state.setMemo(slot, nil)
    }

    /// The state's own copy of a text that rules may see.
    func pooled(_ text: String) -> Int32 {
        if let index = pool[text] { return index }
        let index = state.intern(text)
        pool[text] = index
        return index
    }
}
