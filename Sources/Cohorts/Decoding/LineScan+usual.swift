/// Fields as they are nearly always written: in the order of the object before, without spaces, with a plain value.
extension LineScan {
    /// How far the usual reading came.
    struct Usual {
        /// The start of the next key, or the closing brace.
        var place: Bytes
        /// What stands there is the closing brace behind a value.
        var isEnd: Bool
    }

    /// Bytes that must be left of the line: a name of 24, a value of 25 and what stands around them.
    private static let room = 64

    /// Reads one field after another into their cells, up to the first that is not as usual. That one it leaves as it found it, for
    /// the general way, which also says what is wrong.
    ///
    /// All of it in one function with nothing to call, as this is where most of a cohort's bytes go by.
    /// - Parameters:
    ///   - place: the first byte of a key.
    ///   - guess: the key that is expected there.
    ///   - mine: the object's stamp.
    ///   - previous: the key that was read last; -1 for none.
    ///   - missing: required parts of the object that have not come yet.
    @inline(__always)
    mutating func usual(
        _ place: Bytes, from guess: Int32, base: Int, stamp mine: UInt64, previous: inout Int32, missing: inout Int32
    ) -> Usual {
        let keys = keys
        let last = end - LineScan.room
        var p = place
        var next = guess
        while p <= last, next >= 0 {
            let key = keys + Int(next)
            guard key.pointee.isUsual, matchUsual(key, p), key.pointee.seen != mine else { break }
            let plan = key.pointee.plan
            let q = p + Int(key.pointee.length)
            let cell = base &+ Int(plan.pointee.cell)
            // Given by its other name already, so that the two have to be compared.
            if key.pointee.sharesCell, cells[cell] != NominalRow.none { break }
            var found: Bytes?
            var copied = 0
            switch plan.pointee.kind {
            case .enumeration:
                if q.pointee == 0x22, let (value, count) = ValueTable.quick(q + 1, in: plan.pointee.shortValues) {
                    cells[cell] = Int64(value)
                    found = q + count + 2
                } else {
                    let count = usualText(q)
                    if count >= 0, let index = ValueTable.find(q + 1, count: count, readable: 24, in: plan.pointee.values) {
                        cells[cell] = Int64(index)
                        found = q + count + 2
                    }
                }
            case .date:
                if let day = day(q) {
                    cells[cell] = day
                    if cell == Int(rules.birth) { born = day }
                    found = q + 12
                }
            case .int:
                if let (place, value) = digits(q), value >= plan.pointee.low, value <= plan.pointee.high {
                    cells[cell] = value
                    found = place
                }
            case .string:
                let count = usualText(q)
                if count > 0 {
                    cells[cell] = Int64(truncatingIfNeeded: stringCount | count &<< 32)
                    (strings + stringCount).update(from: q + 1, count: count)
                    copied = count
                    found = q + count + 2
                }
            case .bool:
                if isWord(q, LineScan.true) {
                    cells[cell] = 1
                    found = q + 4
                } else if q.pointee == 0x66, isWord(q + 1, LineScan.alse) {
                    cells[cell] = 0
                    found = q + 5
                }
            case .number, .words, .yearsSince, .record, .list: break
            }
            if found == nil, isWord(q, LineScan.null), !plan.pointee.isRequired { found = q + 4 }
            guard let behind = found else { break }
            let isEnd = behind.pointee == 0x7D
            guard isEnd || (behind.pointee == 0x2C && behind[1] == 0x22) else {
                // For any other field the general way puts its value over this one.
                if key.pointee.sharesCell { cells[cell] = NominalRow.none }
                break
            }
            stringCount &+= copied
            key.pointee.seen = mine
            if plan.pointee.isRequired { missing &-= 1 }
            previous = next
            if isEnd { return Usual(place: behind, isEnd: true) }
            p = behind + 1
            next = key.pointee.next
        }
        return Usual(place: p, isEnd: false)
    }

    /// Whether a key's name and colon stand at `p`, letter for letter. They have at most 24 bytes, and so many can be read.
    @inline(__always)
    private func matchUsual(_ key: UnsafeMutablePointer<KeyPlan>, _ p: Bytes) -> Bool {
        let odd = (word(p) ^ key.pointee.words.0) & key.pointee.masks.0 | (word(p, 8) ^ key.pointee.words.1) & key.pointee.masks.1
        guard odd == 0 else { return false }
        return key.pointee.length <= 16 || (word(p, 16) ^ key.pointee.words.2) & key.pointee.masks.2 == 0
    }

    /// Bytes of a text of up to 23 between the quotes that begin at `q`; -1 where there is something else.
    @inline(__always)
    private func usualText(_ q: Bytes) -> Int {
        guard q.pointee == 0x22 else { return -1 }
        let first = ValueTable.quotes(word(q, 1))
        let second = ValueTable.quotes(word(q, 9))
        // Both words are looked at without asking which, as texts of up to eight bytes and longer ones come by turns.
        if first | second != 0 {
            let isSecond = first == 0
            return (isSecond ? second : first).trailingZeroBitCount &>> 3 &+ (isSecond ? 8 : 0)
        }
        let third = ValueTable.quotes(word(q, 17))
        return third != 0 ? 16 &+ third.trailingZeroBitCount &>> 3 : -1
    }
}
