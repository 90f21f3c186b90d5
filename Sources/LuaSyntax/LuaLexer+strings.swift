extension LuaLexer {
    /// The content of `[[…]]` or `[==[…]==]` that starts here; nil, without moving, where none starts.
    ///
    /// A line end right after the opening bracket is no part of it; every other line end becomes one line feed.
    mutating func longBracket(of what: String) throws(LuaSourceError) -> [UInt8]? {
        let start = position
        var level = 0
        while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
        guard peek(1 + level) == UInt8(ascii: "[") else { return nil }
        place += level + 2
        if let byte = peek(), Self.endsLine(byte) { advance() }
        var content: [UInt8] = []
        while let byte = peek() {
            if byte == UInt8(ascii: "]"), closesLongBracket(level: level) {
                place += level + 2
                return content
            }
            content.append(Self.endsLine(byte) ? 0x0A : byte)
            advance()
        }
        let equals = String(repeating: "=", count: level)
        throw error("the \(what) that starts here is not closed: end it with `]\(equals)]`", at: start)
    }

    private func closesLongBracket(level: Int) -> Bool {
        guard peek(1 + level) == UInt8(ascii: "]") else { return false }
        return (0..<level).allSatisfy { peek(1 + $0) == UInt8(ascii: "=") }
    }

    /// The content of a text in single or double quotes, escapes worked out.
    mutating func quoted() throws(LuaSourceError) -> [UInt8] {
        let start = position
        let quote = source[place]
        place += 1
        var content: [UInt8] = []
        while let byte = peek(), !Self.endsLine(byte) {
            if byte == UInt8(ascii: "\\") {
                content += try escape(openedAt: start)
                continue
            }
            place += 1
            if byte == quote { return content }
            content.append(byte)
        }
        throw unclosed(start)
    }

    private func unclosed(_ start: LuaPosition) -> LuaSourceError {
        error("the text that starts here is not closed on its line: end it with the quote that it began with", at: start)
    }

    private mutating func escape(openedAt opening: LuaPosition) throws(LuaSourceError) -> [UInt8] {
        let start = position
        place += 1
        guard let byte = peek() else { throw unclosed(opening) }
        if Self.endsLine(byte) {
            advance()
            return [0x0A]
        }
        if Self.isDigit(byte) { return [try decimalEscape(from: start)] }
        place += 1
        switch byte {
        case UInt8(ascii: "a"): return [0x07]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "v"): return [0x0B]
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): return [byte]
        case UInt8(ascii: "x"): return [try hexEscape(from: start)]
        case UInt8(ascii: "u"): return try codePointEscape(from: start)
        case UInt8(ascii: "z"):
            while let blank = peek(), blank == 0x20 || (0x09...0x0D).contains(blank) { advance() }
            return []
        default:
            throw error(#"this `\` starts no escape that Lua knows: write `\\` for the sign itself"#, at: start)
        }
    }

    private mutating func decimalEscape(from start: LuaPosition) throws(LuaSourceError) -> UInt8 {
        var code = 0
        var digits = 0
        while digits < 3, let digit = peek(), Self.isDigit(digit) {
            code = code * 10 + Int(digit - 0x30)
            digits += 1
            place += 1
        }
        guard let byte = UInt8(exactly: code) else {
            throw error(#"`\\#(code)` is beyond a byte: the highest is `\255`"#, at: start)
        }
        return byte
    }

    private mutating func hexEscape(from start: LuaPosition) throws(LuaSourceError) -> UInt8 {
        guard let high = peek().flatMap(Self.hexValue), let low = peek(1).flatMap(Self.hexValue) else {
            throw error(#"`\x` needs two hexadecimal digits, as in `\xE9`"#, at: start)
        }
        place += 2
        return high << 4 | low
    }

    /// `\u{E9}` in UTF-8, with the longer forms that Lua gives to code points beyond Unicode.
    private mutating func codePointEscape(from start: LuaPosition) throws(LuaSourceError) -> [UInt8] {
        var code: UInt64 = 0
        let opens = peek() == UInt8(ascii: "{")
        if opens { place += 1 }
        let first = place
        while let digit = peek().flatMap(Self.hexValue), code < 1 << 31 {
            code = code << 4 | UInt64(digit)
            place += 1
        }
        guard opens, place > first, code < 1 << 31, peek() == UInt8(ascii: "}") else {
            throw error(#"`\u` needs a code point below 2^31 in braces, as in `\u{E9}`"#, at: start)
        }
        place += 1
        if code < 0x80 { return [UInt8(code)] }
        var tail: [UInt8] = []
        var firstLimit: UInt64 = 0x3F
        repeat {
            tail.insert(UInt8(0x80 | (code & 0x3F)), at: 0)
            code >>= 6
            firstLimit >>= 1
        } while code > firstLimit
        return [UInt8(truncatingIfNeeded: ~firstLimit << 1 | code)] + tail
    }
}
