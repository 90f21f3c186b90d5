import LuaSyntax

extension RuleReader {
    /// Runs statements to the end of their function.
    /// - Returns: what they give; nil where they end without a `return`.
    func run(_ statements: ArraySlice<LuaStatement>, _ scope: inout Scope) -> SymbolicValue? {
        for (place, statement) in zip(statements.indices, statements) {
            let rest = statements[(place + 1)...]
            switch statement.kind {
            case .local(let names, let given):
                // Values are worked out before any of the names stands for its own.
                let values = given.map { value($0, scope) }
                for (place, local) in names.enumerated() { scope.locals[local.name.text] = place < values.count ? values[place] : later(given) }
            case .localFunction(let name, let body):
                scope.locals[name.text] = .closure(SymbolicFunction(body: body, file: scope.file, locals: scope.locals))
            case .assign(let targets, let given):
                let values = given.map { value($0, scope) }
                for (place, target) in targets.enumerated() { assign(target, place < values.count ? values[place] : later(given), &scope) }
            case .call(let call): forget(arguments: call, &scope)
            case .if(let branches, let otherwise):
                if statement.returns { return choice(branches[...], otherwise, rest, scope) }
                merge(branches, otherwise, &scope)
            case .do(let block):
                if statement.returns { return run(ArraySlice(block.statements + rest), &scope) }
                var inner = scope
                _ = run(block.statements[...], &inner)
                for name in block.assigned where scope.locals[name] != nil {
                    scope.locals[name] = block.declared.contains(name) ? RuleReader.twoThings : inner.locals[name]
                }
            case .return(let values): return values.first.map { value($0, scope) } ?? .nothing
            case .while, .repeat, .count, .iterate:
                let why = "it goes through things one by one"
                for name in statement.assigned where scope.locals[name] != nil { scope.locals[name] = .unknown(key: nil, reason: why) }
                if statement.returns {
                    if let found = search(statement, rest, scope) { return found }
                    note(why)
                    let after = run(rest, &scope) ?? .nothing
                    return .choice(book.freeTruth(), .unknown(key: nil, reason: why), after)
                }
            case .function, .break, .goto, .label: return .unknown(key: nil, reason: "it jumps, or defines a function as it runs")
            }
        }
        return nil
    }

    private static var twoThings: SymbolicValue { .unknown(key: nil, reason: "one name stands for two things in it") }

    /// What a name gets that has no value of its own: a call at the end may give several.
    private func later(_ given: [LuaExpression]) -> SymbolicValue {
        switch given.last?.kind {
        case .call?, .method?, .varargs?: .unknown(key: nil, reason: nil)
        default: .nothing
        }
    }

    private func assign(_ target: LuaExpression, _ value: SymbolicValue, _ scope: inout Scope) {
        switch target.kind {
        case .name(let name): if scope.locals[name] != nil { scope.locals[name] = value }
        case .index(let of, _): assign(of, .unknown(key: nil, reason: "it changes a table as it runs"), &scope)
        default: break
        }
    }

    /// A call may change the tables that it is given.
    private func forget(arguments call: LuaExpression, _ scope: inout Scope) {
        guard case .call(_, let arguments) = call.kind else { return }
        for argument in arguments {
            if case .name(let name) = argument.kind, case .table? = scope.locals[name] {
                scope.locals[name] = .unknown(key: nil, reason: "it changes a table as it runs")
            }
        }
    }

    private func choice(_ branches: ArraySlice<LuaBranch>, _ otherwise: LuaBlock?, _ rest: ArraySlice<LuaStatement>, _ scope: Scope) -> SymbolicValue {
        guard let branch = branches.first else { return continued(otherwise, rest, scope) }
        let condition = truth(of: value(branch.condition, scope))
        let taken = continued(branch.block, rest, scope)
        return .choice(condition, taken, choice(branches.dropFirst(), otherwise, rest, scope))
    }

