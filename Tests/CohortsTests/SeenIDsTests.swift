import Cohorts
import Testing

@Suite("Duplicate ids")
struct SeenIDsTests {
    private func insert(_ id: String, into seen: inout SeenIDs) -> Bool {
        Array(id.utf8).withUnsafeBytes { seen.insert($0) }
    }

    @Test("an id is new once, whatever ids look like", arguments: [
        ["N1", "N2", "N3", "N1", "N4", "N3"],
        ["N07", "N7", "N007", "N7", "M7"],
        ["b", "a", "", "b", ""],
        ["5", "3", "4", "9", "4", "5", "6"],
        ["N9", "N10", "N9", "N11", "N10"],
        ["123456789012345678901234", "123456789012345678901235", "123456789012345678901234"],
        ["Z-100", "Z-050", "Z-100", "Z-050", "Z-101"],
        ["é1", "é2", "é1"],
        ["same", "same"],
    ])
    func cases(ids: [String]) {
        var seen = SeenIDs()
        var known: Set<String> = []
        for id in ids { #expect(insert(id, into: &seen) == known.insert(id).inserted, "\(id)") }
    }

    @Test("thousands of ids in any order are told apart exactly", arguments: 0..<6)
    func random(seed: Int) {
        var numbers = Numbers(seed: UInt64(seed))
        var seen = SeenIDs()
        var known: Set<String> = []
        for i in 0..<20_000 {
            let id: String
            switch seed % 3 {
            case 0: id = "N\(100_000 + numbers.below(30_000))"
            case 1: id = numbers.below(10) == 0 ? "X\(numbers.below(500))" : "N\(100_000 + i - numbers.below(3))"
            default: id = "\(numbers.next() % 30_000)-\(numbers.below(2))"
            }
            #expect(insert(id, into: &seen) == known.insert(id).inserted)
        }
    }

    @Test("a duplicate's reject names the id")
    func reject() {
        let reject = Reject.duplicate(id: "N-1", line: 9)
        #expect(reject.path == "id")
        #expect(reject.got == "N-1")
        #expect(reject.message.contains("`N-1`"))
    }
}
