import Decisions
import LuaSyntax
import RulePacks

extension KindWalk {
    /// What Lua's own functions and Waymark's give.
    func builtin(_ name: String, _ arguments: KindList, _ expression: LuaExpression?) -> KindList {
        switch name {
        case "date": return KindList(Kind(.date))
        case "days", "months", "years": return KindList(Kind(.span))
        case "filter": return KindList(filter(arguments[0], expression))
        case "require": return KindList(require(arguments[0], expression))
        case "pcall":
            let callee = arguments[0].filter { classOf($0) == .function || $0 == .anything }
            let given = call(callee, KindList(Array(arguments.first.dropFirst()), rest: arguments.rest), at: nil, name: nil)
            return KindList([.bool] + given.first.map { $0.union(.anything) }, rest: given.rest.union(.anything))
        case "assert": return arguments
        case "error":
            // Whoever catches it may look into it.
            handOver(arguments[0])
            return KindList()
        case "print": return KindList()
        case "tostring", "type": return KindList(Kind(.text))
        case "tonumber": return KindList(Kind(.number, .nothing))
        case "select": return KindList([], rest: arguments.from(1).union(Kind(.number)))
        case "ipairs", "pairs": return KindList(iterator(over: arguments[0], named: name == "pairs", expression))
        case "next":
            let (key, value) = contents(arguments[0], named: true)
            return KindList(key.union(Kind(.nothing)), value.union(Kind(.nothing)))
        case let name where DeclarationReader.named.contains(name):
            let names = arguments[0].atoms.compactMap { if case .literal(let text) = $0 { text } else { nil } }
            return KindList(Kind(.declarer(name, name: names.count == 1 ? names[0] : nil)))
        case let name where DeclarationReader.lists.contains(name):
            declare(name, nil, arguments[0])
            return KindList()
        default: break
        }
        let parts = name.split(separator: ".")
        switch parts.first {
        case "string": return text(String(parts[parts.count - 1]), arguments, expression)
        case "table": return table(String(parts[parts.count - 1]), arguments, expression)
        case "math": return number(String(parts[parts.count - 1]))
        case "utf8": return letters(String(parts[parts.count - 1]), expression)
        default: return .anything
        }
    }

    private func require(_ kind: Kind, _ expression: LuaExpression?) -> Kind {
        var result = Kind()
        for atom in kind.atoms {
            if case .literal(let name) = atom {
                result.formUnion(load(name))
            } else {
                usesAnyModule = true
                result.formUnion(.anything)
                if let expression { note("which module is loaded cannot be told: its name is worked out", at: expression.position, hint: "write the name out") }
            }
        }
        return result
    }

    // MARK: Walking tables

    private func iterator(over kind: Kind, named: Bool, _ expression: LuaExpression?) -> Kind {
        let (key, value) = contents(kind, named: named)
        return iterator(key, value, expression)
    }

    private func iterator(_ key: Kind, _ value: Kind, _ expression: LuaExpression?) -> Kind {
        guard let expression else { return .anything }
        let number = number(of: .iterator, at: expression.bytes.upperBound) {
            iterators.append((Kind(), Kind()))
            return iterators.count - 1
        }
        join(key, into: &iterators[number].key)
        join(value, into: &iterators[number].value)
        return Kind(.iterator(number))
    }

    private func contents(_ kind: Kind, named: Bool) -> (key: Kind, value: Kind) {
        var key = Kind()
        var value = Kind()
        for atom in kind.atoms {
            switch atom {
            case .anything:
                key.formUnion(.anything)
                value.formUnion(.anything)
            case .list(let place):
                key.formUnion(Kind(.number))
                value.formUnion(Kind(.record(place)))
            case .set(let set):
                key.formUnion(Kind(.number))
                value.formUnion(answers.sets[set].item)
            case .table(let table):
                key.formUnion(Kind(.number))
                value.formUnion(tables[table].items.union(tables[table].others))
                guard named else { continue }
                for (name, entry) in tables[table].named.sorted(by: { $0.key < $1.key }) {
                    key.formUnion(Kind(.literal(name)))
                    value.formUnion(entry.kind)
                }
                if !tables[table].others.isEmpty { key.formUnion(.anything) }
            default: break
            }
        }
        return (key, value)
    }

    // MARK: Libraries

    private func text(_ name: String, _ arguments: KindList, _ expression: LuaExpression?) -> KindList {
        switch name {
        case "byte", "len": return KindList([], rest: Kind(.number))
        case "find": return KindList([Kind(.number, .nothing), Kind(.number, .nothing)], rest: Kind(.text, .number))
        case "match": return KindList([], rest: Kind(.text, .number))
        case "gmatch": return KindList(iterator(Kind(.text, .number), Kind(.text, .number, .nothing), expression))
        case "gsub":
            _ = callGiven(arguments[2], KindList([], rest: Kind(.text, .number)))
            return KindList(Kind(.text), Kind(.number))
        default: return KindList(Kind(.text))
        }
    }

    private func table(_ name: String, _ arguments: KindList, _ expression: LuaExpression?) -> KindList {
        let given = arguments[0].atoms.compactMap { if case .table(let table) = $0 { table } else { nil } }
        let items = contents(arguments[0], named: false).value
        if ["insert", "remove", "sort"].contains(name), let expression {
            refuseChange(
                arguments[0].filter { if case .table = $0 { true } else { $0 == .anything } },
                at: expression.position, what: "the table given to `table.\(name)`")
        }
        switch name {
        case "insert":
            for table in given { join(arguments.from(1), into: &tables[table].items) }
            return KindList()
        case "remove": return KindList(items.union(Kind(.nothing)))
        case "sort":
            _ = callGiven(arguments[1], KindList(items, items))
            return KindList()
        case "unpack": return KindList([], rest: items)
        case "concat": return KindList(Kind(.text))
        case "move":
            let target = arguments.first.count > 4 ? arguments[4] : arguments[0]
            for case .table(let table) in target.atoms { join(items, into: &tables[table].items) }
            return KindList(target)
        case "pack":
            guard let expression else { return .anything }
            let number = number(of: .table, at: expression.bytes.upperBound) {
                tables.append(Table(isOfFile: function == nil))
                return tables.count - 1
            }
            join(arguments.from(0).union(Kind(.nothing)), into: &tables[number].items)
            put(Kind(.number), "n", expression.position, number)
            return KindList(Kind(.table(number)))
        default: return .anything
        }
    }

    private func number(_ name: String) -> KindList {
        switch name {
        case "type": KindList(Kind(.text, .nothing))
        case "tointeger": KindList(Kind(.number, .nothing))
        case "ult": KindList(.bool)
        case "modf": KindList(Kind(.number), Kind(.number))
        default: KindList(Kind(.number))
        }
    }

    private func letters(_ name: String, _ expression: LuaExpression?) -> KindList {
        switch name {
        case "char": KindList(Kind(.text))
        case "codes": KindList(iterator(Kind(.number), Kind(.number), expression))
        default: KindList([], rest: Kind(.number))
        }
    }
}
