import LuaSyntax

/// Finds how the functions of a declared rule are written, so that a description can show the conditions themselves.
struct RuleWording {
    private let file: SourceFile
    /// A text of several lines keeps them, without the blanks at their starts.
    private let keepsLines: Bool
    var tokens: [LuaToken] { file.map.tokens }

    init(_ file: SourceFile, keepsLines: Bool = false) {
        self.file = file
        self.keepsLines = keepsLines
    }

    /// Which value of a row or declaration is meant: the one under a key, or the item at a place counted from 1.
    enum Part: Hashable {
        case key(String)
        case item(Int)
    }

    /// What a row's function says, on one line; nil where the row, or the part, is not written out in the file.
    /// - Parameters:
    ///   - id: the name with which the row begins.
    ///   - line: where the row begins.
    func row(_ id: String, line: Int?, _ parts: Part...) -> String? {
        guard let line, let open = tokens.indices.first(where: { place in
            tokens[place].position.line == line && kind(place) == .symbol(.leftBrace) && kind(place + 1) == .string(Array(id.utf8))
        }) else { return nil }
        return words(of: parts, in: open)
    }

    /// The same for a whole declaration, such as `matrix "sac" { … }`.
    func declaration(_ word: String, _ name: String?, _ parts: Part...) -> String? {
        let step = name == nil ? 1 : 2
        guard let start = tokens.indices.first(where: { place in
            kind(place) == .name(word) && kind(place + step) == .symbol(.leftBrace)
                && (name.map { kind(place + 1) == .string(Array($0.utf8)) } ?? true)
        }) else { return nil }
        return words(of: parts, in: start + step)
    }

    func kind(_ place: Int) -> LuaToken.Kind? { tokens.indices.contains(place) ? tokens[place].kind : nil }

    private func words(of parts: [Part], in open: Int) -> String? {
        let values = values(in: open)
        return parts.lazy.compactMap { values[$0] }.first.map(words)
    }

    // MARK: Tables

    /// The values of the table that opens at a token, each as the tokens that it is made of.
    private func values(in open: Int) -> [Part: Range<Int>] {
        var values: [Part: Range<Int>] = [:]
        var items = 0
        var start = open + 1
        while let end = end(ofValueAt: start) {
            if end > start {
                if case .name(let name) = kind(start), kind(start + 1) == .symbol(.assign) {
                    values[.key(name)] = start + 2..<end
                } else if kind(start) != .symbol(.leftBracket) {
                    items += 1
                    values[.item(items)] = start..<end
                }
            }
            if kind(end) == .symbol(.rightBrace) { break }
            start = end + 1
        }
        return values
    }

    /// The comma or brace after a value; nil where the file ends first.
    private func end(ofValueAt start: Int) -> Int? {
        var depth = 0
        for place in start..<max(start, tokens.count) {
            if depth == 0, [.symbol(.comma), .symbol(.semicolon), .symbol(.rightBrace)].contains(kind(place)) { return place }
            depth += nesting(place)
        }
        return nil
    }

    /// 1 where a bracket or block opens, -1 where one closes.
    func nesting(_ place: Int) -> Int {
        switch kind(place) {
        case .symbol(.leftBrace), .symbol(.leftBracket), .symbol(.leftParenthesis): 1
        case .symbol(.rightBrace), .symbol(.rightBracket), .symbol(.rightParenthesis): -1
        case .keyword(.function), .keyword(.if), .keyword(.do), .keyword(.repeat): 1
        case .keyword(.end), .keyword(.until): -1
        default: 0
        }
    }

    // MARK: Functions

    func words(_ value: Range<Int>) -> String {
        if let body = body(ofFunctionAt: value.lowerBound) { return text(body) }
        if value.count == 1, case .name(let name) = kind(value.lowerBound),
            let place = tokens.indices.first(where: {
                kind($0) == .keyword(.local) && kind($0 + 1) == .keyword(.function) && kind($0 + 2) == .name(name)
            }), let body = body(ofFunctionAt: place + 1)
        {
            return text(body)
        }
        return text(value)
    }

    /// What stands between the parameters of a function and its `end`; nil where no function begins at the token.
    func body(ofFunctionAt start: Int) -> Range<Int>? {
        guard kind(start) == .keyword(.function),
            let close = tokens.indices[start...].first(where: { kind($0) == .symbol(.rightParenthesis) })
        else { return nil }
        var depth = 1
        for place in (close + 1)..<max(close + 1, tokens.count) {
            depth += nesting(place)
            if depth == 0 { return close + 1..<place }
        }
        return nil
    }

    /// Tokens on one line, or on their own lines, without comments; a lone `return` at the start goes without saying.
    func text(_ range: Range<Int>) -> String {
        let places = kind(range.lowerBound) == .keyword(.return) ? range.dropFirst() : range[...]
        var text = ""
        var end: Int?
        for place in places {
            let bytes = tokens[place].bytes
            if let end, end < bytes.lowerBound {
                text += keepsLines && tokens[place].position.line > tokens[place - 1].position.line ? "\n" : " "
            }
            text += String(decoding: file.bytes[bytes], as: UTF8.self)
            end = bytes.upperBound
        }
        return text
    }
}
