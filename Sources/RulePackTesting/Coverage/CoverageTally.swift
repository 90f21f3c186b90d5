package import RulePacks

/// How much of something was touched.
package struct CoverageTally: Sendable, Equatable {
    package let hit: Int
    package let of: Int
    /// What was not, in the order of the map; empty in a total.
    package let missed: [CoverageItem]

    package init(hit: Int, of: Int, missed: [CoverageItem]) {
        self.hit = hit
        self.of = of
        self.missed = missed
    }

    /// Rounded down, so that 100 means all; nil where there is nothing to cover.
    package var percent: Int? { of == 0 ? nil : hit * 100 / of }
}
