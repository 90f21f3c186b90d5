import Notation

/// Bytes under construction, in memory that is used again and again.
///
/// ``ByteBuffer/slack`` bytes behind the last one are always there, so that a short piece can be copied in one go, with what happens to
/// stand behind it.
struct ByteBuffer: ~Copyable {
    static let slack = 32

    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        base = .allocate(capacity: capacity + ByteBuffer.slack)
    }

    deinit { base.deallocate() }

    mutating func removeAll() { count = 0 }
    mutating func dropLast() { count -= 1 }

    /// Takes the byte at a place out.
    mutating func cut(at place: Int) {
        (base + place).update(from: base + place + 1, count: count - place - 1)
        count -= 1
    }

    func bytes(_ range: TextRange) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + Int(range.start), count: Int(range.count))
    }

    var whole: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    func text(_ range: TextRange) -> String { String(decoding: bytes(range), as: UTF8.self) }

    /// What was put since `start`.
    func range(from start: Int) -> TextRange { TextRange(start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: count &- start)) }

    @inline(__always)
    mutating func reserve(_ more: Int) {
        if count &+ more > capacity { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + ByteBuffer.slack)
        grown.update(from: base, count: count)
        base.deallocate()
        base = grown
    }

    @inline(__always)
    mutating func put(byte: UInt8) {
        reserve(1)
        base[count] = byte
        count &+= 1
    }

    @inline(__always)
    mutating func put(_ text: StaticString) { put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)) }

    @inline(__always)
    mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + count).update(from: start, count: bytes.count)
        count &+= bytes.count
    }

    /// A piece behind which ``slack`` further bytes can be read, whatever they are.
    @inline(__always)
    mutating func put(slack bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        let (from, to) = (UnsafeRawPointer(start), UnsafeMutableRawPointer(base + count))
        if bytes.count <= ByteBuffer.slack {
            to.storeBytes(of: from.loadUnaligned(as: SIMD4<UInt64>.self), as: SIMD4<UInt64>.self)
        } else {
            to.copyMemory(from: from, byteCount: bytes.count)
        }
        count &+= bytes.count
    }

    mutating func put(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { put($0) } }

    // Its name keeps plain literals with what takes them as they stand in the program.
    mutating func put(text: String) {
        var text = text
        text.withUTF8 { put($0) }
    }

    mutating func put(_ value: Int) {
        reserve(24)
        if value < 0 { put(byte: 0x2D) }
        var rest = value.magnitude
        if rest < 10 { return put(byte: 0x30 &+ UInt8(truncatingIfNeeded: rest)) }
        if rest < 100 {
            base[count] = 0x30 &+ UInt8(truncatingIfNeeded: rest / 10)
            base[count &+ 1] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            count &+= 2
            return
        }
        var digits = 0
        var counted = rest
        while counted > 0 {
            digits &+= 1
            counted /= 10
        }
        count &+= digits
        var place = count
        while rest > 0 {
            place &-= 1
            base[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// As `shortestText` has it.
    mutating func put(number value: Double) {
        if let whole = Int(exactly: value), whole.magnitude <= 1 << 53 { put(whole) } else { put(text: shortestText(value)) }
    }

    /// As ISO 8601 has it.
    mutating func put(_ day: Day) {
        let (year, month, dayOfMonth) = day.parts
        guard year >= 0, year <= 9999 else { return put(text: day.description) }
        reserve(10)
        func two(_ value: Int, at place: Int) {
            base[count &+ place] = 0x30 &+ UInt8(truncatingIfNeeded: value / 10)
            base[count &+ place &+ 1] = 0x30 &+ UInt8(truncatingIfNeeded: value % 10)
        }
        two(year / 100, at: 0)
        two(year % 100, at: 2)
        base[count &+ 4] = 0x2D
        two(month, at: 5)
        base[count &+ 7] = 0x2D
        two(dayOfMonth, at: 8)
        count &+= 10
    }

    /// Text that a rule made: what of it is not UTF-8 is put right.
    /// - Returns: whether it is known to need no escapes in JSON.
    @discardableResult
    mutating func put(mended bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let isPlain = ByteBuffer.isPlain(bytes, allowing: 0)
        if isPlain { put(bytes) } else { put(text: String(decoding: bytes, as: UTF8.self)) }
        return isPlain
    }

    /// Whether all of it is ASCII without control characters, quotes and backslashes.
    /// - Parameter allowing: `0x80` in each byte where bytes beyond ASCII are plain, too.
    @inline(__always)
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, allowing: UInt64) -> Bool {
        guard let start = text.baseAddress else { return true }
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        /// Tops of the bytes that are not plain, and perhaps of some behind those.
        func oddities(_ word: UInt64) -> UInt64 {
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            return (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | word & ~allowing
        }
        var odd: UInt64 = 0
        var place = 0
        while place &+ 8 <= text.count {
            odd |= oddities(UnsafeRawPointer(start).loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place &+= 8
        }
        if text.count >= 8, place < text.count {
            // The last eight bytes, some of them once more.
            odd |= oddities(UnsafeRawPointer(start).loadUnaligned(fromByteOffset: text.count &- 8, as: UInt64.self))
            place = text.count
        }
        if odd & tops != 0 { return false }
        while place < text.count {
            let byte = start[place]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || (byte >= 0x80 && allowing == 0) { return false }
            place &+= 1
        }
        return true
    }

    /// A JSON string.
    /// - Parameter hasSlack: ``slack`` further bytes can be read behind the text, whatever they are.
    mutating func put(quoted text: UnsafeBufferPointer<UInt8>, hasSlack: Bool = false) {
        reserve(text.count &+ 2)
        guard ByteBuffer.isPlain(text, allowing: 0x8080_8080_8080_8080) else { return putEscaped(text) }
        put(byte: 0x22)
        if hasSlack { put(slack: text) } else { put(text) }
        put(byte: 0x22)
    }

    /// A JSON string of text that needs no escapes, and behind which ``slack`` further bytes can be read.
    @inline(__always)
    mutating func put(plain text: UnsafeBufferPointer<UInt8>) {
        reserve(text.count &+ 2)
        put(byte: 0x22)
        put(slack: text)
        put(byte: 0x22)
    }

    @inline(never)
    private mutating func putEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        put(byte: 0x22)
        for byte in text {
            switch byte {
            case 0x22, 0x5C:
                put(byte: 0x5C)
                put(byte: byte)
            case 0x0A: put("\\n")
            case 0x0D: put("\\r")
            case 0x09: put("\\t")
            case 0..<0x20:
                put("\\u00")
                put(byte: ByteBuffer.hexDigit(byte >> 4))
                put(byte: ByteBuffer.hexDigit(byte & 15))
            default: put(byte: byte)
            }
        }
        put(byte: 0x22)
    }

    mutating func put(quoted text: String) {
        var text = text
        text.withUTF8 { put(quoted: $0) }
    }

    static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x57 &+ value }
}

/// A stretch of a buffer's bytes.
struct TextRange {
    static let none = TextRange(start: 0, count: -1)

    var start: Int32
    var count: Int32

    var isThere: Bool { count >= 0 }
}
