import LuaSyntax

extension LuaSourceMap {
    static func forbidden(in tokens: [LuaToken]) -> [Forbidden] {
        var found: [Forbidden] = []
        for (place, token) in tokens.enumerated() {
            switch token.kind {
            case .name("_ENV"): found.append(Forbidden(what: "_ENV", position: token.position))
            case .symbol(.power): found.append(Forbidden(what: "^", position: token.position))
            case .keyword(.local):
                for name in LuaLocalNames(in: tokens, after: place).toBeClosed {
                    found.append(Forbidden(what: "<close>", position: name))
                }
            default: break
            }
        }
        return found.sorted { $0.position < $1.position }
    }
}
