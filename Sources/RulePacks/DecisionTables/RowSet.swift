/// A set of the rows of one table, counted from 0.
struct RowSet: Hashable, Sendable {
    private var words: [UInt64]

    init(capacity: Int) { words = [UInt64](repeating: 0, count: (capacity + 63) / 64) }

    mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

    func contains(_ row: Int) -> Bool { words[row >> 6] & (1 << UInt64(row & 63)) != 0 }

    func intersection(_ other: RowSet) -> RowSet {
        var result = self
        for i in words.indices { result.words[i] &= other.words[i] }
        return result
    }

    func union(_ other: RowSet) -> RowSet {
        var result = self
        for i in words.indices { result.words[i] |= other.words[i] }
        return result
    }

    /// The rows, lowest first.
    var rows: [Int] {
        var result: [Int] = []
        for (i, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                result.append((i << 6) + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return result
    }
}