    /// A block of a branch and what follows the whole statement.
    private func continued(_ block: LuaBlock?, _ rest: ArraySlice<LuaStatement>, _ scope: Scope) -> SymbolicValue {
        var inner = scope
        guard let block else { return run(rest, &inner) ?? .nothing }
        if case .return? = block.statements.last?.kind { return run(block.statements[...], &inner) ?? .nothing }
        if block.declared.contains(where: { scope.locals[$0] != nil || scope.file.declared.contains($0) }) { return RuleReader.twoThings }
        return run(ArraySlice(block.statements + rest), &inner) ?? .nothing
    }

    /// `for _, o in ipairs(n.offences) do if … then return true end end`: it returns at some item, of which nothing is known
    /// beforehand, or at none.
    /// - Returns: nil where it does not go through a list of the record.
    private func search(_ statement: LuaStatement, _ rest: ArraySlice<LuaStatement>, _ scope: Scope) -> SymbolicValue? {
        guard case .iterate(let names, let over, let block) = statement.kind, over.count == 1, case .call(let callee, let arguments) = over[0].kind,
            case .word("ipairs") = value(callee, scope), let first = arguments.first, case .list(let path) = value(first, scope)
        else { return nil }
        let item = SymbolicValue.item(FilterTerm(list: path, unlike: unlikeNumber()), isLatest: false)
        let place = SymbolicValue.number(book.freeNumber(domain: .number(low: 1, high: .infinity, isWhole: true)))
        var inner = scope
        for (name, value) in zip(names, [place, item]) { inner.locals[name.text] = value }
        var after = scope
        return .choice(truth(of: item), run(block.statements[...], &inner) ?? .nothing, run(rest, &after) ?? .nothing)
    }

    /// Branches that only set locals: each local has one value or another afterwards.
    private func merge(_ branches: [LuaBranch], _ otherwise: LuaBlock?, _ scope: inout Scope) {
        let names = Set(branches.flatMap(\.block.assigned) + (otherwise?.assigned ?? [])).filter { scope.locals[$0] != nil }
        var outcomes: [(condition: Formula, scope: Scope)] = []
        for branch in branches {
            let condition = truth(of: value(branch.condition, scope))
            var inner = scope
            _ = run(branch.block.statements[...], &inner)
            outcomes.append((condition, inner))
        }
        var last = scope
        if let otherwise { _ = run(otherwise.statements[...], &last) }
        let hidden = Set(branches.flatMap(\.block.declared) + (otherwise?.declared ?? []))
        for name in names.sorted() {
            if hidden.contains(name) {
                scope.locals[name] = RuleReader.twoThings
                continue
            }
            var value = last.locals[name] ?? .nothing
            for outcome in outcomes.reversed() { value = .choice(outcome.condition, outcome.scope.locals[name] ?? .nothing, value) }
            scope.locals[name] = value
        }
    }
}

extension LuaStatement {
    /// The statements of the blocks in it.
    fileprivate var blocks: [LuaBlock] {
        switch kind {
        case .do(let block), .while(_, let block), .repeat(let block, _), .count(_, _, _, _, let block), .iterate(_, _, let block): [block]
        case .if(let branches, let otherwise): branches.map(\.block) + (otherwise.map { [$0] } ?? [])
        default: []
        }
    }

    /// It may end the function that it stands in.
    fileprivate var returns: Bool {
        if case .return = kind { return true }
        return blocks.contains { $0.statements.contains(where: \.returns) }
    }

    /// Names that it sets or changes.
    fileprivate var assigned: [String] {
        switch kind {
        case .assign(let targets, _): targets.compactMap(\.root)
        case .call(let call): if case .call(_, let arguments) = call.kind { arguments.compactMap(\.root) } else { [] }
        default: blocks.flatMap(\.assigned)
        }
    }
}

extension LuaBlock {
    fileprivate var assigned: [String] { statements.flatMap(\.assigned) }

    /// Its own locals.
    fileprivate var declared: [String] {
        statements.flatMap { statement in
            switch statement.kind {
            case .local(let names, _): names.map(\.name.text)
            case .localFunction(let name, _): [name.text]
            default: [String]()
            }
        }
    }
}

extension LuaExpression {
    /// The name at which a chain of fields begins.
    fileprivate var root: String? {
        switch kind {
        case .name(let name): name
        case .index(let of, _): of.root
        default: nil
        }
    }
}
