import LuaSyntax

extension KindWalk {
    func walk(_ block: LuaBlock) {
        let outer = scope.count
        for statement in block.statements { walk(statement) }
        scope.removeLast(scope.count - outer)
    }

    private func walk(_ statement: LuaStatement) {
        switch statement.kind {
        case .local(let names, let values): locals(names, values)
        case .localFunction(let name, let body):
            let variable = declare(name)
            variables[variable].held = .function
            join(Kind(.function(define(body))), into: &variables[variable].kind)
        case .assign(let targets, let values):
            let given = evaluateList(values)
            for (place, target) in targets.enumerated() { assign(given[place], to: target) }
        case .call(let call): _ = suffixed(call)
        case .do(let block): walk(block)
        case .while(let condition, let block):
            _ = evaluate(condition)
            walk(block)
        case .repeat(let block, let condition):
            let outer = scope.count
            for statement in block.statements { walk(statement) }
            _ = evaluate(condition)
            scope.removeLast(scope.count - outer)
        case .if(let branches, let otherwise):
            for branch in branches {
                _ = evaluate(branch.condition)
                walk(branch.block)
            }
            if let otherwise { walk(otherwise) }
        case .count(let name, let from, let to, let step, let block):
            for part in [from, to] + (step.map { [$0] } ?? []) { _ = evaluate(part) }
            let outer = scope.count
            join(Kind(.number), into: &variables[declare(name)].kind)
            walk(block)
            scope.removeLast(scope.count - outer)
        case .iterate(let names, let over, let block): iterate(names, over, block)
        case .function(let path, let method, let body): named(path, method, body)
        case .return(let values): giveBack(evaluateList(values))
        case .break, .goto, .label: break
        }
    }

    // MARK: Names

    /// Opens the scope of a local, a parameter or a loop's variable.
    func declare(_ name: LuaName) -> Int { declare(name.text, name.position, at: name.bytes.lowerBound) }

    private func declare(_ name: String, _ position: LuaPosition, at byte: Int) -> Int {
        let variable = number(of: .variable, at: byte) {
            variables.append(Variable(name: name, position: position, file: file, isOfFile: function == nil))
            return variables.count - 1
        }
        scope.append((name, variable))
        return variable
    }

    func variable(_ name: String) -> Int? { scope.last { $0.name == name }?.variable }

    private func locals(_ names: [LuaLocal], _ values: [LuaExpression]) {
        let given = evaluateList(values)
        for (place, local) in names.enumerated() {
            let variable = declare(local.name)
            if values.indices.contains(place) { variables[variable].held = held(values[place]) }
            join(given[place], into: &variables[variable].kind)
        }
    }

    private func held(_ value: LuaExpression) -> Variable.Held? {
        switch value.kind {
        case .function: .function
        case .call(let callee, _):
            switch callee.kind {
            case .name("filter") where variable("filter") == nil: .filter
            case .name("require") where variable("require") == nil: .module
            default: nil
            }
        default: nil
        }
    }

    private func named(_ path: [LuaName], _ method: LuaName?, _ body: LuaFunctionBody) {
        let kind = Kind(.function(define(body, hasSelf: method != nil)))
        guard let first = path.first else { return }
        let parts = path.dropFirst() + (method.map { [$0] } ?? [])
        guard let last = parts.last else {
            assign(kind, first.text, first.position, isFunction: true)
            return
        }
        var base = read(first.text, first.position)
        for name in parts.dropLast() { base = part(of: base, .names([name.text]), at: name.position, of: "`\(first.text)`") }
        assign(kind, in: base, .names([last.text]), last.position, what: "`\(last.text)`")
    }

    // MARK: Loops

    private func iterate(_ names: [LuaName], _ over: [LuaExpression], _ block: LuaBlock) {
        let given = evaluateList(over)
        var items = KindList()
        for atom in given[0].atoms {
            switch atom {
            case .iterator(let place): _ = items.formUnion(KindList(iterators[place].key, iterators[place].value))
            case .function, .builtin, .anything: _ = items.formUnion(call(Kind(atom), KindList(given[1], given[2]), at: over.first, name: nil))
            default: break
            }
        }
        // The first is never nothing: that ends the loop.
        let outer = scope.count
        for (place, name) in names.enumerated() {
            let kind = place == 0 ? items[0].filter { $0 != .nothing } : items[place]
            join(kind, into: &variables[declare(name)].kind)
        }
        walk(block)
        scope.removeLast(scope.count - outer)
    }

    // MARK: Functions

    /// The number of a function, after a walk through it.
    func define(_ body: LuaFunctionBody, hasSelf: Bool = false) -> Int {
        let number = number(of: .function, at: body.bytes.lowerBound) {
            functions.append(Function(body: body, file: file))
            return functions.count - 1
        }
        let outer = (function, scope.count)
        // Its own parameters must not count as locals of the file.
        function = number
        var parameters: [Int] = []
        if hasSelf { parameters.append(declare("self", body.position, at: body.bytes.lowerBound)) }
        for name in body.parameters { parameters.append(declare(name)) }
        functions[number].parameters = parameters
        walk(body.block)
        if !endsInReturn(body.block) { giveBack(KindList()) }
        function = outer.0
        scope.removeLast(scope.count - outer.1)
        return number
    }

    private func endsInReturn(_ block: LuaBlock) -> Bool {
        switch block.statements.last?.kind {
        case .return?: true
        case .do(let inner)?: endsInReturn(inner)
        case .if(let branches, let otherwise?)?: branches.allSatisfy { endsInReturn($0.block) } && endsInReturn(otherwise)
        case .call(let call)?: isError(call)
        default: false
        }
    }

    private func isError(_ call: LuaExpression) -> Bool {
        if case .call(let callee, _) = call.kind, case .name("error") = callee.kind { variable("error") == nil } else { false }
    }

    private func giveBack(_ values: KindList) {
        guard let function else {
            if let module { join(values[0], into: &moduleKinds[module, default: Kind()]) }
            return
        }
        guard functions[function].results != nil else {
            functions[function].results = values
            hasGrown = true
            return
        }
        if functions[function].results?.formUnion(values) == true { hasGrown = true }
    }
}
