/// Cuts Lua 5.4 source into tokens as the reference implementation does.
package struct LuaLexer {
    let source: [UInt8]
    var place = 0
    private var line = 1
    /// Where the line begins, in bytes from the start of the source.
    private var lineStart = 0

    private init(_ source: [UInt8]) { self.source = source }

    /// - Throws: `LuaSourceError` at the first token that is none.
    package static func tokens(of source: [UInt8]) throws(LuaSourceError) -> [LuaToken] {
        var lexer = LuaLexer(source)
        if source.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw lexer.error("the file begins with a byte order mark: save it as UTF-8 without one", at: lexer.position)
        }
        var tokens: [LuaToken] = []
        while let token = try lexer.next() { tokens.append(token) }
        return tokens
    }

    var position: LuaPosition { LuaPosition(line: line, column: place - lineStart + 1) }

    func peek(_ ahead: Int = 0) -> UInt8? { place + ahead < source.count ? source[place + ahead] : nil }

    /// Moves past one byte, or past a line end of two bytes.
    mutating func advance() {
        let byte = source[place]
        place += 1
        guard Self.endsLine(byte) else { return }
        if let second = peek(), Self.endsLine(second), second != byte { place += 1 }
        line += 1
        lineStart = place
    }

    private mutating func next() throws(LuaSourceError) -> LuaToken? {
        try skipBlanksAndComments()
        guard let byte = peek() else { return nil }
        let start = position
        let first = place
        let kind: LuaToken.Kind
        switch byte {
        case _ where Self.startsName(byte):
            kind = word()
        case _ where Self.isDigit(byte), UInt8(ascii: ".") where peek(1).map(Self.isDigit) == true:
            kind = try number()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            kind = .string(try quoted())
        case UInt8(ascii: "["):
            if let content = try longBracket(of: "text") {
                kind = .string(content)
            } else {
                kind = try symbol()
            }
        default:
            kind = try symbol()
        }
        return LuaToken(kind: kind, position: start, bytes: first..<place)
    }

    private mutating func skipBlanksAndComments() throws(LuaSourceError) {
        while let byte = peek() {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                advance()
            } else if byte == UInt8(ascii: "-"), peek(1) == UInt8(ascii: "-") {
                place += 2
                if peek() == UInt8(ascii: "["), try longBracket(of: "comment") != nil { continue }
                while let byte = peek(), !Self.endsLine(byte) { place += 1 }
            } else {
                return
            }
        }
    }

    private mutating func word() -> LuaToken.Kind {
        let start = place
        while let byte = peek(), Self.startsName(byte) || Self.isDigit(byte) { place += 1 }
        let text = String(decoding: source[start..<place], as: UTF8.self)
        return LuaKeyword(rawValue: text).map { .keyword($0) } ?? .name(text)
    }

    private mutating func symbol() throws(LuaSourceError) -> LuaToken.Kind {
        guard let (symbol, length) = LuaSymbol.at(place, in: source) else {
            throw error("\(character) has no meaning in Lua here: take it out, or put it in quotes", at: position)
        }
        place += length
        return .symbol(symbol)
    }

    /// The character here for a message, whole although it may be several bytes.
    private var character: String {
        let end = source[(place + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? source.count
        let text = String(decoding: source[place..<min(end, place + 4)], as: UTF8.self)
        return source[place] < 0x20 || source[place] == 0x7F ? "the control character \(source[place])" : "`\(text)`"
    }

    func error(_ message: String, at position: LuaPosition) -> LuaSourceError {
        LuaSourceError(message: message, position: position)
    }

    static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    package static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func startsName(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }

    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
