/// The operators and punctuation of Lua 5.4.
package enum LuaSymbol: String, CaseIterable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "^"
    case length = "#"
    case bitAnd = "&"
    case tilde = "~"
    case bitOr = "|"
    case shiftLeft = "<<"
    case shiftRight = ">>"
    case equal = "=="
    case notEqual = "~="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case assign = "="
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBrace = "{"
    case rightBrace = "}"
    case leftBracket = "["
    case rightBracket = "]"
    case label = "::"
    case semicolon = ";"
    case colon = ":"
    case comma = ","
    case dot = "."
    case concatenate = ".."
    case varargs = "..."

    /// Those that begin with each byte, the longest first: `...` is not three times `.`.
    private static let byFirstByte: [[(bytes: [UInt8], symbol: LuaSymbol)]] = {
        var table: [[(bytes: [UInt8], symbol: LuaSymbol)]] = Array(repeating: [], count: 256)
        for symbol in allCases {
            let bytes = Array(symbol.rawValue.utf8)
            table[Int(bytes[0])].append((bytes, symbol))
        }
        return table.map { $0.sorted { $0.bytes.count > $1.bytes.count } }
    }()

    /// The longest symbol that the source has at a place, and its length in bytes; nil where none is there.
    static func at(_ place: Int, in source: [UInt8]) -> (symbol: LuaSymbol, length: Int)? {
        for (bytes, symbol) in byFirstByte[Int(source[place])] where source[place...].starts(with: bytes) { return (symbol, bytes.count) }
        return nil
    }
}
