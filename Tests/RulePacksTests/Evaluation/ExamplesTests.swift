import Decisions
import PackTestKit
import RulePacks
import TestSupport
import Testing

/// The example packs on the example people, as of 1 November 2026.
@Suite struct ExamplesTests {
    private func records(_ pack: String) async throws -> [String: Record] {
        let ran = try await RanCohort(PackSource.load(projectFolder + "/rules/" + pack).pack, projectLines("examples/nominals.ndjson"))
        #expect(ran.rejects.isEmpty && ran.summary.errors == 0 && ran.lines.count == 10)
        return try ran.records()
    }

    private func words(_ record: Record?) -> String {
        guard let recommendation = record?.recommendation else { return "no record" }
        let sac = (record?.matrices["sac"]).map { $0.score == $0.to ? "\(Int($0.score))" : "\(Int($0.score)) to \($0.to.map { "\(Int($0))" } ?? "…")" }
        return ([recommendation.action] + [recommendation.rule].compactMap { $0 } + recommendation.unknown + [sac.map { "(\($0))" }].compactMap { $0 }).joined(separator: " ")
    }

    @Test("Staffordshire")
    func staffordshire() async throws {
        let records = try await records("staffordshire")
        #expect(words(records["N-0001"]) == "select ppo (85)")
        #expect(words(records["N-0002"]) == "refer ppo ogrs2 (63 to 83)")
        #expect(records["N-0003"]?.recommendation.action == "retain" && records["N-0003"]?.recommendation.category == "ppo")
        #expect(records["N-0004"]?.recommendation.action == "retain")
        #expect(records["N-0004"]?.taskings.map(\.kind) == ["wanted", "review"])
        #expect(records["N-0005"]?.recommendation.action == "deselect" && records["N-0005"]?.recommendation.rule == "leave")
        #expect(records["N-0006"]?.recommendation.action == "select" && records["N-0006"]?.recommendation.rule == "custody_diversion")
        #expect(records["N-0006"]?.taskings.map(\.kind).contains("safeguarding") == true)
    }

    @Test("Stoke-on-Trent differs on the same people, by its thresholds, its area and its own tasking")
    func stoke() async throws {
        let records = try await records("stoke-on-trent")
        #expect(words(records["N-0001"]) == "select target (85)")
        #expect(words(records["N-0002"]) == "select target (63 to 83)")
        #expect(records["N-0003"]?.recommendation.action == "deselect" && records["N-0003"]?.recommendation.rule == "moved")
        #expect(records["N-0006"]?.recommendation.rule == "custody_diversion" && records["N-0006"]?.recommendation.action == "select")
        #expect(records["N-0006"]?.taskings.contains { $0.kind == "gang_visit" } == false)
        // The visit is for core and full members by crimes of their own, and stands before the review. Exploited: no visit is asked
        // for, so that none has to be refused.
        #expect(records["N-0006"]?.warnings.map(\.code).contains("enforcement_refused") == false)
        #expect(records["N-0006"]?.taskings.map(\.kind).contains("safeguarding") == true)
        #expect(records["N-0004"]?.taskings.map(\.kind) == ["wanted", "gang_visit", "review"])
    }

    @Test("Gripping the Offender selects in its own boroughs only")
    func gripping() async throws {
        let records = try await records("gripping-the-offender")
        #expect(records["N-0001"]?.recommendation.action == "none")
        #expect(records["N-0007"]?.recommendation.action == "select" && records["N-0008"]?.recommendation.action == "select")
        #expect(records["N-0010"]?.recommendation.action == "refer" && records["N-0010"]?.recommendation.unknown == ["ogrs2"])
    }
}
