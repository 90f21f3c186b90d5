/// Numbers of ids that are alike but for a number of fixed width at their end, as runs without gaps.
struct NumberRuns {
    private let prefix: [UInt8]
    private let width: Int
    /// In order, in pieces, so that growing copies next to nothing.
    private var pieces: [[Run]] = []
    /// The last run, which may go on.
    private var last: Run?
    private static let pieceLength = 4096

    private struct Run {
        var from: UInt64
        var through: UInt64
    }

    /// - Parameter first: the first id, which sets what the others must look like. nil where it has no number at its end.
    init?(first id: UnsafeRawBufferPointer) {
        let digits = id.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        guard digits > 0 else { return nil }
        width = min(digits, 18)
        prefix = Array(id.dropLast(width))
    }

    /// The number of an id of this kind; nil for other ids.
    func number(of id: UnsafeRawBufferPointer) -> UInt64? {
        guard id.count == prefix.count + width, id.starts(with: prefix) else { return nil }
        var number: UInt64 = 0
        for byte in id[prefix.count...] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            number = number * 10 + UInt64(byte - 0x30)
        }
        return number
    }

    /// Adds a number that is larger than all before it; false for any other.
    mutating func append(_ number: UInt64) -> Bool {
        guard let last else {
            last = Run(from: number, through: number)
            return true
        }
        if number <= last.through { return false }
        if last.through + 1 == number {
            self.last?.through = number
            return true
        }
        if pieces.last.map({ $0.count == NumberRuns.pieceLength }) ?? true {
            pieces.append([])
            pieces[pieces.count - 1].reserveCapacity(NumberRuns.pieceLength)
        }
        pieces[pieces.count - 1].append(last)
        self.last = Run(from: number, through: number)
        return true
    }

    func contains(_ number: UInt64) -> Bool {
        if let last, last.from <= number { return number <= last.through }
        guard let piece = pieces.last(where: { $0[0].from <= number }) else { return false }
        var low = 0
        var high = piece.count
        while low < high {
            let middle = (low + high) / 2
            if piece[middle].from <= number { low = middle + 1 } else { high = middle }
        }
        return low > 0 && number <= piece[low - 1].through
    }
}
