import Notation

/// Enumerations and dates.
extension LineScan {
    @inline(__always)
    mutating func enumeration(
        _ p: Bytes, key: Int32, plan: UnsafeMutablePointer<FieldPlan>, cell: Int
    ) -> Bytes? {
        guard p < end, p.pointee == 0x22 else { return fail(.wrongType, key: key, at: p) }
        if isPlain {
            guard let quote = quote(p + 1) else { return fail(.syntax(Fault.closingQuote), key: key, at: p + 1) }
            let count = quote - (p + 1)
            if let index = ValueTable.find(p + 1, count: count, readable: end - (p + 1), in: plan.pointee.values) {
                cells[cell] = Int64(index)
                return quote + 1
            }
            return spelling(
                UnsafeBufferPointer(start: p + 1, count: count), from: p, behind: quote + 1, key: key, plan: plan,
                cell: cell)
        }
        let kept = stringCount
        guard let (behind, bytes) = text(p + 1, key: key, container: -1) else { return nil }
        stringCount = kept
        if let start = bytes.baseAddress,
            let index = ValueTable.find(start, count: bytes.count, readable: bytes.count, in: plan.pointee.values)
        {
            cells[cell] = Int64(index)
            return behind
        }
        return spelling(bytes, from: p, behind: behind, key: key, plan: plan, cell: cell)
    }

    /// A value that is not written as the catalogue has it: another spelling, a way to say that it is not known, or a fault.
    @inline(never)
    private mutating func spelling(
        _ bytes: UnsafeBufferPointer<UInt8>, from p: Bytes, behind: Bytes, key: Int32,
        plan: UnsafeMutablePointer<FieldPlan>, cell: Int
    ) -> Bytes? {
        guard bytes.count <= 64 else { return fail(.notAValue, key: key, at: p) }
        let spellings = plan.pointee.spellings
        let index = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { lower -> Int32? in
            guard let start = lower.baseAddress else { return nil }
            for (i, byte) in bytes.enumerated() {
                guard byte < 0x80 else {
                    var text = String(decoding: bytes, as: UTF8.self).lowercased()
                    return text.withUTF8 { utf8 in
                        guard let start = utf8.baseAddress else { return nil }
                        return ValueTable.find(start, count: utf8.count, readable: utf8.count, in: spellings)
                    }
                }
                lower.initializeElement(at: i, to: byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            }
            return ValueTable.find(start, count: bytes.count, readable: bytes.count, in: spellings)
        }
        guard let index else { return fail(.notAValue, key: key, at: p) }
        if index >= 0 {
            cells[cell] = Int64(index)
        } else if plan.pointee.isRequired {
            return fail(.missing, key: key, at: p)
        }
        return behind
    }

    @inline(__always)
    mutating func date(_ p: Bytes, key: Int32, cell: Int) -> Bytes? {
        guard end - p >= 12, let day = day(p) else { return oddDate(p, key: key, cell: cell) }
        return dated(day, cell: cell, behind: p + 12)
    }

    /// The day of a date in quotes, days since 1970; nil where it is not one of the usual years, or nothing of the kind. Twelve bytes must be there.
    @inline(__always)
    func day(_ p: Bytes) -> Int64? {
        // The quote before and the first dash, the second dash and the quote behind.
        guard word(p) & 0x0000_FF00_0000_00FF == 0x0000_2D00_0000_0022, word(p, 4) & 0xFF00_00FF_0000_0000 == 0x2200_002D_0000_0000 else { return nil }
        // The eight digits of YYYY-MM-DD side by side, each byte less the digit zero.
        let low = word(p, 1)
        let high = word(p, 3)
        let digits = (low & 0xFFFF_FFFF | (low >> 8) & 0x0000_FFFF_0000_0000 | high & 0xFFFF_0000_0000_0000)
            ^ 0x3030_3030_3030_3030
        guard (digits | (digits &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0 else { return nil }
        // Neighbouring digits joined: byte 0 has the century, byte 2 the year in it, byte 4 the month, byte 6 the day.
        let pairs = digits &* 10 &+ digits >> 8
        let year = Int(pairs & 0xFF) &* 100 &+ Int((pairs >> 16) & 0xFF)
        let month = Int((pairs >> 32) & 0xFF)
        let day = Int32((pairs >> 48) & 0xFF)
        let place = (year &- MonthTable.firstYear) &* 12 &+ month &- 1
        guard place >= 0, place < MonthTable.monthCount, month >= 1, month <= 12, day >= 1,
            day <= months[place].length
        else { return nil }
        return Int64(months[place].dayZero &+ day)
    }

    @inline(__always)
    private mutating func dated(_ number: Int64, cell: Int, behind: Bytes) -> Bytes {
        cells[cell] = number
        if cell == Int(rules.birth) { born = number }
        return behind
    }

    /// A date far away, a date written with escapes, one that does not exist, or something else.
    @inline(never)
    private mutating func oddDate(_ p: Bytes, key: Int32, cell: Int) -> Bytes? {
        guard p < end, p.pointee == 0x22 else { return fail(.wrongType, key: key, at: p) }
        let kept = stringCount
        guard let (behind, bytes) = text(p + 1, key: key, container: -1) else { return nil }
        stringCount = kept
        if let day = Day(iso: bytes) { return dated(Int64(day.number), cell: cell, behind: behind) }
        let shape = bytes.count == 10
            && bytes.enumerated().allSatisfy { $0 == 4 || $0 == 7 ? $1 == 0x2D : $1 >= 0x30 && $1 <= 0x39 }
        return fail(shape ? .noSuchDate : .notADate, key: key, at: p)
    }
}
