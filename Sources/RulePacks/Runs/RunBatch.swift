import Cohorts
import Decisions

/// Some lines of the input, kept together so that a worker has enough to do, and what came of them. Its memory is used again and again.
///
/// Unchecked, because it is handed on and never used by two at once: it is filled, worked on, taken and filled again.
final class RunBatch: @unchecked Sendable {
    // Nothing keeps access to one of these while it calls anything that uses it.
    private let block = LineBlock()
    /// Lines that the source itself could not make sense of.
    @exclusivity(unchecked) private(set) var rejects: [Reject] = []
    /// Why the source cannot be read any further; then there are no lines.
    @exclusivity(unchecked) private(set) var fault: CohortError?
    @exclusivity(unchecked) var result = Result()
    /// The records that came of it, each with its newline.
    @exclusivity(unchecked) var records = ByteBuffer(capacity: LineBlock.size)

    var lines: [LineBlock.Line] { block.lines }
    /// What the lines' ranges are in.
    var bytes: UnsafeRawBufferPointer { block.bytes }

    /// A stretch of the records, valid until the batch is worked on again.
    func records(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: records.whole[range]) }

    /// Takes the next lines in the place of those before.
    /// - Returns: false at the end of the input.
    func fill(from source: any CohortSource) -> Bool {
        rejects.removeAll()
        fault = nil
        do {
            guard try source.fill(block) else { return false }
        } catch {
            fault = error
            block.removeAll()
        }
        if !source.pendingRejects.isEmpty {
            rejects = source.pendingRejects
            source.pendingRejects = []
        }
        return true
    }

    /// What came of a batch, line by line.
    struct Result: Sendable {
        enum Outcome: Sendable {
            /// Where its record and its id stand.
            case record(Range<Int>, id: Range<Int>, EvaluationSummary.Entry)
            case reject(Reject)
        }

        /// The ids of the nominals with a record, one behind another.
        var ids: [UInt8] = []
        var outcomes: [Outcome] = []
        /// The clock ended the evaluation of the nominal after the last outcome.
        var stopped: RunStopped?

        mutating func removeAll() {
            ids.removeAll(keepingCapacity: true)
            outcomes.removeAll(keepingCapacity: true)
            stopped = nil
        }
    }
}
