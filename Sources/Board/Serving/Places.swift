import Notation

/// So many at once, and no more: nobody waits.
final class Places: Sendable {
    private let left: Locked<Int>

    init(_ count: Int) { left = Locked(count) }

    /// - Returns: whether there was a place, which is to be given back.
    func take() -> Bool {
        left.withLock { left in
            guard left > 0 else { return false }
            left -= 1
            return true
        }
    }

    func giveBack() { left.withLock { $0 += 1 } }
}
