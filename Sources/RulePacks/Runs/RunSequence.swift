import Cohorts
import Decisions

/// Puts what workers made back into the order of the input, and keeps count.
struct RunSequence {
    let output: any RunOutput
    private var seen = SeenIDs()
    private var counted = EvaluationSummary.Tally()
    private var rejected = 0

    init(output: any RunOutput) { self.output = output }

    var summary: EvaluationSummary {
        var summary = counted.summary
        summary.read += rejected
        summary.rejected = rejected
        return summary
    }

    private mutating func take(_ reject: Reject) throws {
        rejected += 1
        try output.write(reject)
    }

    /// - Throws: `RunStopped`, what the source throws, or what the output throws.
    mutating func take(_ batch: RunBatch, _ source: SharedSource) throws {
        let result = batch.result
        if let stopped = result.stopped { throw stopped }
        // Records that stand together are written together; a second nominal of the same id breaks the stretch.
        var stretch = 0..<0
        for outcome in result.outcomes {
            switch outcome {
            case .reject(let reject): try take(try source.locate(reject))
            case .record(let range, let id, let entry):
                guard result.ids.withUnsafeBytes({ seen.insert(UnsafeRawBufferPointer(rebasing: $0[id])) }) else {
                    try take(Reject.duplicate(id: String(decoding: result.ids[id], as: UTF8.self), line: entry.line))
                    continue
                }
                counted.count(entry)
                if stretch.upperBound == range.lowerBound {
                    stretch = stretch.lowerBound..<range.upperBound
                } else {
                    if !stretch.isEmpty { try output.write(records: batch.records(stretch)) }
                    stretch = range
                }
            }
        }
        if !stretch.isEmpty { try output.write(records: batch.records(stretch)) }
        // They stand behind its lines.
        for reject in batch.rejects { try take(reject) }
    }
}
