/// Puts a function in the place of Lua's `#`, so that the length of a table with holes is the same in every run.
///
/// Lua may give any border of such a table, and which one depends on a seed. Operators cannot be replaced in Lua itself,
/// so `#list` becomes `_waymark_length(list)` before a rule file is loaded, on the same line.
enum LengthOperator {
    static func replaced(in source: [UInt8], tokens: [LuaToken]) -> [UInt8] {
        var insertions: [(at: Int, skip: Int, text: String)] = []
        for place in tokens.indices where tokens[place].kind == .symbol(.length) {
            guard let end = operandEnd(tokens, place + 1) else { continue }
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

    /// The last token of the operand that begins at `start`; nil where it is nothing that can have a length.
    private static func operandEnd(_ tokens: [LuaToken], _ start: Int) -> Int? {
        guard tokens.indices.contains(start) else { return nil }
        var end: Int
        switch tokens[start].kind {
        case .symbol(.length), .symbol(.minus), .symbol(.tilde), .keyword(.not): return operandEnd(tokens, start + 1)
        case .string: return start
        case .name: end = start
        case .symbol(.leftParenthesis):
            guard let closing = closing(tokens, start) else { return nil }
            end = closing
        case .symbol(.leftBrace): return closing(tokens, start)
        default: return nil
        }
        while let next = suffixEnd(tokens, end + 1) { end = next }
        return end
    }

    /// The last token of one `.name`, `[…]`, `:name(…)`, `(…)`, `{…}` or text after an expression.
    private static func suffixEnd(_ tokens: [LuaToken], _ start: Int) -> Int? {
        guard tokens.indices.contains(start) else { return nil }
        switch tokens[start].kind {
        case .symbol(.dot): return tokens.indices.contains(start + 1) ? start + 1 : nil
        case .symbol(.colon):
            guard tokens.indices.contains(start + 2) else { return nil }
            return suffixEnd(tokens, start + 2)
        case .symbol(.leftBracket), .symbol(.leftParenthesis), .symbol(.leftBrace): return closing(tokens, start)
        case .string: return start
        default: return nil
        }
    }

    private static func closing(_ tokens: [LuaToken], _ start: Int) -> Int? {
        var depth = 0
        for place in start..<tokens.count {
            switch tokens[place].kind {
            case .symbol(.leftParenthesis), .symbol(.leftBrace), .symbol(.leftBracket): depth += 1
            case .symbol(.rightParenthesis), .symbol(.rightBrace), .symbol(.rightBracket):
                depth -= 1
                if depth == 0 { return place }
            default: break
            }
        }
        return nil
    }
}
