package import DecisionStore
import Decisions
import Governance
package import RulePacks

/// How and when somebody would leave, by the pack and the data of their borough's last run.
package struct ExitPicture: Sendable {
    package var nominal: String
    /// The run with whose pack and data it is worked out; nil where there is none that decided on them, or where its pack is not in the store any more.
    package var run: StoredRun?
    /// nil for people who are not in the cohort and whom nothing recommends to join.
    package var leaving: Explanation.Section?
    /// Why the rules failed; nil where they did not.
    package var error: String?
}

extension Panel {
    /// The exit plan of one nominal, logged as one consultation.
    /// - Parameters:
    ///   - reference: `R12`, or the nominal's id.
    ///   - explainer: gives what explains a run, from `explainer(of:)`.
    /// - Throws: `Refusal`, `StoreError`, and what `explainer` throws.
    package func exit(_ reference: String, by who: String, why: String, explainer: (StoredRun) throws -> RunExplainer?) throws -> ExitPicture {
        let nominal = try consult(reference, "exit plan shown to the panel", by: who, why: why)
        var picture = ExitPicture(nominal: nominal.id)
        // Outside the act: it takes its time, and writes nothing.
        let last = try store.read { reader -> (run: StoredRun, line: [UInt8])? in
            guard let run = try reader.lastRun(borough: nominal.borough), let line = try reader.line(run: run.id, nominal: nominal.id) else { return nil }
            return (run, line)
        }
        guard let last else { return picture }
        do {
            guard let explainer = try explainer(last.run) else { return picture }
            picture.run = last.run
            let explained = try explainer.explain(last.line)
            picture.leaving = explained?.leaving
            picture.error = explained?.decision.error?.message
        } catch let stopped as RunStopped {
            picture.run = last.run
            picture.error = stopped.withoutName
        }
        return picture
    }

    /// Notes in the log that something of a nominal is shown.
    func consult(_ reference: String, _ what: String, by who: String, why: String) throws -> KnownNominal {
        try act(who, why) { writer in
            let nominal = try writer.nominal(meant: reference)
            try writer.log(AuditEvent(.consultation, who: who, nominal: nominal.id, why: why, what: what))
            return nominal
        }
    }
}

extension StoreReader {
    /// Whom a reference is about: `R12`, or a nominal's id.
    /// - Throws: `StoreError` where the store does not have them, `Refusal` where they are restricted.
    func nominal(meant reference: String) throws -> KnownNominal {
        try unrestricted(try Panel.number(reference, after: "R").flatMap { try recommendation($0) }?.nominal ?? reference)
    }
}
