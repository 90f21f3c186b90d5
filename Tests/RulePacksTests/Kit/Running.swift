import Cohorts
import Decisions
import Notation
import RulePacks

/// Keeps what a run writes.
final class KeptOutput: RunOutput {
    private(set) var bytes: [UInt8] = []
    private(set) var rejects: [Reject] = []
    func write(records: ArraySlice<UInt8>) { bytes += records }
    func write(_ reject: Reject) { rejects.append(reject) }
}

/// What a whole cohort came to.
struct RanCohort {
    let lines: [String]
    let rejects: [Reject]
    let summary: EvaluationSummary

    init(_ pack: PackSource, _ cohort: [String], asOf: Day = testDay, jobs: Int = 1) async throws {
        let folder = try TestFolder()
        let run = CohortRun(pack: pack, asOf: asOf, jobs: jobs)
        let path = try folder.write("cohort.ndjson", cohort.map { $0 + "\n" }.joined())
        let output = KeptOutput()
        summary = try await run.evaluate(try openCohort(path: path, layout: run.layout, rewindable: true), into: output)
        lines = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        rejects = output.rejects
    }

    /// The records by nominal.
    func records() throws -> [String: Record] {
        Dictionary(try lines.map { try Record($0) }.map { ($0.nominal, $0) }) { first, _ in first }
    }
}
