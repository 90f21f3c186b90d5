import Cohorts
import Decisions
import RulePacks
import Testing

@testable import RuleChecks

@Suite("Generated conditions against the engine")
struct GeneratedConditionTests {
    private static let tests = [
        "n.age < 18", "n.age >= 18", "n.age >= 21", "n.age == 21", "n.ogrs2 >= 50", "n.ogrs2 < 50", "n.ogrs2 > 75", "n.statutory", "is_old(n)",
        "n.custody_status == \"custody\"", "n.custody_status ~= \"licence\"", "n.offences:any { type = \"robbery\" }",
        "n.offences:count { type = \"robbery\" } >= 2", "#n.offences == 0", "n:has \"ogrs2\"",
    ]

    private func condition(_ draws: inout Draws, depth: Int) -> String {
        if depth == 0 { return Self.tests[Int.random(in: 0..<Self.tests.count, using: &draws)] }
        let a = condition(&draws, depth: depth - 1)
        switch Int.random(in: 0..<6, using: &draws) {
        case 0: return "not (\(a))"
        case 1: return "(\(a) or \(condition(&draws, depth: depth - 1)))"
        default: return "(\(a) and \(condition(&draws, depth: depth - 1)))"
        }
    }

    /// Nominals on either side of every bound above.
    private func everybody(_ program: LogicPack) -> [NominalDraft] {
        var drafts: [NominalDraft] = []
        for age in [17, 18, 20, 21, 22] {
            for ogrs in [nil, 0, 50, 60, 80] as [Int?] {
                for status in ["custody", "licence", "none"] {
                    for statutory in [false, true] {
                        for robberies in 0...3 {
                            var draft = NominalDraft.neutral(program.program.pack.catalogue, borough: "Camden")
                            draft["age"] = .int(age)
                            draft["ogrs2"] = ogrs.map { .int($0) }
                            if ogrs == nil { draft["ogrs2_date"] = nil }
                            draft["custody_status"] = .text(status)
                            draft["statutory"] = .bool(statutory)
                            draft["cohort"] = .record(["category": .text("x"), "since": .text("today")])
                            let kinds = ["robbery", "robbery", "arson"]
                            let items = robberies == 3 ? [kinds[2]] : Array(kinds.prefix(robberies))
                            draft["offences"] = .list(items.map { .record(["type": .text($0), "date": .text("-1 months"), "outcome": .text("convicted")]) })
                            drafts.append(draft)
                        }
                    }
                }
            }
        }
        return drafts
    }

    @Test("what never or always holds is said of exactly those conditions that the engine shows to be so", arguments: [1, 2, 3] as [UInt64])
    func agree(_ seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let conditions = (0..<40).map { _ in condition(&draws, depth: 2) }
        let rows = conditions.enumerated().map { "{ \"t\($0)\", \"T\", function(n) return \($1) end }," }
        // Rows of `any` are all worked out, so that one record tells of each.
        let pack = try LogicPack(
            "local function is_old(n) return n.age >= 22 end\ncriteria \"c\" { title = \"C\", any = {\n\(rows.joined(separator: "\n"))\n} }")
        let findings = pack.findings
        let engine = Engine(pack.program)
        var met = Array(repeating: 0, count: conditions.count)
        var notMet = met
        for draft in everybody(pack) {
            let decision = try #require(engine.decide(draft))
            try #require(decision.error == nil)
            for (place, row) in try #require(decision.criteria.first).rows.enumerated() {
                if row.met == .yes { met[place] += 1 }
                if row.met == .no { notMet[place] += 1 }
            }
        }
        for place in conditions.indices {
            let about = findings.filter { $0.message.hasPrefix("criterion `t\(place)` ") }
            #expect(about.contains { $0.code == .conditionNeverHolds } == (met[place] == 0), "\(conditions[place]) met \(met[place]) times")
            #expect(about.contains { $0.code == .conditionAlwaysHolds } == (notMet[place] == 0 && met[place] > 0),
                "\(conditions[place]) not met \(notMet[place]) times")
        }
        #expect(met.contains(0) && met.contains { $0 > 0 })
    }
}
