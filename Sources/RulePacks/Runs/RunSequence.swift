import Cohorts
import Decisions

/// Puts what workers made back into the order of the input, and keeps count.
struct RunSequence {
    let output: any RunOutput
    private var seen = SeenIDs()
    private(set) var summary = EvaluationSummary()

    init(output: any RunOutput) { self.output = output }

    private mutating func take(_ reject: Reject) throws {
        summary.read += 1
        summary.rejected += 1
        try output.write(reject)
    }

    /// - Throws: `RunStopped`, what the source throws, or what the output throws.
    mutating func take(_ result: RunBatch.Result, _ source: any CohortSource) throws {
        if let stopped = result.stopped { throw stopped }
        // Records that stand together are written together; a second nominal of the same id breaks the stretch.
        var stretch = 0..<0
        for outcome in result.outcomes {
            switch outcome {
            case .reject(let reject): try take(try source.locate(reject))
            case .record(let range, let entry):
                let isNew = Array(entry.nominal.utf8).withUnsafeBytes { seen.insert($0) }
                guard isNew else {
                    try take(Reject.duplicate(id: entry.nominal, line: entry.line))
                    continue
                }
                summary.read += 1
                summary.count(entry)
                if stretch.upperBound == range.lowerBound {
                    stretch = stretch.lowerBound..<range.upperBound
                } else {
                    if !stretch.isEmpty { try output.write(records: result.records[stretch]) }
                    stretch = range
                }
            }
        }
        if !stretch.isEmpty { try output.write(records: result.records[stretch]) }
        for reject in result.rejects { try take(reject) }
    }
}
