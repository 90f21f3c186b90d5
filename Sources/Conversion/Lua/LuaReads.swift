import FieldDefinitions
import LuaSyntax

/// The fields that a function in Lua reads, as far as its text shows.
enum LuaReads {
    /// - Returns: the longest paths that the catalogue knows, once each, in the order of the text.
    static func paths(_ text: String, catalogue: FieldCatalogue) -> [String] {
        guard let tokens = try? LuaLexer.tokens(of: Array(text.utf8)) else { return [] }
        var nominals: Set<String> = []
        for (place, token) in tokens.enumerated() where token.kind == .keyword(.function) && place + 2 < tokens.count {
            if case .name(let name) = tokens[place + 2].kind { nominals.insert(name) }
        }
        var paths: [String] = []
        for (place, token) in tokens.enumerated() {
            guard case .name(let name) = token.kind, nominals.contains(name), place == 0 || tokens[place - 1].kind != .symbol(.dot) else { continue }
            let path = longest(names(tokens, after: place), catalogue)
            if !path.isEmpty, !paths.contains(path) { paths.append(path) }
        }
        return paths
    }

    /// `.needs.drugs` and `["local"].x` behind a name.
    private static func names(_ tokens: [LuaToken], after start: Int) -> [String] {
        var names: [String] = []
        var place = start + 1
        while place + 1 < tokens.count {
            if tokens[place].kind == .symbol(.dot), case .name(let name) = tokens[place + 1].kind {
                names.append(name)
                place += 2
            } else if tokens[place].kind == .symbol(.leftBracket), case .string(let bytes) = tokens[place + 1].kind {
                names.append(String(decoding: bytes, as: UTF8.self))
                place += 3
            } else {
                break
            }
        }
        return names
    }

    private static func longest(_ names: [String], _ catalogue: FieldCatalogue) -> String {
        var level = catalogue.fields
        var path: [String] = []
        for name in names {
            guard let field = level.first(where: { $0.name == name || $0.luaAliases.contains(name) }) else { break }
            path.append(field.name)
            level = field.type.parts
            if case .list = field.type { break }
        }
        return path.joined(separator: ".")
    }
}
