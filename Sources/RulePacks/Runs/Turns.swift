import Notation

/// Hands on what came of the batches of a source in the order of the source, whichever is done first. The worker whose batch has its turn
/// hands it on itself, and all those that waited for it, so that nobody is there only to do so.
///
/// Unchecked, because `take` is only called by the one who has begun a turn.
final class Turns<Result: Sendable>: @unchecked Sendable {
    private let take: (RunBatch, Result) throws -> Void
    private let state: Locked<State>

    /// - Parameters:
    ///   - most: batches that may wait for their turn, so that one which takes long, or a slow disk, does not fill the memory.
    ///   - take: called for one batch after the other, by whoever has its turn.
    init(most: Int, take: @escaping (RunBatch, Result) throws -> Void) {
        self.take = take
        state = Locked(State(most: most))
    }

    /// What went wrong; what went wrong with batches is the first of it in the order of the source.
    var failure: (any Error)? { state.withLock { $0.failure } }

    /// A batch to fill, once there is room for one more that waits.
    /// - Returns: nil where something went wrong.
    func batch() async -> RunBatch? {
        while failure == nil {
            if let batch = state.withLock({ $0.isFull ? nil : $0.free.popLast() ?? RunBatch() }) { return batch }
            await withCheckedContinuation { continuation in
                let waits = state.withLock { $0.wait(continuation) }
                if !waits { continuation.resume() }
            }
        }
        return nil
    }

    /// Hands on what came of a batch if it has its turn, and otherwise leaves it to the one who will.
    func hand(_ batch: RunBatch, number: Int, _ result: Result) {
        var turn = state.withLock { state in
            state.done[number] = Done(batch: batch, result: result)
            return state.begin()
        }
        while let done = turn {
            var failure: (any Error)?
            do { try take(done.batch, done.result) } catch let error { failure = error }
            let waiting = state.withLock { $0.end(done.batch, failure) }
            for continuation in waiting { continuation.resume() }
            turn = state.withLock { $0.begin() }
        }
    }

    /// Nobody is to go on.
    func fail(_ failure: any Error) {
        let waiting = state.withLock { state in
            state.failure = state.failure ?? failure
            return state.wake()
        }
        for continuation in waiting { continuation.resume() }
    }
}

extension Turns {
    private struct Done: Sendable {
        var batch: RunBatch
        var result: Result
    }

    private struct State {
        /// The number of the batch whose turn is next.
        var next = 0
        var isTaking = false
        let most: Int
        /// By the number of their batch.
        var done: [Int: Done] = [:]
        var free: [RunBatch] = []
        var failure: (any Error)?
        /// Workers that are too far ahead.
        var waiting: [CheckedContinuation<Void, Never>] = []

        init(most: Int) { self.most = most }

        var isFull: Bool { done.count >= most }

        /// Begins the next turn; nil where its batch is not done, or somebody else is at it.
        mutating func begin() -> Done? {
            guard failure == nil, !isTaking, let found = done.removeValue(forKey: next) else { return nil }
            isTaking = true
            return found
        }

        /// - Returns: whom to wake.
        mutating func end(_ batch: RunBatch, _ failure: (any Error)?) -> [CheckedContinuation<Void, Never>] {
            isTaking = false
            next += 1
            free.append(batch)
            self.failure = self.failure ?? failure
            return wake()
        }

        /// - Returns: false where there is no need to wait.
        mutating func wait(_ continuation: CheckedContinuation<Void, Never>) -> Bool {
            guard isFull, failure == nil else { return false }
            waiting.append(continuation)
            return true
        }

        mutating func wake() -> [CheckedContinuation<Void, Never>] {
            defer { waiting = [] }
            return waiting
        }
    }
}
