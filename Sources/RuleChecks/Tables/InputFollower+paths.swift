import FieldDefinitions
import LuaSyntax
import RulePacks

extension InputFollower {
    /// `n.needs.drugs`, `d.band.sac`, `param.limit`
    struct Path {
        enum Root { case nominal, answers, parameters }
        var root: Root
        var names: [String] = []
    }

    func path(_ expression: LuaExpression, _ locals: Locals, _ depth: Int = 0) -> Path? {
        guard depth < 40 else { return nil }
        switch expression.kind {
        case .parentheses(let inner): return path(inner, locals, depth + 1)
        case .name(let name):
            if let local = locals[name] { return local.value.flatMap { path($0, local.locals, depth + 1) } }
            if name == nominal { return Path(root: .nominal) }
            if name == answers { return Path(root: .answers) }
            return name == "param" ? Path(root: .parameters) : nil
        case .index(let of, let key):
            guard case .string(let name) = key.kind, var path = path(of, locals, depth + 1) else { return nil }
            path.names.append(String(decoding: name, as: UTF8.self))
            return path
        default: return nil
        }
    }

    func answer(_ path: Path) -> FollowedInput {
        switch path.root {
        case .nominal: field(path.names)
        case .answers: path.names.count == 2 ? decided(path.names[0], path.names[1]) : grouped(path.names)
        case .parameters: path.names.count == 1 ? parameter(path.names[0]) : path.names.count == 2 ? .bools : .unknown
        }
    }

    private func field(_ names: [String]) -> FollowedInput {
        var level = program.pack.catalogue.fields
        var path: [String] = []
        var found: FieldDefinition?
        for name in names {
            guard let field = level.first(where: { $0.name == name || $0.luaAliases.contains(name) }) else { return .unknown }
            path.append(field.name)
            level = field.type.parts
            found = field
        }
        return found.flatMap { InputDomain($0.type) }.map { FollowedInput(domain: $0, field: path.joined(separator: ".")) } ?? .unknown
    }

    private func grouped(_ names: [String]) -> FollowedInput {
        guard names.count == 3, names[0] == "group", ["size", "selected"].contains(names[2]) else { return .unknown }
        return FollowedInput(domain: .numbers(.count))
    }

    private func parameter(_ name: String) -> FollowedInput {
        switch program.pack.parameters.first(where: { $0.name == name })?.value {
        case .number(let number)?: FollowedInput(domain: .values([.number(number)]))
        case .text(let text)?: FollowedInput(domain: .values([.string(text)]))
        case .bool(let value)?: FollowedInput(domain: .values([.bool(value)]))
        default: .unknown
        }
    }

    private func decided(_ kind: String, _ name: String) -> FollowedInput {
        let rules = program.rules
        switch kind {
        case "met": return .bools
        case "band":
            guard let matrix = rules.matrices.first(where: { $0.name == name }) else { return .unknown }
            return FollowedInput(domain: .values(matrix.bands.map { .string($0.id) }))
        case "score":
            guard let matrix = rules.matrices.first(where: { $0.name == name }) else { return .unknown }
            return FollowedInput(domain: .numbers(NumberRange(low: matrix.range.lowerBound, high: matrix.range.upperBound, isWhole: isWhole(matrix))))
        case "class":
            guard let classes = rules.classifications.first(where: { $0.name == name }), classes.pick != .any else { return .unknown }
            return FollowedInput(domain: .values(classes.classes.map { .string($0.id) }))
        case "table":
            guard let table = rules.tables.first(where: { $0.name == name })?.table, table.outputNames.count == 1 else { return .unknown }
            switch table.hitPolicy {
            case .unique, .any, .first, .priority:
                return FollowedInput(domain: table.outputs.reduce(InputDomain.values([])) { $0.union(.values([$1[0]])) })
            default: return .unknown
            }
        default: return .unknown
        }
    }

    /// Whether a total can only be a whole number, as far as constants and steps say so.
    private func isWhole(_ matrix: Matrix) -> Bool {
        matrix.total == nil
            && matrix.rows.allSatisfy { row in
                guard [row.min, row.max ?? 0].allSatisfy({ $0 == $0.rounded() }) else { return false }
                return switch row.points {
                case .constant(let points): points == points.rounded()
                case .steps(_, let steps): steps.allSatisfy { $0.points == $0.points.rounded() }
                case .function: false
                }
            }
    }
}
