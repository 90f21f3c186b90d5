import Decisions
import LuaRuntime

extension Evaluator {
    /// What a rule's function came to: a value, or unknown for want of something.
    enum Outcome {
        case value(LuaResult)
        case unknown(Missing)
        /// It failed; `failure` says how.
        case failed(LuaStatus)
    }

    /// Calls a rule's function with the nominal and the decision so far. Its results are with the state.
    func run(_ function: LuaFunction, _ place: RulePlace) -> LuaStatus { run(function, nominal, place) }

    private func run(_ function: LuaFunction, _ first: Int64, _ place: RulePlace) -> LuaStatus {
        let status = state.call(function, first, answers)
        if recordsReads { readsOfRule[name(of: place).path, default: LuaReads()].formUnion(lastReads) }
        // By cases: comparing would go through the protocol.
        switch status {
        case .ok, .unknown:
            guard state.watchesLocals, case .fault = state.checkLocals() else { return status }
            if failure == nil { note(state.fault, name(of: place)) }
            return .fault
        case .fault:
            _ = state.checkLocals()
            // A failure further in was noted there.
            if failure == nil { note(state.fault, name(of: place)) }
            return .fault
        case .breach:
            if failure == nil { note(state.fault, name(of: place)) }
            return status
        }
    }

    /// As `run`, with what came of it as one value.
    func call(_ function: LuaFunction, _ place: RulePlace) -> Outcome { call(function, nominal, place) }

    func call(_ function: LuaFunction, row: Int64, _ place: RulePlace) -> Outcome { call(function, row, place) }

    private func call(_ function: LuaFunction, _ first: Int64, _ place: RulePlace) -> Outcome {
        switch run(function, first, place) {
        case .ok: .value(state.result(0))
        case .unknown: .unknown(whyUnknown())
        case let status: .failed(status)
        }
    }

    /// What the call before this one read.
    var lastReads: LuaReads { state.lastReads }

    /// For want of what the last call stopped.
    func whyUnknown() -> Missing {
        let (field, slot) = state.unknown
        if let slot { return missing[slot] ?? Missing() }
        var result = Missing()
        if let field { result.fields.insert(field) }
        return result
    }

    func note(_ fault: LuaFault, _ name: RuleName) {
        coverage?.failed(name.path)
        let words = fault.code == .lua ? LuaWords.plain(fault.message) : fault.message
        let message = state.lastWithheld ? "the rule failed, and why may not be shown: it read a report whose content is withheld" : words
        failure = DecisionError(
            code: fault.code.rawValue, message: message, file: fault.file ?? name.heading.file, line: fault.line ?? name.heading.line,
            rule: name.path)
    }

    /// Notes that a rule gave what it must not give.
    func fail(_ code: String, _ message: String, _ name: RuleName) -> LuaStatus {
        coverage?.failed(name.path)
        if failure == nil {
            failure = DecisionError(code: code, message: message, file: name.heading.file, line: name.heading.line, rule: name.path)
        }
        return .fault
    }

    /// A condition's answer: nothing and false are no.
    enum Condition {
        case no, yes
        case unknown(Missing)
        case failed(LuaStatus)
    }

    func condition(_ function: LuaFunction, _ place: RulePlace) -> Condition {
        switch truth(function, place) {
        case .no: .no
        case .yes: .yes
        case .unknown: .unknown(whyUnknown())
        case .failed(let status): .failed(status)
        }
    }

    /// A condition's answer without what is missing, which `whyUnknown` tells until the next call.
    enum Truth {
        case no, yes, unknown
        case failed(LuaStatus)
    }

    func truth(_ function: LuaFunction, _ place: RulePlace) -> Truth {
        switch run(function, nominal, place) {
        case .ok: break
        case .unknown: return .unknown
        case let status: return .failed(status)
        }
        switch state.truth {
        case .no: return .no
        case .yes: return .yes
        case .neither: break
        }
        switch state.result(0) {
        case .number(let number):
            // In Lua 0 counts as true, so a forgotten comparison would say yes to everybody.
            return .failed(
                fail("not_a_condition", "the condition gave the number \(DecisionWords.number(number)), where true or false is wanted: compare it, as in `… > 0`", name(of: place)))
        case .text(let text):
            return .failed(
                fail("not_a_condition", "the condition gave the text `\(text.prefix(40))`, where true or false is wanted: compare it, as in `… == \"high\"`", name(of: place)))
        case .other(let what) where what != "a record":
            return .failed(fail("not_a_condition", "the condition gave \(what), where true or false is wanted: ask it something, as in `…:any(f)`", name(of: place)))
        default: return .yes
        }
    }
}
