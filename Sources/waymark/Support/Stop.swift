import Cohorts
import Decisions
import RulePacks

/// How a command ends, as its exit code.
enum ExitKind: Int32 {
    case failedCheck = 1
    case usage = 2
    case partly = 3
    case notPermitted = 4
    case fault = 70
}

/// Ends the command with a code and, unless all has been said, one message.
struct Stop: Error {
    let code: ExitKind
    let message: String

    init(_ code: ExitKind, _ message: String = "") {
        self.code = code
        self.message = message
    }

    /// The message for standard error, in lines that fit.
    var text: String {
        Terminal.wrappedLines("waymark: \(message)")
    }

    init(_ error: CohortError) { self.init(.usage, error.message) }
    init(_ error: RunStopped) { self.init(.failedCheck, error.message) }

    /// A pack that does not load: every finding, a line each.
    init(_ error: PackError) {
        self.init(.failedCheck, "the pack does not load\n" + error.findings.map { "  \($0.text)" }.joined(separator: "\n"))
    }
}
