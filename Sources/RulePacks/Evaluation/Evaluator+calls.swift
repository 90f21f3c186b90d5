import Decisions
import LuaRuntime

/// Which rule is running, for errors and for what it read.
struct RuleName {
    /// `matrix.sac.burglary`
    var path: String
    var heading: Heading
}

extension Evaluator {
    /// What a rule's function came to: a value, or unknown for want of something.
    enum Outcome {
        case value(LuaResult)
        case unknown(Missing)
        /// It failed; `failure` says how.
        case failed(LuaStatus)
    }

    /// Calls a rule's function with the nominal and the decision so far.
    func call(_ function: LuaFunction, _ name: @autoclosure () -> RuleName) -> Outcome {
        call(function, nominal, answers, name)
    }

    func call(_ function: LuaFunction, row: Int64, _ name: @autoclosure () -> RuleName) -> Outcome { call(function, row, answers, name) }

    private func call(_ function: LuaFunction, _ first: Int64, _ second: Int64, _ name: () -> RuleName) -> Outcome {
        let outer = state.takeReads()
        let status = state.call(function, first, second)
        lastReads = state.takeReads()
        allReads.formUnion(lastReads)
        state.restoreReads(outer)
        if recordsReads { readsOfRule[name().path, default: LuaReads()].formUnion(lastReads) }
        if status != .breach, state.checkLocals() != .ok {
            if failure == nil { note(state.fault, name()) }
            return .failed(.fault)
        }
        switch status {
        case .ok: return .value(state.result(0))
        case .unknown: return .unknown(whyUnknown())
        case .fault, .breach:
            // A failure further in was noted there.
            if failure == nil { note(state.fault, name()) }
            return .failed(status)
        }
    }

    private func whyUnknown() -> Missing {
        let (field, slot) = state.unknown
        if let slot { return missing[slot] ?? Missing() }
        var result = Missing()
        if let field { result.fields.insert(field) }
        return result
    }

    func note(_ fault: LuaFault, _ name: RuleName) {
        coverage?.failed(name.path)
        let words = fault.code == .lua ? LuaWords.plain(fault.message) : fault.message
        let message = lastReads.withheld ? "the rule failed, and why may not be shown: it read a report whose content is withheld" : words
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

    func condition(_ function: LuaFunction, _ name: @autoclosure () -> RuleName) -> Condition {
        switch call(function, name()) {
        case .unknown(let missing): return .unknown(missing)
        case .failed(let status): return .failed(status)
        case .value(.nothing), .value(.bool(false)): return .no
        case .value(.number(let number)):
            // In Lua 0 counts as true, so a forgotten comparison would say yes to everybody.
            return .failed(
                fail("not_a_condition", "the condition gave the number \(DecisionWords.number(number)), where true or false is wanted: compare it, as in `… > 0`", name()))
        case .value(.text(let text)):
            return .failed(
                fail("not_a_condition", "the condition gave the text `\(text.prefix(40))`, where true or false is wanted: compare it, as in `… == \"high\"`", name()))
        case .value(.other(let what)) where what != "a record":
            return .failed(fail("not_a_condition", "the condition gave \(what), where true or false is wanted: ask it something, as in `…:any(f)`", name()))
        case .value: return .yes
        }
    }
}
