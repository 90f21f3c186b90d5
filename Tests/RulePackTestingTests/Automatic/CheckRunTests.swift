import Cohorts
import Decisions
import Notation
import PackTestKit
@testable import RulePackTesting
import RulePacks
import Testing

/// The checks against programs that break a promise which no pack can break, as the sandbox refuses it.
@Suite struct CheckRunTests {
    private let pack: PackSource
    private let decider: PackDecider

    init() throws {
        pack = try shippedPack("rules/staffordshire")
        decider = try PackDecider(pack, asOf: testDay)
    }

    private func result(of check: some AutomaticCheck, _ decide: @escaping Deciding) -> PackTestResult {
        let cohort = FuzzedCohort(decider.program, count: 100, asOf: testDay)
        let run = CheckRun(
            nominals: MadeUpNominals.Made(cohort: cohort, drafts: Array(cohort), decisions: cohort.map { try? decide($0).get() }),
            spec: DraftSpec(pack, asOf: testDay), decide: decide, work: { decider.work }, limit: .usual)
        return run.result(of: check, PackTest(name: check.name, kind: .check))
    }

    /// Decides as the pack does, and then refers whoever a fault concerns.
    private func faulty(_ concerns: @escaping (NominalDraft) -> Bool) -> Deciding {
        { draft in
            decider.decide(draft, asOf: testDay).map { decision in
                var decision = decision
                if concerns(draft) { decision.recommendation = Recommendation(action: .select, rule: "fault") }
                return decision
            }
        }
    }

    @Test("a program that goes by sex, which the pack does not read, is found")
    func sex() {
        let check = UnreadFieldCheck(field: "sex", values: [.text("female"), .text("male")], pack: pack.identity)
        let result = result(of: check, faulty { $0["sex"] == .text("female") && $0["statutory"] == .bool(true) })
        #expect(result.status == .failed && result.message?.hasPrefix("`recommendation` is another when nothing but `sex` is (seed 1, nominal ") == true)
        #expect(result.details[1...4] == [
            "  local d = evaluate(nominal { statutory = true },", "    { as_of = \"2026-11-01\" })",
            "  local other = evaluate(nominal { statutory = true, sex = \"female\" },", "    { as_of = \"2026-11-01\" })",
        ])
        #expect(self.result(of: check, faulty { $0["statutory"] == .bool(true) }).status == .passed)
    }

    @Test("a program that remembers the nominal before is found")
    func memory() {
        var calls = 0
        let check = SameBytesCheck(pack: pack.identity, elsewhere: { self.decider.decide($0, asOf: testDay) })
        let forgetful = result(of: check, faulty { _ in
            calls += 1
            return calls > 150
        })
        #expect(forgetful.status == .failed && forgetful.message?.contains("decided again, after others") == true, "\(forgetful.message ?? "")")
    }

    @Test("two copies of a program that disagree are found")
    func copies() {
        let check = SameBytesCheck(pack: pack.identity, elsewhere: faulty { $0["borough"] != .text("Staffordshire") })
        let result = result(of: check) { self.decider.decide($0, asOf: testDay) }
        #expect(result.status == .failed && result.message?.contains("by another copy of the program") == true)
        #expect(flowing(result.details).contains("evaluate(nominal { borough = "))
    }

    @Test("with less data, an answer may be unknown or the same and nothing else", arguments: [
        (Met.yes, Met.unknown, true), (.no, .unknown, true), (.yes, .yes, true), (.yes, .no, false),
        (.no, .yes, false), (.unknown, .yes, false), (.unknown, .unknown, true),
    ])
    func criteria(full: Met, less: Met, isSound: Bool) {
        func decision(_ met: Met) -> Decision {
            var decision = Decision()
            decision.criteria = [CriterionAnswer(name: "c", rows: [])]
            decision.criteria[0].met = met
            return decision
        }
        #expect((Soundness(full: decision(full), less: decision(less)).faults.isEmpty) == isSound)
    }

    @Test("with less data, a score's interval holds the score", arguments: [
        (5, 5, 0, 9, true), (5, 5, 5, 5, true), (5, 5, 6, 9, false), (5, 5, 0, 4, false), (5, 5, 0, nil, true),
        (3, 8, 3, 7, false), (3, nil, 0, 9, false), (3, nil, 0, nil, true),
    ] as [(Double, Double?, Double, Double?, Bool)])
    func scores(low: Double, high: Double?, lessLow: Double, lessHigh: Double?, isSound: Bool) {
        func decision(_ low: Double, _ high: Double?) -> Decision {
            var decision = Decision()
            decision.matrices = [MatrixAnswer(name: "m", hasBands: false, rows: [])]
            decision.matrices[0].low = low
            decision.matrices[0].high = high
            return decision
        }
        #expect((Soundness(full: decision(low, high), less: decision(lessLow, lessHigh)).faults.isEmpty) == isSound)
    }

    @Test("with less data, a recommendation is the same or to refer", arguments: [
        ("select", "refer", true), ("select", "select", true), ("select", "none", false), ("refer", "select", false), ("retain", "deselect", false),
    ])
    func recommendations(full: String, less: String, isSound: Bool) throws {
        func decision(_ action: String) throws -> Decision {
            var decision = Decision()
            decision.recommendation = Recommendation(action: try #require(Recommendation.Action(rawValue: action)))
            return decision
        }
        #expect(try (Soundness(full: decision(full), less: decision(less)).faults.isEmpty) == isSound)
    }

    @Test("with less data, a tasking that is given was given before, and one that goes leaves a warning")
    func taskings() {
        func decision(_ kinds: [String], warning: String? = nil) -> Decision {
            var decision = Decision()
            decision.recommendation = Recommendation(action: .retain)
            decision.taskings = kinds.map { Tasking(kind: $0, title: "T", owner: "o", priority: nil, due: nil, because: nil, key: "k") }
            if let warning { decision.warnings = [DecisionWarning(code: warning, field: nil, text: "t")] }
            return decision
        }
        #expect(Soundness(full: decision(["a"]), less: decision(["a"])).faults.isEmpty)
        #expect(Soundness(full: decision(["a"]), less: decision(["a", "b"])).faults.first?.answer == "tasking.b")
        #expect(Soundness(full: decision(["a"]), less: decision([])).faults.first?.answer == "tasking.a")
        #expect(Soundness(full: decision(["a"]), less: decision([], warning: "unknown")).faults.isEmpty)
        #expect(Soundness(full: decision([], warning: "enforcement_refused"), less: decision(["a"])).faults.isEmpty)
    }
}
