/// Strings.
extension LineScan {
    /// The next double quote from `p` on; nil where there is none.
    @inline(__always)
    func quote(_ place: Bytes) -> Bytes? {
        var p = place
        while end - p >= 8 {
            let word = word(p) ^ 0x2222_2222_2222_2222
            let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
            if zeros != 0 { return p + zeros.trailingZeroBitCount / 8 }
            p += 8
        }
        while p < end {
            if p.pointee == 0x22 { return p }
            p += 1
        }
        return nil
    }

    /// Reads a string from behind its opening quote and puts its text behind the strings read so far.
    /// - Parameters: what a fault is about: a key, or with -1 for the key a record or list.
    @inline(__always)
    mutating func text(
        _ p: Bytes, key: Int32, container: Int32
    ) -> (behind: Bytes, bytes: UnsafeBufferPointer<UInt8>)? {
        guard isPlain else { return escapedText(p, key: key, container: container) }
        guard let quote = quote(p) else {
            unclosed(key: key, container: container, at: p)
            return nil
        }
        let count = quote - p
        let target = strings + stringCount
        target.update(from: p, count: count)
        stringCount &+= count
        return (quote + 1, UnsafeBufferPointer(start: target, count: count))
    }

    @inline(never)
    private mutating func unclosed(key: Int32, container: Int32, at p: Bytes) {
        note(.syntax(Fault.closingQuote), key: key, container: container, at: p)
    }

    private mutating func note(_ kind: Fault.Kind, key: Int32, container: Int32, at p: Bytes) {
        _ = key >= 0 ? fail(kind, key: key, at: p) : fail(kind, in: container, at: p)
    }

    @inline(never)
    private mutating func escapedText(
        _ place: Bytes, key: Int32, container: Int32
    ) -> (behind: Bytes, bytes: UnsafeBufferPointer<UInt8>)? {
        let first = stringCount
        var p = place
        while p < end {
            let byte = p.pointee
            switch byte {
            case 0x22:
                return (p + 1, UnsafeBufferPointer(start: strings + first, count: stringCount - first))
            case 0x5C:
                guard let behind = escape(p) else {
                    note(.badEscape, key: key, container: container, at: place - 1)
                    return nil
                }
                p = behind
            case 0..<0x20:
                note(.control, key: key, container: container, at: place - 1)
                return nil
            default:
                strings[stringCount] = byte
                stringCount += 1
                p += 1
            }
        }
        unclosed(key: key, container: container, at: place)
        return nil
    }

    /// Reads one escape from its backslash on; nil for one that JSON does not have, a half character and NUL.
    private mutating func escape(_ p: Bytes) -> Bytes? {
        guard end - p >= 2 else { return nil }
        let plain: UInt8
        switch p[1] {
        case 0x22, 0x5C, 0x2F: plain = p[1]
        case 0x62: plain = 0x08
        case 0x66: plain = 0x0C
        case 0x6E: plain = 0x0A
        case 0x72: plain = 0x0D
        case 0x74: plain = 0x09
        case 0x75: return unicodeEscape(p)
        default: return nil
        }
        strings[stringCount] = plain
        stringCount += 1
        return p + 2
    }

    private mutating func unicodeEscape(_ p: Bytes) -> Bytes? {
        guard let high = hex(p + 2) else { return nil }
        var code = high
        var behind = p + 6
        if high >= 0xD800, high < 0xDC00 {
            guard end - behind >= 6, behind[0] == 0x5C, behind[1] == 0x75, let low = hex(behind + 2), low >= 0xDC00,
                low < 0xE000
            else { return nil }
            code = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
            behind += 6
        }
        guard code != 0, let scalar = Unicode.Scalar(code) else { return nil }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            strings[stringCount] = byte
            stringCount += 1
        }
        return behind
    }

    private func hex(_ p: Bytes) -> UInt32? {
        guard end - p >= 4 else { return nil }
        var value: UInt32 = 0
        for i in 0..<4 {
            let byte = p[i]
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: return nil
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// A string, or an array of strings, as words with one space between any two.
    @inline(never)
    mutating func words(_ p: Bytes, key: Int32, cell: Int) -> Bytes? {
        let first = stringCount
        var q = p
        if p < end, p.pointee == 0x22 {
            guard let behind = text(p + 1, key: key, container: -1)?.behind else { return nil }
            q = behind
        } else {
            guard p < end, p.pointee == 0x5B else { return fail(.wrongType, key: key, at: p) }
            q = skipSpace(p + 1)
            if q < end, q.pointee == 0x5D {
                q += 1
            } else {
                while true {
                    guard q < end, q.pointee == 0x22 else { return fail(.wrongType, key: key, at: q) }
                    guard let behind = text(q + 1, key: key, container: -1)?.behind else { return nil }
                    q = skipSpace(behind)
                    guard q < end, q.pointee == 0x2C || q.pointee == 0x5D else {
                        return fail(.syntax("a comma or `]`"), key: key, at: q)
                    }
                    q += 1
                    if q[-1] == 0x5D { break }
                    // The comma made room for the space.
                    strings[stringCount] = 0x20
                    stringCount += 1
                    q = skipSpace(q)
                }
            }
        }
        stringCount = singleSpaced(from: first)
        cells[cell] = Int64(first | (stringCount - first) << 32)
        return q
    }

    /// Takes out spaces that are not between two words, in place. Gives the new end.
    private func singleSpaced(from first: Int) -> Int {
        var write = first
        for read in first..<stringCount {
            let isSpace = strings[read] == 0x20
            if isSpace, write == first || strings[write - 1] == 0x20 { continue }
            strings[write] = strings[read]
            write += 1
        }
        if write > first, strings[write - 1] == 0x20 { write -= 1 }
        return write
    }
}
