package import RulePacks

/// How much of a pack its tests touch.
///
/// The total is over rows, branches, bands and classes: what a board approved. Lines are told beside it, as one line may
/// hold a whole rule and a rule many lines.
package struct CoverageReport: Sendable {
    package let map: CoverageMap
    package let hits: CoverageHits
    package let tallies: [CoverageKind: CoverageTally]
    /// Everything missed, in words, what matters most first.
    package let gaps: [CoverageGap]

    package init(_ map: CoverageMap, _ hits: CoverageHits) {
        self.map = map
        self.hits = hits
        var tallies: [CoverageKind: CoverageTally] = [:]
        for kind in CoverageKind.allCases {
            let places = map.items.indices.filter { map.items[$0].kind == kind }
            let missed = places.filter { !hits.contains($0) }.map { map.items[$0] }
            tallies[kind] = CoverageTally(hit: places.count - missed.count, of: places.count, missed: missed)
        }
        self.tallies = tallies
        gaps = CoverageGaps(map: map, hits: hits).all
    }

    /// The kinds that the total is made of.
    package static let counted: [CoverageKind] = [.rows, .branches, .bands, .classes]

    package subscript(_ kind: CoverageKind) -> CoverageTally { tallies[kind] ?? CoverageTally(hit: 0, of: 0, missed: []) }

    package var total: CoverageTally {
        CoverageTally(
            hit: CoverageReport.counted.reduce(0) { $0 + self[$1].hit }, of: CoverageReport.counted.reduce(0) { $0 + self[$1].of }, missed: [])
    }

    /// Why the total does not reach a threshold, in a sentence; nil where it does. With nothing to cover it never does.
    /// - Parameter minimum: a percentage.
    package func shortfall(of minimum: Int) -> String? {
        guard let percent = total.percent else { return "the pack has nothing to cover, so no coverage can be shown" }
        // Without a division, so that nothing is rounded.
        if total.hit * 100 >= minimum * total.of { return nil }
        return "coverage is \(percent)%, \(total.hit) of \(total.of), and \(minimum)% is asked for"
    }
}
