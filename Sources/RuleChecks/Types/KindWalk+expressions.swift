import Decisions
import LuaSyntax

extension KindWalk {
    func evaluateList(_ expressions: [LuaExpression]) -> KindList {
        guard let last = expressions.last else { return KindList() }
        let first = expressions.dropLast().map(evaluate)
        let end = evaluateAll(last)
        return KindList(first + (end.first.isEmpty && end.rest.isEmpty ? [] : end.first), rest: end.rest)
    }

    /// All the values that an expression gives: more than one of a call or of `...`.
    private func evaluateAll(_ expression: LuaExpression) -> KindList {
        switch expression.kind {
        case .call, .method: suffixed(expression)
        case .varargs: KindList([], rest: varargs)
        default: KindList(evaluate(expression))
        }
    }

    private var varargs: Kind { function.map { functions[$0].varargs } ?? .anything }

    func evaluate(_ expression: LuaExpression) -> Kind {
        steps += 1
        guard steps < KindWalk.mostSteps else {
            isUnfinished = true
            return .anything
        }
        switch expression.kind {
        case .nil: return Kind(.nothing)
        case .bool(let value): return Kind(value ? .yes : .no)
        case .integer, .float: return Kind(.number)
        case .string(let bytes): return Kind(.literal(String(decoding: bytes, as: UTF8.self)))
        case .varargs: return varargs.union(Kind(.nothing))
        case .name(let name): return read(name, expression.position)
        case .index, .call, .method: return suffixed(expression)[0]
        case .function(let body): return Kind(.function(define(body)))
        case .table(let fields): return table(fields, expression)
        case .unary(let sign, let operand): return unary(sign, evaluate(operand), operand)
        case .binary: return binary(expression)
        case .parentheses(let inner): return evaluate(inner)
        }
    }

    // MARK: Operators

    private func unary(_ sign: LuaOperator, _ operand: Kind, _ expression: LuaExpression) -> Kind {
        switch sign.kind {
        case .not: .bool
        default: operand.isEmpty ? operand : Kind(.number)
        }
    }

    /// Operators in a row make a tree as deep as they are many, on the left or, for `..`, on the right.
    private func binary(_ expression: LuaExpression) -> Kind {
        var row: [(sign: LuaOperator, left: LuaExpression, right: LuaExpression)] = []
        var node = expression
        while case .binary(let sign, let left, let right) = node.kind {
            row.append((sign, left, right))
            node = left
        }
        var kind = evaluate(node)
        for part in row.reversed() {
            var right = part.right
            while part.sign.kind == .concatenate, case .binary(let sign, let left, let rest) = right.kind, sign.kind == .concatenate {
                _ = evaluate(left)
                right = rest
            }
            kind = combine(part.sign, part.left, kind, part.right, evaluate(right))
        }
        return kind
    }

    private func combine(_ sign: LuaOperator, _ left: LuaExpression, _ a: Kind, _ right: LuaExpression, _ b: Kind) -> Kind {
        switch sign.kind {
        case .and:
            let no = a.filter { $0 == .nothing || $0 == .no }
            return b.union(a.isKnown ? no : Kind(.nothing, .no))
        case .or: return a.filter { $0 != .nothing && $0 != .no }.union(b)
        case .concatenate: return Kind(.text)
        case let kind where kind.isComparison:
            compare(sign, left, a, right, b)
            return .bool
        case .plus, .minus: return shifted(sign, left, a, right, b)
        default: return a.isEmpty || b.isEmpty ? Kind() : Kind(.number)
        }
    }

    /// Dates and lengths of time can be added and taken away; everything else comes to a number.
    private func shifted(_ sign: LuaOperator, _ left: LuaExpression, _ a: Kind, _ right: LuaExpression, _ b: Kind) -> Kind {
        if a.isEmpty || b.isEmpty { return Kind() }
        if !a.isKnown || !b.isKnown { return .anything }
        let first = classes(a)
        let second = classes(b)
        var result = Kind()
        if first.contains(.date), second.contains(.span) { result.formUnion(Kind(.date)) }
        if sign.kind == .minus, first.contains(.date), second.contains(.date) { result.formUnion(Kind(.number)) }
        if sign.kind == .plus, first.contains(.span) {
            if second.contains(.date) { result.formUnion(Kind(.date)) }
            if second.contains(.span) { result.formUnion(Kind(.span)) }
        }
        if result.isEmpty, (first == [.date] && second == [.number]) || (first == [.number] && second == [.date]) {
            let way = sign.kind == .plus ? "added to" : "taken from"
            report(
                .unlikeKinds, "a number and a date do not go together: a number cannot be \(way) a date", at: sign.position,
                hint: "say which length of time is meant, as in `as_of \(sign.kind.rawValue) days(5)`")
            return .anything
        }
        return result.isEmpty || first.contains(.number) ? result.union(Kind(.number)) : result
    }

    func classes(_ kind: Kind) -> Set<KindClass> { Set(kind.present.map(classOf)) }

    func classOf(_ atom: KindAtom) -> KindClass {
        switch atom {
        case .anything: .anything
        case .nothing: .nothing
        case .yes, .no: .bool
        case .number: .number
        case .text, .literal, .choice: .text
        case .date: .date
        case .span: .span
        case .field(let place): fields.type(place)?.kindClass ?? .anything
        case .record: .record
        case .list: .list
        case .names: .answers
        case .set: .set
        case .filter: .filter
        case .table, .library: .table
        case .function, .builtin, .declarer, .iterator, .verb, .lookup, .meanScore: .function
        }
    }

    // MARK: Tables

    private func table(_ fields: [LuaTableField], _ expression: LuaExpression) -> Kind {
        let number = number(of: .table, at: expression.bytes.lowerBound) {
            tables.append(Table(isOfFile: function == nil))
            return tables.count - 1
        }
        var place = 0
        for (index, field) in fields.enumerated() {
            switch field.key {
            case .none:
                let values = index == fields.count - 1 ? evaluateAll(field.value) : KindList(evaluate(field.value))
                item(values[0], place, number)
                place += 1
                join(values.from(1), into: &tables[number].items)
            case .name(let name): put(evaluate(field.value), name.text, name.position, number)
            case .expression(let key):
                let keys = self.key(key)
                let value = evaluate(field.value)
                switch keys {
                case .names(let names): for name in names { put(value, name, key.position, number) }
                case .number: join(value, into: &tables[number].items)
                case .other: join(value, into: &tables[number].others)
                }
            }
        }
        return Kind(.table(number))
    }

    private func item(_ kind: Kind, _ place: Int, _ table: Int) {
        join(kind, into: &tables[table].items)
        // Rules have an identifier and a title before anything else.
        guard place < 3 else { return }
        while tables[table].written.count <= place { tables[table].written.append(Kind()) }
        join(kind, into: &tables[table].written[place])
    }

    func put(_ kind: Kind, _ name: String, _ position: LuaPosition, _ table: Int) {
        if tables[table].named[name] == nil {
            tables[table].named[name] = Table.Entry(position: position, file: file)
            hasGrown = true
        }
        join(kind, into: &tables[table].named[name, default: Table.Entry(position: position, file: file)].kind)
    }
}
