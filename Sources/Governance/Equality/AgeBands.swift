/// Bands of age, small ones put together with a neighbour: that says more than leaving out two.
///
/// A band of fewer than ten goes with the smaller of its neighbours, until there is none or only one is left.
struct AgeBands {
    /// For each band the one that stands in its place.
    private(set) var together: [String: String] = [:]

    /// - Parameter sizes: how many people are in each band; bands without anybody may be left out.
    init(_ sizes: [String: Int]) {
        let bands = EqualityField.ageBands.reversed().map(\.value)
        var groups = bands.indices.compactMap { place in sizes[bands[place]].map { (places: place...place, size: $0) } }
        while groups.count > 1, let small = groups.indices.min(by: { groups[$0].size < groups[$1].size }), groups[small].size < SmallGroups.least {
            let neighbours = [small - 1, small + 1].filter(groups.indices.contains)
            guard let other = neighbours.min(by: { groups[$0].size < groups[$1].size }) else { break }
            let (first, second) = (min(small, other), max(small, other))
            groups[first] = (groups[first].places.lowerBound...groups[second].places.upperBound, groups[first].size + groups[second].size)
            groups.remove(at: second)
        }
        for group in groups { for place in group.places { together[bands[place]] = AgeBands.name(group.places) } }
    }

    /// `18–34` of `18–25` and `26–34`.
    private static func name(_ places: ClosedRange<Int>) -> String {
        let bands = Array(EqualityField.ageBands.reversed())
        guard places.count > 1 else { return bands[places.lowerBound].value }
        let from = bands[places.lowerBound].from
        let isLast = places.upperBound == bands.count - 1
        let to = isLast ? 0 : bands[places.upperBound + 1].from
        if from == 0 { return isLast ? "all ages" : "under \(to)" }
        return isLast ? "\(from)+" : "\(from)–\(to - 1)"
    }

    /// The youngest age of a band, put together or not.
    static func start(of band: String) -> Int { Int(band.prefix { $0.isWholeNumber }) ?? 0 }

    /// The group of a field in which somebody is, with bands put together.
    func value(_ value: String, of field: EqualityField) -> String {
        switch field.kind {
        case .age: return together[value] ?? value
        case .crossed(let a, let b):
            let parts = EqualityField.parts(value)
            return EqualityField.crossed(self.value(parts.0, of: a), self.value(parts.1, of: b))
        default: return value
        }
    }
}
