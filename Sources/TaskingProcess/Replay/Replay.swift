package import DecisionStore
import Notation
import RulePacks

/// Makes past decisions again, from the inputs that were recorded and with the pack that was recorded, and compares them byte
/// for byte with those of the time.
package struct Replay {
    private let store: Store

    package init(_ store: Store) { self.store = store }

    /// All decisions of some runs.
    /// - Parameters:
    ///   - ids: numbers of runs; nil for all.
    ///   - progress: is given how many runs are done, and of how many.
    /// - Throws: `StoreError` where there is no such run.
    package func runs(_ ids: [Int]? = nil, progress: (Int, Int) -> Void = { _, _ in }) throws -> ReplayResult {
        try store.read { reader in
            let runs = try ids.map { try $0.map { try run($0, reader) } } ?? reader.runs()
            var result = ReplayResult()
            for (place, run) in runs.enumerated() {
                try RunReplay(reader, run).replay(into: &result)
                progress(place + 1, runs.count)
            }
            return result
        }
    }

    /// One decision.
    /// - Parameter name: `17.204`
    /// - Throws: `StoreError` where there is no such decision.
    package func decision(_ name: String) throws -> ReplayResult {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let id = parts[0], let place = parts[1] else {
            throw StoreError(.unknown, "`\(name)` is no decision: a decision is the number of its run and its place in it, such as `17.204`")
        }
        return try store.read { reader in
            let run = try run(id, reader)
            guard place > 0, place <= run.evaluated else { throw StoreError(.unknown, "run \(id) has no decision `\(name)`: its last is `\(id).\(run.evaluated)`") }
            var result = ReplayResult()
            try RunReplay(reader, run).replay(only: place, into: &result)
            return result
        }
    }

    private func run(_ id: Int, _ reader: StoreReader) throws -> StoredRun {
        if let run = try reader.run(id) { return run }
        throw StoreError(.unknown, "there was no run \(id)\(try reader.runs().last.map { ": the last is run \($0.id)" } ?? ": `waymark run` has not been run yet")")
    }
}
