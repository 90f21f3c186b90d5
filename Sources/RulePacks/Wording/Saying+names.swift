import FieldDefinitions
import LuaSyntax
import Notation

/// What a chain of names such as `n.gang.role` leads to.
struct ValuePath: Equatable {
    enum Root {
        case person, decision, parameter, rows
    }

    var root: Root
    var parts: [String]

    func adding(_ name: String) -> ValuePath { ValuePath(root: root, parts: parts + [name]) }
}

extension Saying {
    /// nil where the expression is no chain of names that begins with the person, the decision, the rows or the parameters.
    func path(_ expression: LuaExpression, _ scope: Scope) -> ValuePath? {
        switch expression.kind {
        case .parentheses(let inner): return path(inner, scope)
        case .name(let name):
            switch scope.meaning(name) {
            case .person?: return ValuePath(root: .person, parts: [])
            case .decision?: return ValuePath(root: .decision, parts: [])
            case .rows?: return ValuePath(root: .rows, parts: [])
            case .value(let value, let home)?: return path(value, home)
            case .sum?: return nil
            case nil: return name == "param" ? ValuePath(root: .parameter, parts: []) : nil
            }
        case .index(let of, let key):
            guard case .string(let bytes) = key.kind, let holder = path(of, scope) else { return nil }
            return holder.adding(String(decoding: bytes, as: UTF8.self))
        default: return nil
        }
    }

    /// The field that a path of the person means, by the names that rules use.
    func field(_ path: ValuePath) throws -> FieldDefinition {
        guard path.root == .person else { throw Unsaid() }
        var level = words.pack.catalogue.fields
        var found: FieldDefinition?
        var names: [String] = []
        for name in path.parts {
            guard let field = level.first(where: { $0.name == name || $0.luaAliases.contains(name) }) else { throw Unsaid() }
            found = field
            names.append(field.name)
            level = field.type.parts
        }
        guard let found else { throw Unsaid() }
        fields.insert(names.joined(separator: "."))
        return found
    }

    func title(_ path: ValuePath) throws -> String { try field(path).title }

    func parameter(_ path: ValuePath) throws -> Parameter {
        guard path.root == .parameter, path.parts.count == 1, let found = words.pack.parameters.first(where: { $0.name == path.parts[0] }) else {
            throw Unsaid()
        }
        return found
    }

    func matrixTitle(_ name: String) -> String { words.rules.matrices.first { $0.name == name }?.heading.title ?? name }

    /// A row, wherever its matrix is: a `total` names the rows of its own.
    func rowTitle(_ path: ValuePath) throws -> String {
        guard let name = path.parts.last else { throw Unsaid() }
        for matrix in words.rules.matrices where matrix.total != nil {
            if let row = matrix.rows.first(where: { $0.id == name }) { return row.heading.title }
        }
        throw Unsaid()
    }

    /// What the decision so far says: a score, a class, the output of a table, the size of a group.
    func answer(_ path: ValuePath) throws -> String {
        guard path.parts.count >= 2 else { throw Unsaid() }
        let name = path.parts[1]
        switch path.parts[0] {
        case "score": return "the score “\(matrixTitle(name))”"
        case "band": return "the band of “\(matrixTitle(name))”"
        case "row":
            let matrix = words.rules.matrices.first { $0.name == name }
            return "the points for “\(matrix?.rows.first { $0.id == path.parts.last }?.heading.title ?? name)”"
        case "class": return "“\(words.rules.classifications.first { $0.name == name }?.heading.title ?? name)”"
        case "table":
            let title = words.rules.tables.first { $0.name == name }?.heading.title ?? name
            return "“\(title)”" + (path.parts.count > 2 ? ", \(DecisionWords.value(path.parts[2]))" : "")
        case "group":
            let title = words.rules.groups.first { $0.name == name }?.heading.title ?? name
            guard path.parts.count > 2 else { return "the group “\(title)”" }
            return path.parts[2] == "size" ? "the number of people in the group “\(title)”" : "the number already managed in the group “\(title)”"
        default: throw Unsaid()
        }
    }

    // MARK: Lists and filters

    /// `offences with outcome “convicted” or “charged”, within the last 12 months`
    func items(_ list: LuaExpression, _ filter: LuaExpression?, _ scope: Scope) throws -> String {
        guard let path = path(list, scope) else { throw Unsaid() }
        let title = try title(path)
        guard let filter else { return title }
        let conditions = try conditions(filter, of: path, scope)
        return conditions.isEmpty ? title : "\(title) with \(conditions.joined(separator: ", "))"
    }

    private func conditions(_ filter: LuaExpression, of list: ValuePath, _ scope: Scope) throws -> [String] {
        let (given, home) = filterTable(filter, scope)
        guard case .table(let fields) = given.kind else { throw Unsaid() }
        return try fields.flatMap { field -> [String] in
            guard case .name(let name) = field.key else { throw Unsaid() }
            switch name.text {
            case "within": return ["a date within the last \(try value(field.value, home))"]
            case "from": return ["a date from \(try value(field.value, home))"]
            case "to": return ["a date up to \(try value(field.value, home))"]
            case "at_least": return ["at least \(try value(field.value, home)) of them"]
            case "where": return try conditions(field.value, of: list, home)
            default: break
            }
            for (prefix, words) in [("min_", "or more"), ("max_", "or less")] where name.text.hasPrefix(prefix) {
                return ["\(Saying.short(try title(list.adding(String(name.text.dropFirst(4)))))) \(try value(field.value, home)) \(words)"]
            }
            return ["\(Saying.short(try title(list.adding(name.text)))) \(try oneOf(field.value, home))"]
        }
    }

    /// `outcome` of `outcome of the offence`, beside the name of the list.
    private static func short(_ title: String) -> String {
        let words = title.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(of: "of"), place > 0 else { return title }
        return words[..<place].joined(separator: " ")
    }

    private func filterTable(_ expression: LuaExpression, _ scope: Scope) -> (LuaExpression, Scope) {
        let (given, home) = resolved(expression, scope)
        if case .call(let callee, let arguments) = given.kind, case .name("filter") = callee.kind, let table = arguments.first { return (table, home) }
        if case .index(let of, let key) = given.kind, case .name(let holder) = of.kind, case .string(let bytes) = key.kind,
            let (table, file) = globalTable(holder),
            let field = table.first(where: { if case .name(let name) = $0.key { name.text == String(decoding: bytes, as: UTF8.self) } else { false } })
        {
            return filterTable(field.value, Scope(file))
        }
        return (given, home)
    }

    /// `crimes = { … }` in one of the files.
    private func globalTable(_ name: String) -> ([LuaTableField], WrittenFile)? {
        for file in words.files.reversed() {
            for statement in file.block.statements {
                if case .assign(let targets, let values) = statement.kind, case .name(name)? = targets.first?.kind, case .table(let fields)? = values.first?.kind {
                    return (fields, file)
                }
            }
        }
        return nil
    }

    private func oneOf(_ expression: LuaExpression, _ scope: Scope) throws -> String {
        let (given, home) = resolved(expression, scope)
        guard case .table(let fields) = given.kind else { return try value(given, home) }
        return DecisionWords.list(try fields.map { try value($0.value, home) }, "or")
    }
}
