/// What evaluations touched: members of one `CoverageMap`, and how often each condition was unknown.
///
/// Hits of different maps mean nothing together.
package struct CoverageHits: Sendable, Equatable {
    private var words: [UInt64]
    /// How often a condition came out neither yes nor no, by the place of its rule in the map.
    package private(set) var unknowns: [Int: Int] = [:]

    init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

    /// A place outside the map is left out.
    mutating func insert(_ place: Int) {
        guard place >= 0, place >> 6 < words.count else { return }
        words[place >> 6] |= 1 << UInt64(place & 63)
    }

    mutating func countUnknown(_ place: Int) {
        guard place >= 0 else { return }
        unknowns[place, default: 0] += 1
    }

    package func contains(_ place: Int) -> Bool {
        place >= 0 && place >> 6 < words.count && words[place >> 6] >> UInt64(place & 63) & 1 == 1
    }

    /// Adds the hits of others; what was unknown is added up.
    package mutating func formUnion(_ other: CoverageHits) {
        for place in 0..<min(words.count, other.words.count) { words[place] |= other.words[place] }
        unknowns.merge(other.unknowns) { $0 + $1 }
    }

    package func union(_ other: CoverageHits) -> CoverageHits {
        var both = self
        both.formUnion(other)
        return both
    }

    package func isSuperset(of other: CoverageHits) -> Bool { zip(words, other.words).allSatisfy { $1 & ~$0 == 0 } }

    package func isDisjoint(with other: CoverageHits) -> Bool { zip(words, other.words).allSatisfy { $0 & $1 == 0 } }

    package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
