/// A set of the pieces of a column.
struct TableBits: Hashable, Sendable {
    private(set) var words: [UInt64]

    init(count: Int, _ contains: (Int) -> Bool) {
        words = Array(repeating: 0, count: (count + 63) / 64)
        for place in 0..<count where contains(place) { words[place >> 6] |= 1 << UInt64(place & 63) }
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    func contains(_ place: Int) -> Bool { words[place >> 6] & (1 << UInt64(place & 63)) != 0 }
    mutating func insert(_ place: Int) { words[place >> 6] |= 1 << UInt64(place & 63) }
    mutating func remove(_ place: Int) { words[place >> 6] &= ~(1 << UInt64(place & 63)) }

    func meets(_ other: TableBits) -> Bool {
        for place in words.indices where words[place] & other.words[place] != 0 { return true }
        return false
    }

    func intersection(_ other: TableBits) -> TableBits {
        var result = self
        for place in words.indices { result.words[place] &= other.words[place] }
        return result
    }

    func subtracting(_ other: TableBits) -> TableBits {
        var result = self
        for place in words.indices { result.words[place] &= ~other.words[place] }
        return result
    }

    /// The pieces, lowest first.
    var members: [Int] {
        var result: [Int] = []
        for (place, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                result.append((place << 6) + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return result
    }
}
