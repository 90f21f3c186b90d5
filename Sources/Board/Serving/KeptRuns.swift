import DecisionStore
import Notation
import RulePacks
import TaskingProcess

/// What takes long to make of a run and stays as it is. All of it goes when anybody is erased, as they may be in it.
final class KeptRuns: Sendable {
    /// The last runs of all boroughs of London, and some more.
    private static let most = 40

    private let maps = Kept<Int, GroupMap?>(most: KeptRuns.most)
    private let explainers = Kept<Int, RunExplainer?>(most: KeptRuns.most)
    private let erasure = Locked(0)

    /// The groups of a run; nil where it has none.
    func map(of run: StoredRun, _ panel: Panel) throws -> GroupMap? {
        try forgetTheErased(panel.store)
        return try maps.value(run.id) { try panel.groupMap(of: run) }
    }

    /// What explains the decisions of a run; nil where its pack is not in the store any more.
    func explainer(of run: StoredRun, _ panel: Panel) throws -> RunExplainer? {
        try forgetTheErased(panel.store)
        return try explainers.value(run.id) { try panel.explainer(of: run) }
    }

    private func forgetTheErased(_ store: Store) throws {
        let last = try store.read { try $0.lastRow(of: [.erasure]) }
        guard erasure.withLock({ known in
            defer { known = last }
            return known != last
        }) else { return }
        maps.forget()
        explainers.forget()
    }
}
