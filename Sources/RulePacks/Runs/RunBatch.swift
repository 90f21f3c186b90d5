import Cohorts
import Decisions

/// Some lines of the input, kept together so that a worker has enough to do.
struct RunBatch: Sendable {
    struct Line: Sendable {
        var number: Int
        var bytes: Range<Int>
    }

    static let size = 256 << 10

    var bytes: [UInt8] = []
    var lines: [Line] = []
    /// Lines that the source itself could not make sense of.
    var rejects: [Reject] = []

    /// nil at the end of the input.
    static func next(from source: any CohortSource) throws(CohortError) -> RunBatch? {
        var batch = RunBatch()
        // A line more than the size, of the usual length.
        batch.bytes.reserveCapacity(size + size / 8)
        var isEnd = false
        while batch.bytes.count < size, !isEnd {
            isEnd = try !source.next { line, number in
                let start = batch.bytes.count
                batch.bytes.append(contentsOf: line)
                batch.lines.append(Line(number: number, bytes: start..<batch.bytes.count))
            }
            batch.rejects += source.pendingRejects
            source.pendingRejects = []
            // Rejects come out between the lines where they stood, so a batch ends with them.
            if !batch.rejects.isEmpty { break }
        }
        return batch.lines.isEmpty && batch.rejects.isEmpty && isEnd ? nil : batch
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
        /// The batch's own rejects, which stand behind its lines.
        var rejects: [Reject] = []
        /// The clock ended the evaluation of the nominal after the last outcome.
        var stopped: RunStopped?
    }
}
