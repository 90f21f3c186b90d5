import Cohorts
import Notation

/// A source of which several workers take the next lines in turn, each into a batch of its own.
///
/// Unchecked, because the source is only used by the one who has ``reading`` locked.
final class SharedSource: @unchecked Sendable {
    private struct Reading {
        /// Batches that were filled.
        var count = 0
        var isAtEnd = false
    }

    private let source: any CohortSource
    private let reading = Locked(Reading())

    init(_ source: any CohortSource) { self.source = source }

    /// Nothing comes any more.
    var isAtEnd: Bool { reading.withLock { $0.isAtEnd } }

    /// Takes the next lines in the place of those that the batch has.
    /// - Returns: how many batches were filled before it; nil at the end. Where the source cannot be read any further, the batch says so, and
    ///   none comes after it.
    func fill(_ batch: RunBatch) -> Int? {
        reading.withLock { reading in
            guard !reading.isAtEnd, batch.fill(from: source) else {
                reading.isAtEnd = true
                return nil
            }
            reading.isAtEnd = batch.fault != nil
            reading.count += 1
            return reading.count - 1
        }
    }

    /// Starts again from the first nominal.
    func rewind() throws(CohortError) {
        try reading.withLock { reading throws(CohortError) in
            try source.rewind()
            reading = Reading()
        }
    }

    /// The reject of a nominal with its place in the source's own files.
    func locate(_ reject: Reject) throws(CohortError) -> Reject {
        try reading.withLock { _ throws(CohortError) in try source.locate(reject) }
    }
}
