import Notation

extension UnaryTestsParser {
    mutating func value() throws(UnaryTestsError) -> TableValue {
        let start = place
        guard let byte = peek else {
            throw error("a value is missing at the end: write a number, `true`, `false`, a date or text in quotes", at: start)
        }
        switch byte {
        case UInt8(ascii: "\""):
            return .string(try quoted())
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .number(try number())
        default:
            return try named()
        }
    }

    private mutating func number() throws(UnaryTestsError) -> Double {
        let start = place
        let negative = take("-")
        skipBlanks()
        if negative, peek == nil || peek == UInt8(ascii: ",") || peek == UInt8(ascii: ")") {
            throw error("`-` means any value and stands alone in its cell", at: start)
        }
        let first = place
        var digits = takeDigits()
        if place + 1 < bytes.count, peek == UInt8(ascii: "."), Self.isDigit(bytes[place + 1]) {
            place += 1
            digits += takeDigits()
        }
        guard digits > 0, peek.map(Self.isWordByte) != true, 
            let value = Double("0" + text(from: first, to: place)), value.isFinite
        else {
            throw error("`\(token(from: start))` is not a number: write digits, as in `-7.5`", at: start)
        }
        return negative ? -value : value
    }

    private mutating func takeDigits() -> Int {
        let start = place
        while let byte = peek, Self.isDigit(byte) { place += 1 }
        return place - start
    }

    private mutating func quoted() throws(UnaryTestsError) -> String {
        let start = place
        place += 1
        var content: [UInt8] = []
        while let byte = peek {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"): content += try escaped()
            default: content.append(byte)
            }
        }
        throw error("the text is not closed: end it with `\"`", at: start)
    }

    private mutating func escaped() throws(UnaryTestsError) -> [UInt8] {
        let start = place - 1
        guard let byte = peek else { throw error("the text is not closed: end it with `\"`", at: start) }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "'"): return [byte]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"):
            let end = min(place + 4, bytes.count)
            if end == place + 4, bytes[place..<end].allSatisfy(Self.isHexDigit),
                let code = UInt32(text(from: place, to: end), radix: 16), let scalar = Unicode.Scalar(code)
            {
                place = end
                return Array(String(scalar).utf8)
            }
        default: break
        }
        throw error(#"the text has a `\` that means nothing: write `\\` for the sign itself"#, at: start)
    }

    private mutating func named() throws(UnaryTestsError) -> TableValue {
        let start = place
        let name = word()
        place += name.utf8.count
        switch name {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "date": return .date(try date(from: start))
        case "null":
            throw error("`null` is never matched: write `-`, the only test that a missing value passes", at: start)
        case "not":
            throw error("`not(…)` stands alone in its cell and not inside another test", at: start)
        default:
            throw error(complaint(about: name.isEmpty ? token(from: start) : name), at: start)
        }
    }

    private func complaint(about name: String) -> String {
        switch name {
        case "–", "—", "−": "`\(name)` is not a value: write a plain `-` for any value"
        case "":
            "`\(rest)` is not a test: write a value, a comparison such as `>= 75` or an interval such as `[50..75)`"
        default:
            switch name.lowercased() {
            case "true", "yes": "`\(name)` is not a value: write `true`, or put it in quotes"
            case "false", "no": "`\(name)` is not a value: write `false`, or put it in quotes"
            default: "`\(name)` is not a value: write it in quotes, as in `\"\(Self.withoutQuotes(name))\"`"
            }
        }
    }

    private static func withoutQuotes(_ name: String) -> String {
        let signs: Set<Character> = ["'", "“", "”", "‘", "’", "„"]
        return String(name.filter { !signs.contains($0) })
    }

    private mutating func date(from start: Int) throws(UnaryTestsError) -> Day {
        skipBlanks()
        guard take("(") else { throw error("`date` needs its day: write `date(\"2026-01-31\")`", at: start) }
        skipBlanks()
        let inner = place
        guard peek == UInt8(ascii: "\"") else {
            throw error("`date` needs its day in quotes: write `date(\"2026-01-31\")`", at: inner)
        }
        let content = try quoted()
        guard let day = Day(iso: content) else {
            throw error("`\(content)` is not a date: write year, month and day, as in `2026-01-31`", at: inner)
        }
        skipBlanks()
        guard take(")") else { throw error("the bracket of `date(` is not closed: add `)`", at: place) }
        return day
    }
}
