import Statistics
import Testing

@Suite("Fisher's exact test")
struct FishersExactTestTests {
    @Test(
        "gives the published p of worked examples",
        arguments: [
            // Fisher's lady tasting tea: three of four cups right of each kind.
            (3, 1, 1, 3, 0.4857),
            // All eight cups right: 1 in 70 on either side.
            (4, 0, 0, 4, 0.02857),
            // Criminal twins (Fisher 1925, table of Lange's data, as in R's help page of fisher.test).
            (2, 15, 10, 3, 0.0005367),
            // Studying men and women (the example of the English Wikipedia's article).
            (1, 11, 9, 3, 0.002759),
        ])
    func published(a: Int, b: Int, c: Int, d: Int, p: Double) {
        #expect(rounded(FishersExactTest.twoSided(a, b, c, d), digits: 4) == p)
    }

    @Test("is the same whichever way the table is turned")
    func turned() {
        for a in 0...6 {
            for b in 0...6 {
                for c in 0...6 {
                    let p = FishersExactTest.twoSided(a, b, c, 4)
                    for other in [(c, 4, a, b), (b, a, 4, c), (a, c, b, 4)] {
                        #expect(abs(FishersExactTest.twoSided(other.0, other.1, other.2, other.3) - p) < 1e-12)
                    }
                }
            }
        }
    }

    @Test("agrees with the definition worked out from factorials")
    func definition() {
        func factorial(_ n: Int) -> Double { n < 2 ? 1 : (2...n).reduce(1) { $0 * Double($1) } }
        func probability(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double {
            let margins = factorial(a + b) * factorial(c + d) * factorial(a + c) * factorial(b + d)
            return margins / (factorial(a) * factorial(b) * factorial(c) * factorial(d) * factorial(a + b + c + d))
        }
        for (a, b, c, d) in [(0, 5, 7, 2), (8, 2, 1, 5), (3, 9, 9, 3), (10, 0, 4, 6), (1, 1, 1, 1), (0, 0, 3, 4)] {
            let observed = probability(a, b, c, d)
            var p = 0.0
            for k in 0...min(a + b, a + c) where d - a + k >= 0 {
                let other = probability(k, a + b - k, a + c - k, d - a + k)
                if other <= observed * (1 + 1e-7) { p += other }
            }
            #expect(abs(FishersExactTest.twoSided(a, b, c, d) - min(1, p)) < 1e-9)
        }
    }

    @Test("an empty row or column tells nothing: p is 1", arguments: [(0, 0, 3, 4), (0, 7, 0, 5), (0, 0, 0, 0), (5, 0, 3, 0)])
    func degenerate(a: Int, b: Int, c: Int, d: Int) {
        #expect(FishersExactTest.twoSided(a, b, c, d) == 1)
    }

    @Test("large tables neither overflow nor vanish")
    func large() {
        let even = FishersExactTest.twoSided(25_000, 25_000, 25_000, 25_000)
        #expect(even > 0.99 && even <= 1)
        let far = FishersExactTest.twoSided(30_000, 20_000, 20_000, 30_000)
        #expect(far >= 0 && far < 1e-100)
        let near = FishersExactTest.twoSided(500, 49_500, 560, 49_440)
        #expect(near > 0.05 && near < 0.08)
    }
}
