import Cohorts
import Decisions
import Notation
import RulePacks
import Testing
import bench

@Suite("The common rules, as a pack and by hand")
struct CommonRulesTests {
    @Test("the pack decides on each of 3,000 people as the rules written by hand do")
    func agreement() throws {
        let pack = try PackSource.load("bench/common-rules").pack
        let decider = try LineDecider(pack, asOf: CommonCohort.asOf)
        let cohort = CommonCohort(seed: 7)
        for place in 0..<3000 {
            var line = ByteText()
            cohort.write(place, to: &line)
            let bytes = Array(line.bytes.dropLast())
            let decision = try decider.decide(bytes).get()
            #expect(CommonOutcome(decision) == CommonOutcome(byHand: bytes))
        }
    }

    @Test("the same person comes of a seed and a place, whatever came before")
    func places() {
        var first = ByteText()
        var second = ByteText()
        CommonCohort(seed: 3).write(4, to: &first)
        for place in 0..<4 { CommonCohort(seed: 3).write(place, to: &second) }
        second.removeAll()
        CommonCohort(seed: 3).write(4, to: &second)
        #expect(Array(first.bytes) == Array(second.bytes))
        second.removeAll()
        CommonCohort(seed: 4).write(4, to: &second)
        #expect(Array(first.bytes) != Array(second.bytes))
    }
}
