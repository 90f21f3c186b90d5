import Cohorts
import Decisions
import LuaRuntime
import Notation
import RulePacks

/// An ordinary evaluation: a cohort is read, evaluated on one thread, and every record is made.
struct Workload {
    let pack: String
    let cohort: String
    let asOf: Day

    /// - Parameter limited: whether instructions are counted, the clock is looked at, and memory has an end.
    /// - Returns: what it came to, which is the same however often it is run.
    func run(limited: Bool) async throws -> String {
        var source: PackSource
        do throws(PackError) { source = try PackSource.load(pack).pack } catch { throw BenchFailure(error) }
        if !limited {
            source.hostLimits.isCounted = false
            source.hostLimits.instructions = .max
            source.hostLimits.memory = 1 << 40
        }
        let run = CohortRun(pack: source, asOf: asOf)
        let output = Sink()
        do {
            let people = try openCohort(path: cohort, layout: run.layout, rewindable: true)
            let summary = try await run.evaluate(people, into: output)
            return "\(summary.evaluated) nominals, \(summary.errors) errors, \(summary.rejected) rejects, \(output.bytes) bytes of records, sum \(output.sum)"
        } catch let error as CohortError {
            throw BenchFailure(description: error.message)
        } catch let error as PackError {
            throw BenchFailure(error)
        }
    }

    /// Takes records as a file would, and keeps only a sum of them.
    private final class Sink: RunOutput {
        private(set) var bytes = 0
        private(set) var sum: UInt64 = 14_695_981_039_346_656_037

        func write(records: UnsafeBufferPointer<UInt8>) {
            bytes += records.count
            for byte in records { sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211 }
        }

        func write(_ reject: Reject) { bytes += reject.message.utf8.count }
    }
}

/// Why nothing was measured, in words.
struct BenchFailure: Error, CustomStringConvertible {
    var description: String

    init(description: String) { self.description = description }
    init(_ error: PackError) { description = error.findings.map(\.text).joined(separator: "\n") }
}
