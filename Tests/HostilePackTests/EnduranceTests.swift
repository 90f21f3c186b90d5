import RulePacks
import TestSupport
import Testing

/// What many breaches leave behind in one process.
@Suite("endurance", .serialized, .disabled(if: Sanitizer.isPresent, "a sanitizer keeps freed memory"))
struct EnduranceTests {
    /// How often each attack is made in each round.
    private static let rounds = 10

    @Test("ten thousand hostile evaluations leave memory flat and another pack's records as they were")
    func tenThousand() throws {
        let deciders = try EnduranceTests.deciders()
        #expect(deciders.count >= 150)
        let benign = try BenignPack.load()
        let before = People.all.map(benign.record)
        var evaluations = 0
        func round() {
            for decider in deciders {
                for index in 0..<EnduranceTests.rounds {
                    _ = decider.decide(People.all[index % People.all.count])
                    evaluations += 1
                    let person = evaluations % People.all.count
                    #expect(benign.record(People.all[person]) == before[person])
                }
            }
        }
        // What is kept for good, such as room for records and interned texts, is there after the first round.
        round()
        let settled = ProcessFacts.residentBytes
        #expect(settled > 0)
        while evaluations < 10_000 { round() }
        #expect(ProcessFacts.residentBytes < settled + ProcessFacts.slack)
        #expect(try People.all.map(BenignPack.load().record) == before, "a new state differs")
    }

    @Test("hundreds of packs that do not load, or are let go, leave memory flat")
    func loading() throws {
        let packs = try Corpus.attacks.filter { script in script.folder == "memory" || script.folder == "stack" || script.folder == "leak" }
            .map { try SmallPack($0) }
        func round() {
            for pack in packs {
                do throws(PackError) { _ = try Decider(PackSource.load(pack.path).pack) } catch { #expect(!error.findings.isEmpty) }
            }
        }
        round()
        let settled = ProcessFacts.residentBytes
        for _ in 0..<(300 / packs.count) { round() }
        #expect(ProcessFacts.residentBytes < settled + ProcessFacts.slack)
    }

    /// The attacks that run, each in a state of its own with limits so low that thousands end in seconds.
    private static func deciders() throws -> [Decider] {
        try Corpus.attacks.compactMap { script in
            if case .refused = script.outcome { return nil }
            let pack = try SmallPack(script, limits: "{ instructions = 20000, memory_mib = 1 }")
            do throws(PackError) { return try Decider(PackSource.load(pack.path).pack) } catch { return nil }
        }
    }
}
