extension LuaLexer {
    /// Takes what Lua takes as one numeral, then asks what it is: `3x` and `1..2` are one bad number, not two tokens.
    mutating func number() throws(LuaSourceError) -> LuaToken.Kind {
        let start = position
        let first = place
        let isHex = peek() == UInt8(ascii: "0") && peek(1).map { $0 | 0x20 } == UInt8(ascii: "x")
        if isHex { place += 2 }
        let exponent = UInt8(ascii: isHex ? "p" : "e")
        while let byte = peek() {
            if byte | 0x20 == exponent {
                place += 1
                if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { place += 1 }
            } else if Self.hexValue(byte) != nil || byte == UInt8(ascii: ".") {
                place += 1
            } else {
                break
            }
        }
        while let byte = peek(), Self.startsName(byte) || Self.isDigit(byte) { place += 1 }
        let digits = source[(isHex ? first + 2 : first)..<place]
        guard let value = isHex ? Self.hexadecimal(digits) : Self.decimal(digits) else {
            let text = String(decoding: source[first..<place], as: UTF8.self)
            throw error("`\(text)` is not a number: put a blank after a number that ends there", at: start)
        }
        return value
    }

    private static func decimal(_ digits: ArraySlice<UInt8>) -> LuaToken.Kind? {
        let text = String(decoding: digits, as: UTF8.self)
        if let integer = Int64(text) { return .integer(integer) }
        return float(digits, exponent: UInt8(ascii: "e"), prefix: "", isDigit: isDigit)
    }

    /// Hexadecimal integers wrap around at 64 bits, as in Lua.
    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> LuaToken.Kind? {
        if !digits.isEmpty, digits.allSatisfy({ hexValue($0) != nil }) {
            return .integer(Int64(bitPattern: digits.reduce(0) { $0 << 4 | UInt64(hexValue($1) ?? 0) }))
        }
        return float(digits, exponent: UInt8(ascii: "p"), prefix: "0x", isDigit: { hexValue($0) != nil })
    }

    /// Digits with at most one point, then perhaps an exponent in decimal digits.
    private static func float(
        _ text: ArraySlice<UInt8>, exponent: UInt8, prefix: String, isDigit: (UInt8) -> Bool
    ) -> LuaToken.Kind? {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == exponent }
        let mantissa = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard mantissa.count <= 2, mantissa.contains(where: { !$0.isEmpty }), mantissa.joined().allSatisfy(isDigit) else {
            return nil
        }
        let zero: ArraySlice<UInt8> = [UInt8(ascii: "0")]
        let power = parts.count == 2 ? parts[1] : zero
        let isSigned = power.first == UInt8(ascii: "+") || power.first == UInt8(ascii: "-")
        let powerDigits = power.dropFirst(isSigned ? 1 : 0)
        guard !powerDigits.isEmpty, powerDigits.allSatisfy(Self.isDigit) else { return nil }
        let whole = zero + mantissa[0] + [UInt8(ascii: ".")] + (mantissa.count == 2 ? mantissa[1] : []) + zero
        return Double(prefix + String(decoding: whole + [exponent] + power, as: UTF8.self)).map { .float($0) }
    }
}
