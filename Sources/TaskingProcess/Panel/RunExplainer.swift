package import DecisionStore
package import RulePacks

/// Explains the decisions of one run again. It may be kept: neither the run's pack nor its data change any more.
package struct RunExplainer: Sendable {
    private let explainer: Explainer
    /// nil where the pack decides on each person without looking at others.
    private let cohort: CohortKnowledge?

    /// - Returns: nil where the run's pack is not in the store any more.
    /// - Throws: `StoreError`, `PackError`, `CohortError`, `RunStopped`
    init?(_ run: StoredRun, _ reader: StoreReader) throws {
        guard let pack = try reader.pack(of: run) else { return nil }
        explainer = Explainer(CohortRun(pack: pack, asOf: run.asOf))
        cohort = run.hasCompany ? try explainer.survey(RecordedInputs(reader, run: run.id)) : nil
    }

    /// - Parameter line: what the run was given of somebody.
    /// - Returns: nil where it is no valid nominal.
    /// - Throws: `PackError`, `RunStopped`
    func explain(_ line: [UInt8]) throws -> Explanation? { try explainer.explain(line, knowing: cohort) }
}

extension Panel {
    /// Explains the decisions of a run again; nil where its pack is not in the store any more.
    /// - Throws: `StoreError`, `RunStopped` where the rules cannot be asked.
    package func explainer(of run: StoredRun) throws -> RunExplainer? { try store.read { try RunExplainer(run, $0) } }
}
