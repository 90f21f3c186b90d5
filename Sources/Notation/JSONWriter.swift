/// Writes JSON as bytes, in the order in which it is told, with no tree in between.
///
/// Numbers come in their shortest form that reads back the same; whole numbers have no fraction. Text is UTF-8, with only
/// what JSON demands escaped. Commas are placed by the writer; nothing checks that objects and arrays are balanced.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init() {}

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Forgets what was written and keeps the memory.
    package mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    package mutating func newline() {
        bytes.append(0x0A)
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = true
    }

    package mutating func beginObject() { separate(); bytes.append(0x7B); needsComma = false }
    package mutating func endObject() { bytes.append(0x7D); needsComma = true }
    package mutating func beginArray() { separate(); bytes.append(0x5B); needsComma = false }
    package mutating func endArray() { bytes.append(0x5D); needsComma = true }

    package mutating func key(_ name: StaticString) {
        separate()
        bytes.append(0x22)
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(0x22)
        bytes.append(0x3A)
        needsComma = false
    }

    package mutating func key(_ name: String) {
        string(name)
        bytes.append(0x3A)
        needsComma = false
    }

    /// Bytes that are JSON already: one whole value, or one `"key":value` pair or more inside an object.
    package mutating func raw(_ json: some Collection<UInt8>) { separate(); bytes.append(contentsOf: json) }

    package mutating func null() { separate(); bytes.append(contentsOf: "null".utf8) }
    package mutating func bool(_ value: Bool) { separate(); bytes.append(contentsOf: (value ? "true" : "false").utf8) }

    package mutating func int(_ value: Int) {
        separate()
        if value >= 0 && value < 10 { return bytes.append(0x30 + UInt8(value)) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var place = 20
            var rest = value.magnitude
            repeat {
                place -= 1
                digits[place] = 0x30 + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            if value < 0 { place -= 1; digits[place] = 0x2D }
            bytes.append(contentsOf: digits[place...])
        }
    }

    /// JSON has no infinity and no NaN: both are written as null.
    package mutating func number(_ value: Double) {
        if let whole = Int(exactly: value), whole.magnitude <= 1 << 53 { return int(whole) }
        guard value.isFinite else { return null() }
        separate()
        bytes.append(contentsOf: shortestText(value).utf8)
    }

    package mutating func string(_ value: String) {
        separate()
        var value = value
        value.withUTF8 { quoted($0) }
    }

    package mutating func string(_ value: UnsafeBufferPointer<UInt8>) { separate(); quoted(value) }

    package mutating func strings(_ values: some Sequence<String>) {
        beginArray()
        for value in values { string(value) }
        endArray()
    }

    private mutating func quoted(_ utf8: UnsafeBufferPointer<UInt8>) {
        bytes.append(0x22)
        var clean = 0
        for i in 0..<utf8.count {
            let byte = utf8[i]
            if byte >= 0x20 && byte != 0x22 && byte != 0x5C { continue }
            bytes.append(contentsOf: utf8[clean..<i])
            clean = i + 1
            bytes.append(0x5C)
            switch byte {
            case 0x22, 0x5C: bytes.append(byte)
            case 0x0A: bytes.append(0x6E)
            case 0x0D: bytes.append(0x72)
            case 0x09: bytes.append(0x74)
            default:
                let hex = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: [0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]])
            }
        }
        bytes.append(contentsOf: utf8[clean...])
        bytes.append(0x22)
    }
}

/// The shortest decimal text that reads back as the same number: `82`, `0.5`, `1e+20`.
package func shortestText(_ value: Double) -> String {
    if let whole = Int(exactly: value), whole.magnitude <= 1 << 53 { return String(whole) }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
