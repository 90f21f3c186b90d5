import LuaSyntax

extension LuaSourceMap {
    /// What a method is called with.
    package struct LiteralArguments: Hashable, Sendable {
        /// The texts that stand as arguments, in the order of the file, each once.
        package let literals: [String]
        /// Whether the method is also called with something else, or kept for later instead of called.
        package let hasOthers: Bool
    }

    /// The texts given to a method: the first argument of `:mean_score("x")` and `:mean_score "x"`, and the second, after the
    /// object, of `.mean_score(g, "x")`.
    package func stringLiterals(afterMethod method: String) -> LiteralArguments {
        var literals: [String] = []
        var hasOthers = false
        for place in tokens.indices where place > 0 && tokens[place].kind == .name(method) {
            let literal: String?
            switch tokens[place - 1].kind {
            case .symbol(.colon): literal = methodArgument(after: place)
            case .symbol(.dot): literal = functionArgument(after: place)
            default: continue
            }
            guard let literal else {
                hasOthers = true
                continue
            }
            if !literals.contains(literal) { literals.append(literal) }
        }
        return LiteralArguments(literals: literals, hasOthers: hasOthers || indexesByText(method))
    }

    private func kind(_ place: Int) -> LuaToken.Kind? { place < tokens.count ? tokens[place].kind : nil }

    private func text(_ place: Int) -> String? {
        if case .string(let bytes) = kind(place) { String(decoding: bytes, as: UTF8.self) } else { nil }
    }

    private func methodArgument(after place: Int) -> String? {
        if let text = text(place + 1) { return text }
        guard kind(place + 1) == .symbol(.leftParenthesis) else { return nil }
        return wholeArgument(at: place + 2)
    }

    private func functionArgument(after place: Int) -> String? {
        guard kind(place + 1) == .symbol(.leftParenthesis) else { return nil }
        var depth = 0
        for next in (place + 2)..<max(place + 2, tokens.count) {
            switch tokens[next].kind {
            case .symbol(.leftParenthesis), .symbol(.leftBrace), .symbol(.leftBracket): depth += 1
            case .symbol(.rightParenthesis), .symbol(.rightBrace), .symbol(.rightBracket): depth -= 1
            case .symbol(.comma) where depth == 0: return wholeArgument(at: next + 1)
            default: break
            }
            if depth < 0 { return nil }
        }
        return nil
    }

    private func wholeArgument(at place: Int) -> String? {
        let next = kind(place + 1)
        return next == .symbol(.rightParenthesis) || next == .symbol(.comma) ? text(place) : nil
    }

    private func indexesByText(_ method: String) -> Bool {
        tokens.indices.contains { place in
            text(place) == method && place > 0 && kind(place - 1) == .symbol(.leftBracket)
                && kind(place + 1) == .symbol(.rightBracket) && kind(place + 2) != .symbol(.assign)
        }
    }
}
