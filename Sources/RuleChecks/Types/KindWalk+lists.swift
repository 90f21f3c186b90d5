import Decisions
import FieldDefinitions
import LuaSyntax
import Notation
import RulePacks

extension KindWalk {
    private func lists(_ kind: Kind) -> [Int] { kind.atoms.compactMap { if case .list(let place) = $0 { place } else { nil } } }
    private func literals(_ kind: Kind) -> [String] { kind.atoms.compactMap { if case .literal(let text) = $0 { text } else { nil } } }

    /// What `count` and the other verbs give. The first argument is the list.
    func verb(_ verb: String, _ arguments: KindList, _ expression: LuaExpression?) -> Kind {
        let lists = lists(arguments[0])
        if let expression {
            if lists.isEmpty, arguments[0].isKnown, !arguments[0].isEmpty {
                report(.unknownVerb, "`\(verb)` is called with a colon, after the list", at: expression.position, hint: "write it as in `n.offences:\(verb)()`")
            }
            for list in lists { check(verb, arguments, of: list, expression) }
        } else {
            for list in lists { markAllRead(below: list) }
        }
        switch verb {
        case "count", "sum": return Kind(.number)
        case "latest", "earliest": return lists.reduce(Kind(.nothing)) { $0.union(Kind(.record($1))) }
        default: return .bool
        }
    }

    private func check(_ verb: String, _ arguments: KindList, of list: Int, _ call: LuaExpression) {
        var place = 1
        if verb == "sum" {
            place = 2
            sum(literals(arguments[1]), of: list, isKnown: arguments[1].present.allSatisfy(\.isLiteral), call)
        }
        guard arguments.first.count > place else { return }
        let filters = arguments[place]
        if filters.isKnown, !filters.isEmpty, filters.present.allSatisfy({ ![.filter, .table].contains(classOf($0)) }) {
            let what = filters.present.first.map { classOf($0).words } ?? "nothing"
            report(.unknownVerb, "`\(verb)` wants a filter, or conditions in braces, not \(what)",
                at: call.position, hint: "write it as in `{ within = months(12) }`")
        }
        for atom in filters.atoms {
            switch atom {
            case .filter(let table), .table(let table): check(conditions: table, of: list, verb)
            default: break
            }
        }
    }

    private func sum(_ names: [String], of list: Int, isKnown: Bool, _ call: LuaExpression) {
        if !isKnown || names.isEmpty {
            markAllRead(below: list)
            return
        }
        let position = nameArgument(of: call)?.position ?? call.position
        for name in names {
            guard let part = fields.nodes[list].parts[name] else {
                if case .refusal(let refusal) = unknownField(name, in: list) { report(refusal, at: position) }
                continue
            }
            markRead(part, at: call.position)
            if fields.type(part)?.kindClass != .number {
                report(.unknownVerb, "`\(name)` is not a number, so it has no sum", at: call.position, hint: "name a field that is a number")
            }
        }
    }

    // MARK: Records

    /// `has` and `get`. The first argument is the record, the second a name, which may be dotted.
    func lookup(_ lookup: String, _ arguments: KindList, _ expression: LuaExpression?) -> Kind {
        let records = arguments[0].atoms.compactMap { if case .record(let place) = $0 { place } else { nil } }
        guard let expression else {
            for record in records { markAllRead(below: record) }
            return .anything
        }
        if records.isEmpty, arguments[0].isKnown, !arguments[0].isEmpty {
            report(.wrongType, "`\(lookup)` is called with a colon, after the record", at: expression.position, hint: "write it as in `n:\(lookup) \"ogrs2\"`")
            return .anything
        }
        let names = literals(arguments[1])
        var result = Kind()
        if names.isEmpty || names.count < arguments[1].atoms.count {
            for record in records { markAllRead(below: record) }
            result.formUnion(.anything)
            if arguments[1].atoms.contains(where: { !$0.isLiteral }) {
                note("which field `\(lookup)` asks for cannot be told: its name is worked out",
                    at: expression.position, hint: "write the name out where that can be done")
            }
        }
        let position = nameArgument(of: expression)?.position ?? expression.position
        for name in names {
            var refusal: Part?
            var isFound = false
            for record in records {
                switch field(at: name, below: record, at: position) {
                case .found(let kind):
                    isFound = true
                    result.formUnion(kind)
                case let part: refusal = part
                }
            }
            if !isFound, case .refusal(let refusal)? = refusal { report(refusal, at: position) }
        }
        return lookup == "has" ? .bool : result.union(arguments[2])
    }

    private func nameArgument(of call: LuaExpression) -> LuaExpression? {
        if case .method(_, _, let arguments) = call.kind { arguments.first } else { nil }
    }

    private func field(at path: String, below record: Int, at position: LuaPosition) -> Part {
        var place = record
        let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        for (step, name) in names.enumerated() {
            if place != record, case .record? = fields.type(place) {
            } else if place != record {
                return .refused(.unknownField, "`\(fields.nodes[place].path)` has no parts that `has` and `get` could ask for", hint: nil)
            }
            guard let part = fields.nodes[place].parts[name] else {
                let whole = names.count == 1 ? nil : onlyNearestName(to: name, in: fields.nodes[place].parts.keys).map { near in
                    (names[..<step] + [near] + names[(step + 1)...]).joined(separator: ".")
                }
                return unknownField(name, in: place, misspelt: whole.map { Misspelling(path, among: [$0]) })
            }
            markRead(part, at: position)
            place = part
        }
        return .found(fields.kind(place))
    }

    func meanScore(_ arguments: KindList, _ expression: LuaExpression?) -> Kind {
        let name = arguments.first.last ?? Kind()
        if let expression {
            for matrix in literals(name) where !answers.matrices.contains(matrix) {
                report(
                    .unknownAnswer, "there is no matrix named `\(matrix)`", at: nameArgument(of: expression)?.position ?? expression.position,
                    hint: answers.matrices.isEmpty ? "there is none" : listed(answers.matrices), misspelt: Misspelling(matrix, among: answers.matrices))
            }
        }
        return Kind(.number)
    }
}
