import Decisions
import Glibc
import RulePackTesting
import RulePacks

/// What `test` is asked for, and the run of one pack's tests by it.
struct PackTests {
    var filter: String?
    var jobs: Int
    var seed: UInt64
    var nominals: Int
    var measuresCoverage: Bool
    var mutates: Bool

    /// As many as there are processors, up to eight.
    static var usualJobs: Int { Int(max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 8))) }

    /// - Throws: `Stop` where the pack does not load or a folder cannot be read.
    func report(_ path: String) async throws -> PackTestReport {
        let pack = try Packs.load(path)
        do {
            let written = try PackTestFiles(pack: path).makers()
            let automatic = nominals > 0 ? AutomaticChecks(pack, seed: seed, count: nominals).makers() : []
            var run = PackTestRun(pack, makers: written + automatic)
            run.jobs = jobs
            run.filter = filter
            run.measuresCoverage = measuresCoverage
            var report = try await run.run()
            if mutates, report.emptiness == nil {
                let failing = report.results.filter { $0.status == .failed }.map(\.test.name)
                do {
                    guard failing.isEmpty else { throw MutationRun.FailingTests(names: failing) }
                    report.mutation = try await mutation(pack, written)
                } catch let error as MutationRun.FailingTests {
                    report.untried = error
                }
            }
            return report
        } catch let error as PackError {
            throw Stop(error)
        } catch let error as Finding {
            throw Stop(.usage, error.text)
        }
    }

    private func mutation(_ pack: PackSource, _ tests: [TestSourceMaker]) async throws -> MutationReport {
        var run = MutationRun(pack, tests: tests, asOf: pack.manifest.valid.from, jobs: jobs, nominals: 1_000)
        if Terminal.errorIsTerminal {
            run.progress = { step in
                Terminal.progress(step.tried == step.of ? "" : "\(step.tried) of \(step.of) changes tried, \(step.survived) not noticed")
            }
        }
        return try await run.run()
    }
}
