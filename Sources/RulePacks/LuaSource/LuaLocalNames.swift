import LuaSyntax

/// The list of names after `local` or `for`, with their attributes: `x <const>, y <close>`.
struct LuaLocalNames {
    /// The first token after the list.
    private(set) var end: Int
    /// Where each attribute `<close>` starts.
    private(set) var toBeClosed: [LuaPosition] = []

    init(in tokens: [LuaToken], after place: Int) {
        func kind(_ place: Int) -> LuaToken.Kind? { place < tokens.count ? tokens[place].kind : nil }
        end = place + 1
        while case .name = kind(end) {
            end += 1
            if kind(end) == .symbol(.less), case .name(let attribute) = kind(end + 1) {
                if attribute == "close" { toBeClosed.append(tokens[end].position) }
                end += kind(end + 2) == .symbol(.greater) ? 3 : 2
            }
            guard kind(end) == .symbol(.comma) else { return }
            end += 1
        }
    }
}
