extension UnaryTestsParser {
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    /// Letters, digits, `_` and every byte beyond ASCII.
    static func isWordByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte >= 0x80
    }

    var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: sign) else { return false }
        place += 1
        return true
    }

    mutating func skipBlanks() {
        while let byte = peek, Self.isBlank(byte) { place += 1 }
    }

    func text(from start: Int, to end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

    /// The word that starts here, without moving past it; empty where none does.
    func word() -> String {
        text(from: place, to: bytes[place...].firstIndex { !Self.isWordByte($0) } ?? bytes.count)
    }

    /// All up to the next blank, comma or bracket, for messages.
    func token(from start: Int) -> String {
        let ends: Set<UInt8> = Set(",()[]".utf8)
        return text(from: start, to: bytes[start...].firstIndex { Self.isBlank($0) || ends.contains($0) } ?? bytes.count)
    }

    /// What is left of the cell, for messages.
    var rest: String { text(from: place, to: bytes.count) }

    func error(_ message: String, at offset: Int) -> UnaryTestsError { UnaryTestsError(message: message, offset: offset) }
}
