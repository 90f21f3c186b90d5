import LuaSyntax

extension LuaSourceMap {
    /// Names that stand for a value, of which a file of plain data may have none: `extends = staffordshire`.
    ///
    /// A key before its `=`, a field behind a dot and what a local statement declares are not among them, and neither is
    /// anything in a file with a function, which is no plain data.
    var usedNames: [(name: String, position: LuaPosition)] {
        guard !tokens.contains(where: { $0.kind == .keyword(.function) }) else { return [] }
        var declared: Set<String> = []
        var isDeclaring = false
        var used: [(String, LuaPosition)] = []
        for (place, token) in tokens.enumerated() {
            guard case .name(let name) = token.kind else {
                isDeclaring = token.kind == .keyword(.local) || isDeclaring && token.kind == .symbol(.comma)
                continue
            }
            if isDeclaring {
                declared.insert(name)
                continue
            }
            let before = place > 0 ? tokens[place - 1].kind : nil
            let after = place + 1 < tokens.count ? tokens[place + 1].kind : nil
            let isKey = after == .symbol(.assign) || before == .symbol(.dot) || before == .symbol(.colon)
            if !isKey, !declared.contains(name) { used.append((name, token.position)) }
        }
        return used
    }
}
