/// Reads one JSON value from bytes, forwards and without building a tree: what is not asked for is passed over.
///
/// It takes anything that is JSON, and some texts that are not; for files that this program wrote itself.
package struct JSONScan {
    /// The bytes are not JSON at this place, or not of the kind asked for.
    package struct Fault: Error, Equatable {
        package let offset: Int
    }

    private static let deepest = 64

    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    private var fault: Fault { Fault(offset: place) }

    private mutating func next() -> UInt8? {
        while place < bytes.count {
            let byte = bytes[place]
            guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return byte }
            place += 1
        }
        return nil
    }

    private mutating func take(_ byte: UInt8) throws(Fault) {
        guard next() == byte else { throw fault }
        place += 1
    }

    private mutating func takes(_ byte: UInt8) -> Bool {
        guard next() == byte else { return false }
        place += 1
        return true
    }

    /// Whether the next value is null; it is passed over then.
    package mutating func null() throws(Fault) -> Bool {
        guard next() == 0x6E else { return false }
        try skip()
        return true
    }

    /// Reads an object.
    /// - Parameter body: is given each key, and reads the value or passes it over.
    package mutating func object(_ body: (String, inout JSONScan) throws(Fault) -> Void) throws(Fault) {
        try take(0x7B)
        if takes(0x7D) { return }
        repeat {
            let key = try string()
            try take(0x3A)
            try body(key, &self)
        } while takes(0x2C)
        try take(0x7D)
    }

    package mutating func string() throws(Fault) -> String {
        try take(0x22)
        let start = place
        var isPlain = true
        while place < bytes.count, bytes[place] != 0x22 {
            if bytes[place] == 0x5C {
                isPlain = false
                place += 1
            }
            place += 1
        }
        guard place < bytes.count else { throw fault }
        let text = UnsafeRawBufferPointer(rebasing: bytes[start..<place])
        place += 1
        return isPlain ? String(decoding: text, as: UTF8.self) : try unescaped(text)
    }

    private func unescaped(_ text: UnsafeRawBufferPointer) throws(Fault) -> String {
        var units: [UInt16] = []
        var rest = String(decoding: text, as: UTF8.self).utf16[...]
        let plain: [UInt16: UInt16] = [0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9, 0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F]
        while let unit = rest.popFirst() {
            guard unit == 0x5C else {
                units.append(unit)
                continue
            }
            guard let escape = rest.popFirst() else { throw fault }
            if let unit = plain[escape] {
                units.append(unit)
            } else {
                guard escape == 0x75, let digits = String(rest.prefix(4)), digits.count == 4, let unit = UInt16(digits, radix: 16) else { throw fault }
                rest = rest.dropFirst(4)
                units.append(unit)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// Reads an array.
    /// - Parameter body: reads each item or passes it over.
    package mutating func array(_ body: (inout JSONScan) throws(Fault) -> Void) throws(Fault) {
        try take(0x5B)
        if takes(0x5D) { return }
        repeat { try body(&self) } while takes(0x2C)
        try take(0x5D)
    }

    /// A text; nil, with the value passed over, where it is something else.
    package mutating func text() throws(Fault) -> String? {
        if next() == 0x22 { return try string() }
        try skip()
        return nil
    }

    /// Nothing but blanks may stand behind what was read.
    package mutating func end() throws(Fault) { if next() != nil { throw fault } }

    /// Passes a value over.
    package mutating func skip() throws(Fault) { try skip(depth: 0) }

    /// Passes a value over.
    /// - Returns: the places of its bytes.
    package mutating func span() throws(Fault) -> Range<Int> {
        _ = next()
        let start = place
        try skip()
        return start..<place
    }

    private mutating func skip(depth: Int) throws(Fault) {
        guard depth <= JSONScan.deepest, let byte = next() else { throw fault }
        switch byte {
        case 0x7B: try object { _, scan throws(Fault) in try scan.skip(depth: depth + 1) }
        case 0x5B: try array { scan throws(Fault) in try scan.skip(depth: depth + 1) }
        case 0x22: _ = try string()
        case 0x2D, 0x30...0x39, 0x74, 0x66, 0x6E:
            while place < bytes.count, !JSONScan.endsValue(bytes[place]) { place += 1 }
        default: throw fault
        }
    }

    private static func endsValue(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2C, 0x7D, 0x5D, 0x20, 0x09, 0x0A, 0x0D: true
        default: false
        }
    }
}
