package import Decisions
import LuaRuntime

/// A rule ran until the clock ended it. No decision may depend on how fast a machine is, so there is none, and the run is
/// over: the count of instructions should have ended the rule long before.
package struct RunStopped: Error, Sendable {
    package let nominal: String
    package let error: DecisionError

    package var message: String { words(" for the nominal `\(nominal)`") }
    /// The same for the log, which names nobody.
    package var withoutName: String { words("") }

    private func words(_ whom: String) -> String {
        let place = error.file.map { file in " at \(file)" + (error.line.map { ":\($0)" } ?? "") } ?? ""
        return "the run is stopped, and nothing of it counts: \(error.rule.map { "the rule `\($0)`" } ?? "a rule")\(place) takes "
            + "more time\(whom) than one nominal may take; make it do less"
    }
}

extension Evaluator {
    /// Set where the clock ended the evaluation of the nominal: what is in `decision` must not be used.
    package var stopped: RunStopped? {
        guard let failure, failure.code == LuaFault.Code.time.rawValue else { return nil }
        return RunStopped(nominal: nominalID, error: failure)
    }
}
