import Cohorts
import Decisions

/// Some lines of the input, kept together so that a worker has enough to do, and what came of them. Its memory is used again and again.
///
/// Unchecked, because it is handed on and never used by two at once: it is filled, worked on, taken and filled again.
final class RunBatch: @unchecked Sendable {
    struct Line: Sendable {
        var number: Int
        var bytes: Range<Int>
    }

    // Small enough for what is read, worked on and written to fit into a core's own cache together.
    private static let size = 128 << 10

    // Nothing keeps access to one of these while it calls anything that uses it.
    @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
    @exclusivity(unchecked) private(set) var lines: [Line] = []
    /// Lines that the source itself could not make sense of.
    @exclusivity(unchecked) private(set) var rejects: [Reject] = []
    var result = Result()
    /// The records that came of it, each with its newline.
    @exclusivity(unchecked) var records = ByteBuffer(capacity: RunBatch.size)

    init() {
        // A line more than the size, of the usual length.
        bytes.reserveCapacity(RunBatch.size + RunBatch.size / 8)
    }

    /// A stretch of the records, valid until the batch is worked on again.
    func records(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: records.whole[range]) }

    /// Takes the next lines in the place of those before.
    /// - Returns: false at the end of the input.
    func fill(from source: any CohortSource) throws(CohortError) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        rejects.removeAll()
        var isEnd = false
        while bytes.count < RunBatch.size, !isEnd {
            isEnd = try !source.next { line, number in
                let start = bytes.count
                bytes.append(contentsOf: line)
                lines.append(Line(number: number, bytes: start..<bytes.count))
            }
            // Rejects come out between the lines where they stood, so a batch ends with them.
            guard source.pendingRejects.isEmpty else {
                rejects = source.pendingRejects
                source.pendingRejects = []
                break
            }
        }
        return !(lines.isEmpty && rejects.isEmpty && isEnd)
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
