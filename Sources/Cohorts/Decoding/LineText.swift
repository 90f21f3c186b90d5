import CLines

/// What kinds of bytes a line holds, found before it is read, so that reading needs to look for less.
struct LineText {
    /// No backslash and no control character: every string ends at the next quote and is its own text.
    let isPlain: Bool
    /// Where the line stops being UTF-8; nil where all of it is.
    let firstBadByte: Int?
    /// Where the first NUL stands; nil where there is none.
    let firstNUL: Int?

    init(_ line: UnsafeBufferPointer<UInt8>) {
        guard let start = line.baseAddress else {
            (isPlain, firstBadByte, firstNUL) = (true, nil, nil)
            return
        }
        let kinds = wl_kinds_of(start, line.count)
        isPlain = !kinds.has_odd
        firstNUL = kinds.has_odd ? line.firstIndex(of: 0) : nil
        firstBadByte = kinds.has_high ? LineText.firstInvalid(line) : nil
    }

    /// Bytes above 0x7F are rare, so this need not be quick.
    private static func firstInvalid(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
        var i = 0
        while i < line.count {
            let byte = line[i]
            if byte < 0x80 {
                i += 1
                continue
            }
            guard let length = length(ofCharacterAt: i, in: line) else { return i }
            i += length
        }
        return nil
    }

    /// Bytes of the well-formed character of two to four bytes at `i`; nil where there is none.
    private static func length(ofCharacterAt i: Int, in line: UnsafeBufferPointer<UInt8>) -> Int? {
        let lead = line[i]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default: return nil
        }
        guard i + length <= line.count, second.contains(line[i + 1]) else { return nil }
        for next in i + 2..<max(i + 2, i + length) where line[next] & 0xC0 != 0x80 { return nil }
        return length
    }
}
