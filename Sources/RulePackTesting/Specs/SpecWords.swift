import LuaRuntime

/// What went wrong in a test, in the words of tests: the same limits and guards speak of rules and nominals elsewhere.
enum SpecWords {
    static func message(_ fault: LuaFault, in file: String) -> String {
        let place = "\(fault.file ?? file)" + (fault.line.map { ":\($0)" } ?? "")
        return "\(place): \(words(fault))"
    }

    private static func words(_ fault: LuaFault) -> String {
        switch fault.code {
        case .instructions: return "it runs for longer than one test may take"
        case .memory where !fault.message.contains("bytes"): return "it needs more memory than one test may take"
        case .time: return "it takes more time than one test may take"
        case .changedLocal, .readOnly, .module:
            return changes.reduce(fault.message) { $0.replacing($1.was, with: $1.now) }
        default: return fault.message
        }
    }

    private static let changes = [
        (was: "what one nominal's rules do must not reach the next; use a local inside the rule",
         now: "what one test does must not reach the next; use a local inside the test"),
        (was: "a table that outlives one nominal is read only inside a rule", now: "a table that outlives one test is read only inside a test"),
        (was: "inside a rule", now: "inside a test"),
    ]
}
