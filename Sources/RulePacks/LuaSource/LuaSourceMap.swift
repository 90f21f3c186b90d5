package import LuaSyntax

/// Where things stand in one Lua file: the literal tables of its declarations, and what `check` wants to know of its names.
///
/// Works on tokens and so on any text that can be cut into them; where brackets or blocks do not match up, it knows what
/// stands before that place.
package struct LuaSourceMap: Sendable {
    /// One step into a table: a field's name, or its index counted from 1 as in Lua.
    package enum Key: Hashable, Sendable {
        case name(String)
        case index(Int)
    }

    /// A use of something that no pack may use.
    package struct Forbidden: Hashable, Sendable {
        /// As it is written: `_ENV`, `<close>` or `^`.
        package let what: String
        package let position: LuaPosition

        package var line: Int { position.line }
        package var column: Int { position.column }
    }

    package let tokens: [LuaToken]
    /// In the order of the file.
    package let forbidden: [Forbidden]
    /// Names that are assigned to somewhere, by `x = …`, `x, y = …` or `function x()`, whichever variable they mean there.
    /// `local x = …`, the variables of `for`, parameters and fields are not among them.
    package let assignedNames: Set<String>

    let declarations: [Declaration.Name: [Declaration]]
    let tables: [Table]

    /// - Throws: `LuaSourceError` where the source cannot be cut into tokens.
    package init(parsing source: [UInt8]) throws(LuaSourceError) {
        tokens = try LuaLexer.tokens(of: source)
        forbidden = Self.forbidden(in: tokens)
        var names = LuaAssignmentScanner(tokens)
        assignedNames = names.scan()
        var scanner = LuaTableScanner(tokens)
        scanner.scan()
        declarations = scanner.declarations
        tables = scanner.tables
    }

    /// A literal table and where its fields stand.
    struct Table: Sendable {
        var fields: [Key: Field] = [:]
    }

    struct Field: Sendable {
        let position: LuaPosition
        /// Its place among the map's tables where the value is a literal table and nothing more; else nil.
        var table: Int?
    }

    /// A call such as `matrix "sac" { … }`, or the file's `return { … }`.
    struct Declaration: Sendable {
        struct Name: Hashable, Sendable {
            let kind: String
            let name: String?
        }

        let position: LuaPosition
        let table: Int
    }

    /// Where a part of a declaration stands: a named field at its name, an item of a list at its first byte.
    ///
    /// - Parameters:
    ///   - declaration: the word before the table: `criteria`, `selection`, `return`.
    ///   - name: the text between that word and the table; nil for forms without one.
    ///   - occurrence: which of the declarations of this kind and name is meant, counted from 1 in the order of the file.
    ///   - path: the keys to follow. Where it leads out of what is written as a literal table, the answer is the last place
    ///     on the way; for an empty path it is the declaration's first word.
    /// - Returns: nil where the file has no such declaration that is written as a literal table.
    package func position(declaration: String, name: String?, occurrence: Int, path: [Key]) -> LuaPosition? {
        let found = declarations[Declaration.Name(kind: declaration, name: name)] ?? []
        guard found.indices.contains(occurrence - 1) else { return nil }
        var position = found[occurrence - 1].position
        var table: Int? = found[occurrence - 1].table
        for key in path {
            guard let field = table.flatMap({ tables[$0].fields[key] }) else { break }
            position = field.position
            table = field.table
        }
        return position
    }
}
