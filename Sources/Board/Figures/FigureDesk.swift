import Notation
import Reports

/// Keeps the figures of reports, so that whoever asks for them again need not wait until the store is counted again.
///
/// Figures that are not those of the store any more are still given for ``span``, with the time of their counting, while they are
/// counted anew. However much is recorded, a report is counted for a tenth of the time at most.
final class FigureDesk: Sendable {
    struct Figures: Sendable {
        let report: any PrintedReport
        /// Milliseconds since the beginning of 1970, UTC: when they were counted.
        let countedAt: Int
        /// How long it took, in milliseconds.
        let took: Int
        /// The last row of the log after which figures may be others.
        let row: Int
        /// Something was recorded since they were counted.
        var isBehind = false
    }

    /// Milliseconds for which figures are given although others would be counted by now.
    static let span = 60_000
    private static let most = 64
    /// Times as long as counting took.
    private static let pause = 10

    private struct State {
        /// Those counted last are at the end.
        var kept: [(name: String, figures: Figures)] = []
        var underWay: Set<String> = []
    }

    private let state = Locked(State())

    /// - Parameters:
    ///   - name: of the report, and of what was chosen of it.
    ///   - row: the last row of the log after which figures may be others.
    ///   - later: does a piece of work soon, on another thread.
    ///   - count: counts them.
    func figures(
        _ name: String, after row: Int, now: Int, later: (@escaping @Sendable () -> Void) -> Void, count: @escaping @Sendable () throws -> Figures
    ) rethrows -> Figures {
        let found = state.withLock { $0.kept.first { $0.name == name }?.figures }
        if let found, found.row >= row { return found }
        guard var behind = found, now - behind.countedAt < FigureDesk.span else { return keep(name, try count()) }
        behind.isBehind = true
        if now - behind.countedAt >= FigureDesk.pause * behind.took, state.withLock({ $0.underWay.insert(name).inserted }) {
            later { [self] in
                defer { state.withLock { _ = $0.underWay.remove(name) } }
                // What fails is said to the one who next waits for it.
                if let counted = try? count() { _ = keep(name, counted) }
            }
        }
        return behind
    }

    private func keep(_ name: String, _ figures: Figures) -> Figures {
        state.withLock { state in
            // Counted at the same time, of a later state.
            if let other = state.kept.first(where: { $0.name == name }), other.figures.row > figures.row { return }
            state.kept.removeAll { $0.name == name }
            state.kept.append((name, figures))
            if state.kept.count > FigureDesk.most { state.kept.removeFirst() }
        }
        return figures
    }
}
