@testable import Governance
import Testing

@Suite("small bands of age")
struct AgeBandsTests {
    private static let cases: [(sizes: [Int], bands: [String])] = [
        ([10, 10, 10, 10, 10], ["under 18", "18–25", "26–34", "35–49", "50+"]),
        // The smaller neighbour takes it.
        ([0, 20, 9, 30, 40], ["18–34", "35–49", "50+"]), ([0, 30, 9, 20, 40], ["18–25", "26–49", "50+"]), ([9, 30, 20, 20, 20], ["under 26", "26–34", "35–49", "50+"]),
        ([0, 20, 20, 20, 1], ["18–25", "26–34", "35+"]),
        // Until none is small.
        ([0, 4, 4, 4, 40], ["18–49", "50+"]), ([1, 1, 1, 1, 1], ["all ages"]), ([0, 5, 0, 0, 5], ["18+"]), ([0, 5, 0, 30, 30], ["18–49", "50+"]), ([0, 3, 0, 0, 0], ["18–25"]),
        ([], []),
    ]

    @Test("a band of fewer than ten goes with the smaller of its neighbours", arguments: cases)
    func bands(sizes: [Int], bands: [String]) {
        let names = ["under 18", "18–25", "26–34", "35–49", "50+"]
        let counts = Dictionary(zip(names, sizes).filter { $1 > 0 }) { first, _ in first }
        let together = AgeBands(counts)
        var seen: [String] = []
        for name in names where counts[name] != nil { if let band = together.together[name], !seen.contains(band) { seen.append(band) } }
        #expect(seen == bands)
        #expect(seen == seen.sorted { AgeBands.start(of: $0) < AgeBands.start(of: $1) })
    }
}
