import Cohorts
import FieldDefinitions
import PackTestKit
import RulePackTesting
import RulePacks
import Testing

@Suite("a test to paste")
struct DraftSpecTests {
    private let neutral = NominalDraft.neutral(.standard, borough: "Camford")

    @Test("holds the nominal, the date and what is expected, in lines that a report need not cut")
    func layout() throws {
        let spec = DraftSpec(try Camford().load(), asOf: testDay)
        var other = neutral
        other["ogrs2"] = nil
        var third = other
        third["gang"] = .record(["name": .text("a name, with a comma"), "role": .text("core")])
        for days in [1, 2] { third.append(["type": .text("robbery"), "date": .text("-\(days) days"), "outcome": .text("charged")], to: "offences") }
        let text = spec.text(
            "says \"no\"", [("d", neutral), ("other", other), ("third", third)],
            ["expect(d.met.x).is_false()", "expect(other.recommendation.action).is_not(third.recommendation.action)"])
        #expect(text == """
            it("says \\"no\\"", function()
              local d = evaluate(nominal {}, { as_of = "2026-11-01" })
              local other = evaluate(nominal { ogrs2 = unknown },
                { as_of = "2026-11-01" })
              local third = evaluate(nominal {
                offences = {
                  { type = "robbery", date = "-1 days", outcome = "charged" },
                  { type = "robbery", date = "-2 days", outcome = "charged" },
                },
                gang = { name = "a name, with a comma", role = "core" },
                ogrs2 = unknown,
              }, { as_of = "2026-11-01" })
              expect(d.met.x).is_false()
              expect(other.recommendation.action)
                .is_not(third.recommendation.action)
            end)
            """)
    }

    @Test("has no line of over 70 columns, and runs as it stands, whatever the nominal")
    func any() async throws {
        let camford = try Camford()
        let program = try PackDecider(try camford.load(), asOf: testDay).program
        let spec = DraftSpec(program.pack, asOf: testDay)
        for (place, draft) in FuzzedCohort(program, count: 60, asOf: testDay).enumerated() {
            // In this prison a rule fails, as it should.
            if draft["prison"] == .text("Nowhere") { continue }
            let text = spec.text(
                "decides nominal \(place) of all that are made up for it", [("d", draft), ("again", draft)],
                ["expect(again.recommendation.action).is(d.recommendation.action)"])
            #expect(text.split(separator: "\n").filter { $0.count > 70 } == [])
            try camford.write("camford/tests/pasted\(place).lua", text)
        }
        let report = try await camford.report()
        #expect(report.messages == [])
        #expect(report.count(.passed) > 40)
    }
}
