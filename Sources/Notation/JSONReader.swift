/// What a ``JSONReader`` met that it did not expect.
package struct JSONFault: Error, Sendable, Hashable {
    /// How many bytes were read before it.
    package let offset: Int
    /// In words: `a text in quotes`.
    package let expected: String

    package init(offset: Int, expected: String) {
        self.offset = offset
        self.expected = expected
    }
}

/// Reads JSON that ``JSONWriter`` wrote, value by value in the order in which it is told.
///
/// Strict: no blanks, each key in its place, no escapes but the writer's. Signed and digested texts have one form only, and
/// whatever is not in that form was not written by this program.
package struct JSONReader {
    private let bytes: [UInt8]
    private var place = 0
    private var needsComma = false

    package init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    private func fault(_ expected: String) -> JSONFault { JSONFault(offset: place, expected: expected) }

    private mutating func take(_ byte: UInt8, _ expected: String) throws(JSONFault) {
        guard place < bytes.count, bytes[place] == byte else { throw fault(expected) }
        place += 1
    }

    private mutating func separate() throws(JSONFault) {
        if needsComma { try take(0x2C, "a comma") }
        needsComma = true
    }

    /// Whether the next byte, behind a comma that is due, is this one.
    private func isNext(_ byte: UInt8) -> Bool {
        let next = needsComma && place < bytes.count && bytes[place] == 0x2C ? place + 1 : place
        return next < bytes.count && bytes[next] == byte
    }

    /// Whether a text comes next.
    package var isString: Bool { isNext(0x22) }

    package mutating func beginObject() throws(JSONFault) {
        try separate()
        try take(0x7B, "an object")
        needsComma = false
    }

    package mutating func endObject() throws(JSONFault) {
        try take(0x7D, "the end of the object")
        needsComma = true
    }

    package mutating func key(_ name: String) throws(JSONFault) {
        try separate()
        let start = place
        let wanted = Array("\"\(name)\":".utf8)
        guard bytes[place...].starts(with: wanted) else {
            place = start
            throw fault("the key `\(name)`")
        }
        place += wanted.count
        needsComma = false
    }

    /// Whether a key of that name comes next.
    package func hasKey(_ name: String) -> Bool {
        let next = needsComma && place < bytes.count && bytes[place] == 0x2C ? place + 1 : place
        return bytes[min(next, bytes.count)...].starts(with: "\"\(name)\":".utf8)
    }

    /// Nothing may stand behind what was read.
    package func end() throws(JSONFault) {
        guard place == bytes.count else { throw fault("the end of the line") }
    }

    /// A value, or nil where it is null.
    package mutating func optional<T>(_ read: (inout JSONReader) throws(JSONFault) -> T) throws(JSONFault) -> T? {
        guard isNext(0x6E) else { return try read(&self) }
        try word("null")
        return nil
    }

    private mutating func word(_ word: String) throws(JSONFault) {
        try separate()
        guard bytes[place...].starts(with: word.utf8) else { throw fault("`\(word)`") }
        place += word.utf8.count
    }

    package mutating func bool() throws(JSONFault) -> Bool {
        if isNext(0x74) {
            try word("true")
            return true
        }
        try word("false")
        return false
    }

    /// A whole number.
    package mutating func int() throws(JSONFault) -> Int {
        try separate()
        let text = bytes[place...].prefix { $0 == 0x2D || (0x30...0x39).contains($0) }
        guard let value = Int(String(decoding: text, as: UTF8.self)), Array(String(value).utf8) == Array(text) else { throw fault("a whole number") }
        place += text.count
        return value
    }

    package mutating func array<T>(_ read: (inout JSONReader) throws(JSONFault) -> T) throws(JSONFault) -> [T] {
        try separate()
        try take(0x5B, "a list")
        needsComma = false
        var items: [T] = []
        while !(place < bytes.count && bytes[place] == 0x5D) { items.append(try read(&self)) }
        place += 1
        needsComma = true
        return items
    }

    package mutating func strings() throws(JSONFault) -> [String] {
        try array { reader throws(JSONFault) in try reader.string() }
    }

    package mutating func string() throws(JSONFault) -> String {
        try separate()
        try take(0x22, "a text in quotes")
        var text: [UInt8] = []
        while true {
            guard place < bytes.count, bytes[place] >= 0x20 else { throw fault("the end of the text") }
            let byte = bytes[place]
            place += 1
            if byte == 0x22 { break }
            text.append(byte == 0x5C ? try escaped() : byte)
        }
        guard let result = String(validating: text, as: UTF8.self) else { throw fault("text in UTF-8") }
        return result
    }

    private mutating func escaped() throws(JSONFault) -> UInt8 {
        guard place < bytes.count else { throw fault("the end of the text") }
        let byte = bytes[place]
        place += 1
        switch byte {
        case 0x22, 0x5C: return byte
        case 0x6E: return 0x0A
        case 0x72: return 0x0D
        case 0x74: return 0x09
        case 0x75:
            let digits = bytes[place...].prefix(4)
            guard digits.count == 4, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), value < 0x20 else {
                throw fault("the code of a control character")
            }
            place += 4
            return value
        default: throw fault("an escape")
        }
    }
}
