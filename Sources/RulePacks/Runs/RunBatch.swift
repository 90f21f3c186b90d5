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

    private static let size = 256 << 10

    private(set) var bytes: [UInt8] = []
    private(set) var lines: [Line] = []
    /// Lines that the source itself could not make sense of.
    private(set) var rejects: [Reject] = []
    var result = Result()

    init() {
        // A line more than the size, of the usual length.
        bytes.reserveCapacity(RunBatch.size + RunBatch.size / 8)
    }

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
            rejects += source.pendingRejects
            source.pendingRejects = []
            // Rejects come out between the lines where they stood, so a batch ends with them.
            if !rejects.isEmpty { break }
        }
        return !(lines.isEmpty && rejects.isEmpty && isEnd)
    }

    /// What came of a batch, line by line.
    struct Result: Sendable {
        enum Outcome: Sendable {
            case record(Range<Int>, id: Range<Int>, EvaluationSummary.Entry)
            case reject(Reject)
        }

        var records: [UInt8] = []
        /// The ids of the nominals with a record, one behind another.
        var ids: [UInt8] = []
        var outcomes: [Outcome] = []
        /// The clock ended the evaluation of the nominal after the last outcome.
        var stopped: RunStopped?

        mutating func removeAll() {
            records.removeAll(keepingCapacity: true)
            ids.removeAll(keepingCapacity: true)
            outcomes.removeAll(keepingCapacity: true)
            stopped = nil
        }
    }
}
