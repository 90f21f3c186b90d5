import Statistics
import Testing

@Suite("proportions")
struct ProportionTests {
    @Test(
        "Wilson's interval is that of Newcombe's worked examples (Statistics in Medicine 17, 1998, table I, method 3)",
        arguments: [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)])
    func newcombe(count: Int, of: Int, low: Double, high: Double) throws {
        let interval = try #require(Proportion(count, of: of).interval)
        #expect(rounded(interval.low, places: 4) == low)
        #expect(rounded(interval.high, places: 4) == high)
    }

    @Test("all of them is the mirror of none of them", arguments: [1, 5, 20, 1000])
    func mirrored(n: Int) throws {
        let (none, all) = (try #require(Proportion(0, of: n).interval), try #require(Proportion(n, of: n).interval))
        #expect(none.low == 0)
        #expect(all.high == 1)
        #expect(abs(none.high - (1 - all.low)) < 1e-12)
    }

    @Test("the interval always holds the proportion, and more people make it narrower")
    func holds() throws {
        for n in 1...60 {
            for k in 0...n {
                let small = try #require(Proportion(k, of: n).interval)
                let large = try #require(Proportion(10 * k, of: 10 * n).interval)
                let share = Double(k) / Double(n)
                #expect(small.low <= share && share <= small.high)
                #expect(large.high - large.low < small.high - small.low)
            }
        }
    }

    @Test("among nobody there is no proportion and no interval")
    func nobody() {
        #expect(Proportion(0, of: 0).value == nil)
        #expect(Proportion(0, of: 0).interval == nil)
    }
}
