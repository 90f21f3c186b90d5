import Cohorts
import DecisionStore
import Decisions
import Governance
import Notation
import RuleChecks
import RulePackTesting
import RulePacks

/// The evidence that goes to the board with a pack: the pack in words, what checking it found, what its tests came to and
/// what it recommends for a cohort, all as of the pack's first day.
struct SubmissionEvidence {
    /// The pack's folder.
    let path: String
    let pack: PackSource
    /// The pack that it would come after; nil where there is none.
    let predecessor: PackSource?
    let cohort: String

    /// - Throws: `Stop` where the pack has errors or its tests fail.
    func evidence() async throws -> Evidence {
        let day = pack.manifest.valid.from
        let checked = CheckedPack(path, asOf: day)
        guard checked.count(.error) == 0 else { throw Stop(findings: checked.findings.filter { $0.severity == .error }) }
        let tests = try await PackTests(
            filter: nil, jobs: PackTests.usualJobs, seed: 1, nominals: 200, measuresCoverage: false, mutates: false
        ).report(path)
        guard tests.hasPassed else {
            throw Stop(.failedCheck, "the pack's tests do not pass, so it is not put before the board: `waymark test \(path)` says what is wrong")
        }
        let (summary, digest) = try await evaluation(day)
        var json = JSONWriter()
        json.beginObject()
        json.key("waymark_evidence"); json.int(1)
        write(pack.identity, "pack", &json)
        write(predecessor?.identity, "comes_after", &json)
        json.key("as_of"); json.string(day.description)
        json.key("description"); json.string(try description(day))
        json.key("check")
        json.beginObject()
        json.key("warnings"); json.int(checked.count(.warning))
        json.key("notes"); json.int(checked.count(.note))
        json.key("findings")
        json.beginArray()
        for finding in checked.findings { finding.write(to: &json) }
        json.endArray()
        json.endObject()
        json.key("tests")
        json.beginObject()
        json.key("passed"); json.int(tests.count(.passed))
        json.key("failed"); json.int(tests.count(.failed))
        json.key("skipped"); json.int(tests.count(.skipped))
        json.endObject()
        json.key("cohort")
        json.beginObject()
        json.key("digest"); json.string(digest)
        json.key("read"); json.int(summary.read)
        json.key("rejected"); json.int(summary.rejected)
        json.key("evaluated"); json.int(summary.evaluated)
        json.key("errors"); json.int(summary.errors)
        json.key("actions")
        json.beginObject()
        for action in Recommendation.Action.allCases {
            if let count = summary.actions[action] { json.key(action.rawValue); json.int(count) }
        }
        json.endObject()
        json.key("unknown")
        json.beginObject()
        for (field, count) in summary.unknown.sorted(by: { $0.key < $1.key }) { json.key(field); json.int(count) }
        json.endObject()
        json.endObject()
        json.endObject()
        return Evidence(json: json.bytes)
    }

    private func write(_ identity: PackIdentity?, _ key: StaticString, _ json: inout JSONWriter) {
        json.key(key)
        guard let identity else { return json.null() }
        json.beginObject()
        json.key("id"); json.string(identity.id)
        json.key("version"); json.string(identity.version)
        json.key("digest"); json.string(identity.digest)
        json.endObject()
    }

    private func description(_ day: Day) throws -> String {
        func program(_ source: PackSource) throws -> RuleProgram { try RuleProgram(source, layout: RowLayout(source.catalogue), asOf: day) }
        let baseline = try pack.manifest.extends.map { try program(try Packs.load("\(path)/../\($0)")) }
        return PackDescription(try program(pack), baseline: baseline).markdown
    }

    private func evaluation(_ day: Day) async throws -> (EvaluationSummary, digest: String) {
        let run = CohortRun(pack: pack, asOf: day, jobs: PackTests.usualJobs)
        let rewindable = CohortRun.readsTwice(try Packs.program(run).rules)
        let source = DigestedSource(try openCohort(path: cohort, layout: run.layout, rewindable: rewindable))
        return (try await run.evaluate(source, into: NoOutput()), source.digest)
    }
}

/// Only the summary is wanted.
private final class NoOutput: RunOutput {
    func write(records: ArraySlice<UInt8>) {}
    func write(_ reject: Reject) {}
}
