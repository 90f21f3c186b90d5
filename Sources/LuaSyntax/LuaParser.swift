/// Reads Lua 5.4 into a tree, by the grammar of its reference manual.
///
/// It accepts what Lua's own compiler accepts, but for rules that need more than grammar: whether a `goto` finds its label,
/// whether `break` stands in a loop, whether a constant is assigned to.
package struct LuaParser {
    let tokens: [LuaToken]
    var place = 0
    /// The end of the source, where a missing token is reported.
    let end: LuaPosition
    private var depth = 0
    /// As many levels as Lua's own compiler allows.
    static let deepest = 190
    /// Operators or fields in a row. Each is a level of the tree, and whoever walks down it needs the room.
    static let longest = 1_000

    private init(_ source: [UInt8]) throws(LuaSourceError) {
        tokens = try LuaLexer.tokens(of: source)
        var lines = 1
        var start = 0
        for (index, byte) in source.enumerated() where byte == 0x0A {
            lines += 1
            start = index + 1
        }
        end = LuaPosition(line: lines, column: source.count - start + 1)
    }

    /// The whole file.
    /// - Throws: `LuaSourceError` at the first place that is not Lua.
    package static func parse(_ source: [UInt8]) throws(LuaSourceError) -> LuaBlock {
        var parser = try LuaParser(source)
        let block = try parser.block()
        if let token = parser.token { throw parser.unexpected(token, instead: "the end of the file") }
        return block
    }

    // MARK: Tokens

    var token: LuaToken? { place < tokens.count ? tokens[place] : nil }
    var position: LuaPosition { token?.position ?? end }
    /// Where the last token that was taken ends.
    var lastByte: Int { place > 0 ? tokens[place - 1].bytes.upperBound : 0 }
    var firstByte: Int { token?.bytes.lowerBound ?? lastByte }

    func isNext(_ symbol: LuaSymbol) -> Bool { token?.kind == .symbol(symbol) }
    func isNext(_ keyword: LuaKeyword) -> Bool { token?.kind == .keyword(keyword) }

    mutating func take(_ symbol: LuaSymbol) -> Bool {
        guard isNext(symbol) else { return false }
        place += 1
        return true
    }

    mutating func take(_ keyword: LuaKeyword) -> Bool {
        guard isNext(keyword) else { return false }
        place += 1
        return true
    }

    /// - Parameter opening: what began the part that this token ends, for the message.
    mutating func need(_ symbol: LuaSymbol, closing opening: LuaToken? = nil) throws(LuaSourceError) {
        if !take(symbol) { throw missing("`\(symbol.rawValue)`", closing: opening) }
    }

    mutating func need(_ keyword: LuaKeyword, closing opening: LuaToken? = nil) throws(LuaSourceError) {
        if !take(keyword) { throw missing("`\(keyword.rawValue)`", closing: opening) }
    }

    mutating func name(_ what: String = "a name") throws(LuaSourceError) -> LuaName {
        guard let token, case .name(let text) = token.kind else { throw missing(what, closing: nil) }
        place += 1
        return LuaName(text: text, position: token.position, bytes: token.bytes)
    }

    // MARK: Errors

    func words(_ token: LuaToken) -> String {
        switch token.kind {
        case .name(let text): "`\(text.prefix(40))`"
        case .keyword(let keyword): "`\(keyword.rawValue)`"
        case .symbol(let symbol): "`\(symbol.rawValue)`"
        case .string: "a text"
        case .integer, .float: "a number"
        }
    }

    func missing(_ what: String, closing opening: LuaToken?) -> LuaSourceError {
        let found = token.map { "found \(words($0))" } ?? "the file ends"
        let opened = opening.map { ", to close \(words($0)) at line \($0.position.line)" } ?? ""
        return LuaSourceError(message: "\(what) is wanted here\(opened), but \(found)", position: position)
    }

    func unexpected(_ token: LuaToken, instead: String) -> LuaSourceError {
        LuaSourceError(message: "\(words(token)) does not belong here, where \(instead) is wanted", position: token.position)
    }

    func checkLength(_ parts: Int) throws(LuaSourceError) {
        guard parts > LuaParser.longest else { return }
        throw LuaSourceError(message: "this expression has more than \(LuaParser.longest) parts in a row: split it", position: position)
    }

    /// Runs a part that may hold others of its kind.
    mutating func nested<Part>(_ body: (inout LuaParser) throws(LuaSourceError) -> Part) throws(LuaSourceError) -> Part {
        depth += 1
        defer { depth -= 1 }
        guard depth <= LuaParser.deepest else {
            throw LuaSourceError(message: "this is nested more than \(LuaParser.deepest) deep: move the inner part into a function of its own", position: position)
        }
        return try body(&self)
    }
}
