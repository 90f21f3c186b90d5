import DecisionStore
import Notation
import RulePacks
import TaskingProcess

/// What takes long to make of a run and stays as it is. All of it goes when anybody is erased, as they may be in it.
final class KeptRuns: Sendable {
    /// The last runs of all boroughs of London, and some more.
    private static let most = 40

    /// A run, and the last erasure before something was made of it.
    private struct Key: Hashable, Sendable {
        let run: Int
        let erasure: Int
    }

    private let maps = Kept<Key, GroupMap?>(most: KeptRuns.most)
    private let explainers = Kept<Key, RunExplainer?>(most: KeptRuns.most)
    private let erasure = Locked(0)

    /// The groups of a run; nil where it has none.
    func map(of run: StoredRun, _ panel: Panel) throws -> GroupMap? {
        try maps.value(key(of: run, panel.store)) { try panel.groupMap(of: run) }
    }

    /// What explains the decisions of a run; nil where its pack is not in the store any more.
    func explainer(of run: StoredRun, _ panel: Panel) throws -> RunExplainer? {
        try explainers.value(key(of: run, panel.store)) { try panel.explainer(of: run) }
    }

    private func key(of run: StoredRun, _ store: Store) throws -> Key {
        let last = try store.read { try $0.lastRow(of: [.erasure]) }
        let isLater = erasure.withLock { known in
            defer { known = last }
            return known != last
        }
        if isLater {
            maps.forget()
            explainers.forget()
        }
        return Key(run: run.id, erasure: last)
    }
}
