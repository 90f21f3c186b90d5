package import Cohorts
package import Decisions
package import LuaRuntime
import Notation
package import RulePacks

/// The specs of one file: Lua that says what the pack decides on nominals that it makes up.
package final class SpecFile: TestSource {
    package private(set) var tests: [PackTest] = []
    /// What stands in the file as `property "…" { … }`, in its order. They are not among `tests`.
    package var properties: [SpecProperty] { session.properties }

    private let name: String
    private let session: SpecSession
    private let state: LuaState
    private var bodies: [Body] = []

    private enum Body {
        case function(LuaFunction)
        /// The file, or one of its groups, stopped with an error.
        case fault(LuaFault)
    }

    /// Seconds by the clock after which a test is ended, where no count has ended it long before.
    package static let usualSeconds = 20

    /// What one test may take, and the loading of the file.
    private static func limits(seconds: Int) -> LuaLimits {
        var limits = LuaLimits()
        limits.instructions = 20_000_000
        limits.memory = 32 << 20
        limits.milliseconds = seconds * 1_000
        return limits
    }

    /// Loads the file. One that stops with an error is one test, which fails.
    /// - Throws: a finding where its text is not Lua's, or uses what packs leave out.
    package init(_ name: String, _ bytes: [UInt8], _ pack: PackSource, seconds: Int = SpecFile.usualSeconds) throws(Finding) {
        self.name = name
        let file = try SourceFile(name: name, bytes: bytes)
        session = SpecSession(pack: pack, fileName: name)
        do throws(LuaFault) {
            state = try LuaState(limits: SpecFile.limits(seconds: seconds), host: session)
        } catch {
            throw Finding(.limit, error.message, file: name)
        }
        session.state = state
        do throws(LuaFault) {
            try define(pack)
            try state.loadRules(file.program, chunk: name)
            session.endLoading()
            let assigned = pack.modules.values.reduce(into: file.map.assignedNames) { $0.formUnion($1.map.assignedNames) }
            try state.seal(assigned: assigned)
            collect()
        } catch {
            tests = []
            bodies = []
            add("\(name) loads", line: error.line, .fault(error), alwaysRuns: true)
        }
    }

    private func define(_ pack: PackSource) throws(LuaFault) {
        state.setDate(session.defaultDay)
        state.addDeclaration("property", named: true)
        try state.defineGlobal("param", .namespace(RuleProgram.addParameters(of: pack, to: state)))
        for function in SpecObject.Function.allCases {
            try state.defineGlobal(function.rawValue, .object(session.objects.count))
            session.objects.append(.function(function))
        }
        try state.defineGlobal("unknown", .object(session.objects.count))
        session.objects.append(.unknown)
    }

    private func collect() {
        for test in session.tests { add(test.name, line: test.line, .function(test.body)) }
        for group in session.brokenGroups { add(group.name, line: group.fault.line, .fault(group.fault), alwaysRuns: true) }
    }

    private func add(_ name: String, line: Int?, _ body: Body, alwaysRuns: Bool = false) {
        tests.append(PackTest(name: name, kind: .spec, file: self.name, line: line, alwaysRuns: alwaysRuns))
        bodies.append(body)
    }

    /// Whether a value in a property's table is the global `unknown`.
    package func isUnknown(_ data: LuaData) -> Bool { session.isUnknown(data) }

    /// A nominal that stands in a property's table.
    /// - Throws: a refusal where it is none, or holds a field that does not exist.
    package func draft(_ data: LuaData) throws(LuaHostRefusal) -> NominalDraft { try session.draft(data).draft }

    /// Calls a function of a property's table with nothing, under the limits of a test.
    /// - Throws: the fault that ended it.
    package func call(_ function: LuaFunction) throws(LuaFault) -> LuaResult {
        state.begin()
        guard state.call(function) == .ok else { throw state.fault }
        return state.result(0)
    }

    package func run(_ index: Int, with decider: PackDecider) -> PackTestResult {
        let test = tests[index]
        switch bodies[index] {
        case .fault(let fault):
            return PackTestResult(test, .failed, message: SpecWords.message(fault, in: name))
        case .function(let function):
            let watch = Stopwatch()
            session.beginTest(decider)
            state.begin()
            let status = state.call(function)
            let failure = failure(status)
            session.decider = nil
            return PackTestResult(test, failure == nil ? .passed : .failed, message: failure?.message, details: failure?.details ?? [], seconds: watch.seconds)
        }
    }

    private func failure(_ status: LuaStatus) -> (message: String, details: [String])? {
        func at(_ file: String, _ line: Int, _ message: String) -> String { "\(file):\(line): \(message)" }
        if status != .ok {
            let fault = state.fault
            if let failure = session.failure, fault.code == .host {
                return (at(failure.file, failure.line, failure.message), failure.details)
            }
            return (SpecWords.message(fault, in: name), [])
        }
        if state.checkLocals() != .ok { return (SpecWords.message(state.fault, in: name), []) }
        if let open = session.expectations.first(where: { !$0.isMet }) {
            return (at(open.file, open.line, "this `expect` expects nothing: say what, as in `expect(…).is(92)`"), [])
        }
        if let view = session.views.first(where: { $0.decision.error != nil && !$0.errorIsExpected }), let error = view.decision.error {
            return (DecisionView.words(error), ["a test that means this says so: `expect(d).errors_with(\"\(error.code)\")`"])
        }
        if session.expectations.isEmpty { return ("the test expects nothing: add an `expect(…)`", []) }
        return nil
    }
}
