import Cohorts
import DecisionStore
import Decisions
import Governance
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
        self.init(findings: error.findings)
    }

    init(findings: [Finding]) {
        self.init(.failedCheck, "the pack does not load\n" + findings.map { "  \($0.text)" }.joined(separator: "\n"))
    }

    /// An error that tells the user what to do; nil for any other. What no verb catches ends the program by this.
    init?(about error: any Error) {
        switch error {
        case let refusal as Refusal: self.init(.notPermitted, refusal.message)
        case let refusals as Refusals: self.init(.notPermitted, refusals.all.map(\.message).joined(separator: "\n"))
        case let error as StoreError: self.init(error.kind == .tampered ? .notPermitted : error.kind == .unlogged ? .fault : .usage, error.message)
        case let error as GovernanceError: self.init(.usage, error.message)
        case let error as CohortError: self.init(error)
        case let error as PackError: self.init(error)
        case let error as RunStopped: self.init(error)
        default: return nil
        }
    }
}
