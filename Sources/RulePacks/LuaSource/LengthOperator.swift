import LuaSyntax

/// Puts a function in the place of Lua's `#`, so that the length of a table with holes is the same in every run.
///
/// Lua may give any border of such a table, and which one depends on a seed. Operators cannot be replaced in Lua itself,
/// so `#list` becomes `_waymark_length(list)` before a rule file is loaded, on the same line.
enum LengthOperator {
    static func replaced(in source: [UInt8], tokens: [LuaToken]) -> [UInt8] {
        var insertions: [(at: Int, skip: Int, text: String)] = []
        let ends = operandEnds(tokens)
        for place in tokens.indices where tokens[place].kind == .symbol(.length) {
            guard let end = ends[place + 1] else { continue }
            insertions.append((tokens[place].bytes.lowerBound, 1, "_waymark_length("))
            insertions.append((tokens[end].bytes.upperBound, 0, ")"))
        }
        guard !insertions.isEmpty else { return source }
        // An operand may hold another length; of two that end together, either order closes both.
        insertions.sort { $0.at < $1.at }
        var result: [UInt8] = []
        var copied = 0
        for insertion in insertions {
            result += source[copied..<insertion.at]
            result += Array(insertion.text.utf8)
            copied = insertion.at + insertion.skip
        }
        return result + source[copied...]
    }

    private static func isUnary(_ kind: LuaToken.Kind) -> Bool {
        switch kind {
        case .symbol(.length), .symbol(.minus), .symbol(.tilde), .keyword(.not): true
        default: false
        }
    }

    /// For each place behind a unary operator, the last token of the operand that begins there; nil where that is nothing
    /// that can have a length. From the back and once each, as a hostile file may nest thousands.
    private static func operandEnds(_ tokens: [LuaToken]) -> [Int?] {
        var ends: [Int?] = Array(repeating: nil, count: tokens.count + 1)
        let closings = closings(tokens)
        for start in tokens.indices.dropFirst().reversed() where isUnary(tokens[start - 1].kind) {
            if isUnary(tokens[start].kind) {
                ends[start] = ends[start + 1]
                continue
            }
            switch tokens[start].kind {
            case .string: ends[start] = start
            case .symbol(.leftBrace): ends[start] = closings[start]
            case .name: ends[start] = suffixesEnd(tokens, start, closings)
            case .symbol(.leftParenthesis): ends[start] = closings[start].map { suffixesEnd(tokens, $0, closings) }
            default: break
            }
        }
        return ends
    }

    /// The last token of all `.name`, `[…]`, `:name(…)`, `(…)`, `{…}` and texts that follow the expression ending at `end`.
    private static func suffixesEnd(_ tokens: [LuaToken], _ end: Int, _ closings: [Int?]) -> Int {
        var end = end
        while tokens.indices.contains(end + 1) {
            switch tokens[end + 1].kind {
            case .symbol(.dot), .symbol(.colon):
                guard tokens.indices.contains(end + 2) else { return end }
                end += 2
            case .symbol(.leftBracket), .symbol(.leftParenthesis), .symbol(.leftBrace):
                guard let closing = closings[end + 1] else { return end }
                end = closing
            case .string: end += 1
            default: return end
            }
        }
        return end
    }

    /// For each opening bracket, the token that closes it; nil where there is none.
    private static func closings(_ tokens: [LuaToken]) -> [Int?] {
        var closings: [Int?] = Array(repeating: nil, count: tokens.count)
        var open: [Int] = []
        for place in tokens.indices {
            switch tokens[place].kind {
            case .symbol(.leftParenthesis), .symbol(.leftBrace), .symbol(.leftBracket): open.append(place)
            case .symbol(.rightParenthesis), .symbol(.rightBrace), .symbol(.rightBracket):
                if let opening = open.popLast() { closings[opening] = place }
            default: break
            }
        }
        return closings
    }
}
