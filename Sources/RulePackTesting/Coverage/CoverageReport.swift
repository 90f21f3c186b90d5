package import RulePacks

/// How much of a pack its tests touch.
///
/// The total is over rows, branches, bands and classes: what a board approved. Lines are told beside it, as one line may
/// hold a whole rule and a rule many lines. Of a pack that extends another, tallies, total and gaps are of its own rules.
package struct CoverageReport: Sendable {
    package let map: CoverageMap
    package let hits: CoverageHits
    package let tallies: [CoverageKind: CoverageTally]
    /// What the pack has from another and leaves as it is; nil where it extends none.
    package let inherited: (from: String, tally: CoverageTally)?
    /// Everything missed, in words, what matters most first.
    package let gaps: [CoverageGap]
    /// Places of the map that are the pack's own.
    let own: [Int]

    package init(_ map: CoverageMap, _ hits: CoverageHits, inherited: InheritedItems? = nil) {
        self.map = map
        self.hits = hits
        func tally(_ places: [Int]) -> CoverageTally {
            let missed = places.filter { !hits.contains($0) }.map { map.items[$0] }
            return CoverageTally(hit: places.count - missed.count, of: places.count, missed: missed)
        }
        let own = map.items.indices.filter { !(inherited?.contains($0) ?? false) }
        self.own = own
        var tallies: [CoverageKind: CoverageTally] = [:]
        for kind in CoverageKind.allCases {
            tallies[kind] = tally(own.filter { map.items[$0].kind == kind })
        }
        self.tallies = tallies
        self.inherited = inherited.map { inherited in
            (inherited.from, tally(map.items.indices.filter { inherited.contains($0) && map.items[$0].kind != .lines }))
        }
        gaps = CoverageGaps(map: map, hits: hits, places: own).all
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
        guard let percent = total.percent else { return "the pack has nothing \(inherited == nil ? "" : "of its own ")to cover, so no coverage can be shown" }
        // Without a division, so that nothing is rounded.
        if total.hit * 100 >= minimum * total.of { return nil }
        return "coverage is \(percent)%, \(total.hit) of \(total.of), and \(minimum)% is asked for"
    }
}
