import Dispatch
import Notation

/// Where the work on drafts is done: one piece at a time for one person, two at most for all of them, so that whatever a draft does the
/// rest of the site goes on. Of the same kind the newest counts: what was asked for before is told to stop.
final class Workbench: Sendable {
    enum Kind: Sendable, Hashable {
        case check, tests, impact
    }

    /// There is too much to do already.
    struct Busy: Error {}

    /// Something newer of the same kind was asked for before its turn came.
    struct Outdated: Error {}

    /// A piece of work, which asks now and then whether it is to go on.
    final class Work: Sendable {
        fileprivate let person: String
        fileprivate let kind: Kind
        fileprivate let turn = DispatchSemaphore(value: 0)
        private let isOutdated = Locked(false)
        private let end: DispatchTime

        fileprivate init(_ person: String, _ kind: Kind, seconds: Int) {
            self.person = person
            self.kind = kind
            end = .now() + .seconds(seconds)
        }

        fileprivate func outdate() { isOutdated.withLock { $0 = true } }
        /// Something newer was asked for.
        var isStale: Bool { isOutdated.withLock { $0 } }
        var isLate: Bool { DispatchTime.now() > end }
        var isOver: Bool { isStale || isLate }
    }

    private struct Hands {
        var busy: [Work] = []
        var waiting: [Work] = []
    }

    private static let mostAtOnce = 2
    /// Each keeps one of the site's threads.
    private static let mostWaiting = 2
    private static let patience = 15
    private let hands = Locked(Hands())

    /// How many pieces of work wait for their turn.
    var waitingCount: Int { hands.withLock { $0.waiting.count } }

    /// Does a piece of work when its turn has come.
    /// - Parameter seconds: after which it is to stop, from now on.
    /// - Throws: ``Busy``, ``Outdated``, and what `body` throws.
    func work<Result>(_ person: String, _ kind: Kind, seconds: Int, _ body: (Work) throws -> Result) throws -> Result {
        let work = Work(person, kind, seconds: seconds)
        let mayBegin = try hands.withLock { hands -> Bool in
            for other in hands.busy + hands.waiting where other.person == person && other.kind == kind { other.outdate() }
            // What waits for nothing gives up its place.
            for other in hands.waiting where other.isStale { other.turn.signal() }
            hands.waiting.removeAll(where: \.isStale)
            if Workbench.mayBegin(work, hands) {
                hands.busy.append(work)
                return true
            }
            guard hands.waiting.count < Workbench.mostWaiting else { throw Busy() }
            hands.waiting.append(work)
            return false
        }
        if !mayBegin {
            _ = work.turn.wait(timeout: .now() + .seconds(Workbench.patience))
            // Its turn may have come at the last moment.
            let hasTurn = hands.withLock { hands in
                hands.waiting.removeAll { $0 === work }
                return hands.busy.contains { $0 === work }
            }
            guard hasTurn else { throw work.isStale ? Outdated() as any Error : Busy() }
        }
        defer { finish(work) }
        return try body(work)
    }

    private static func mayBegin(_ work: Work, _ hands: Hands) -> Bool { hands.busy.count < mostAtOnce && !hands.busy.contains { $0.person == work.person } }

    private func finish(_ work: Work) {
        hands.withLock { hands in
            hands.busy.removeAll { $0 === work }
            while let place = hands.waiting.firstIndex(where: { Workbench.mayBegin($0, hands) }) {
                let next = hands.waiting.remove(at: place)
                hands.busy.append(next)
                next.turn.signal()
            }
        }
    }
}
