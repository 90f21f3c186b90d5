package import RulePacks

/// What there is to cover of the rules that a pack has from another and leaves as they are. The other pack's tests answer for it.
package struct InheritedItems: Sendable {
    /// The id of the pack that is extended.
    package let from: String
    /// Places in the map.
    private let places: Set<Int>

    /// - Returns: nil for a pack that extends no other.
    package init?(_ map: CoverageMap, of pack: PackSource) {
        guard let from = pack.manifest.extends else { return nil }
        self.from = from
        let own = Set(pack.ownRuleFiles.map(\.name) + pack.manifest.uses.compactMap { pack.modules[$0]?.name })
        let moved = MovedValues(pack)
        places = Set(map.items.indices.filter { place in
            let item = map.items[place]
            return !own.contains(item.file) && (item.kind == .lines || !moved.decide(item))
        })
    }

    func contains(_ place: Int) -> Bool { places.contains(place) }
}
