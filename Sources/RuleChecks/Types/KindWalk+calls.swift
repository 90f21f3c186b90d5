import Decisions
import LuaSyntax
import RulePacks

extension KindWalk {
    /// An index, a call or a method, with all that stands before it: `n.offences:latest(f).date`. In a row they make a tree
    /// as deep as they are many.
    func suffixed(_ expression: LuaExpression) -> KindList {
        var row: [LuaExpression] = []
        var node = expression
        walking: while true {
            switch node.kind {
            case .index(let of, _), .call(let of, _), .method(let of, _, _):
                row.append(node)
                node = of
            default: break walking
            }
        }
        var values = KindList(evaluate(node))
        var before = node
        for step in row.reversed() {
            steps += 1
            switch step.kind {
            case .index(_, let key): values = KindList(part(of: values[0], self.key(key), at: key.position, of: words(before)))
            case .call(_, let arguments): values = call(values[0], evaluateList(arguments), at: step, name: before)
            case .method(_, let name, let arguments):
                let callee = part(of: values[0], .names([name.text]), at: name.position, of: words(before))
                let given = evaluateList(arguments)
                values = call(callee, KindList([values[0]] + given.first, rest: given.rest), at: step, name: step)
            default: break
            }
            before = step
        }
        return values
    }

    /// - Parameters:
    ///   - expression: the call, whose place names what it makes; nil where there is none.
    ///   - name: what is called, for messages.
    func call(_ callee: Kind, _ arguments: KindList, at expression: LuaExpression?, name: LuaExpression?) -> KindList {
        var result = KindList([])
        var isCallable = false
        for atom in callee.atoms {
            var given: KindList?
            switch atom {
            case .anything:
                handOver(arguments.from(0))
                given = .anything
            case .function(let number): given = call(number, arguments)
            case .builtin(let builtin): given = self.builtin(builtin, arguments, expression)
            case .declarer(let kind, let name):
                declare(kind, name, arguments[0])
                given = KindList()
            case .verb(let verb): given = KindList(self.verb(verb, arguments, expression))
            case .lookup(let lookup): given = KindList(self.lookup(lookup, arguments, expression))
            case .meanScore: given = KindList(meanScore(arguments, expression))
            case .iterator(let place): given = KindList(iterators[place].key.union(Kind(.nothing)), iterators[place].value)
            default: break
            }
            guard let given else { continue }
            if isCallable { _ = result.formUnion(given) } else { result = given }
            isCallable = true
        }
        if isCallable || callee.isEmpty { return result }
        if let name { reportUncallable(callee, name) }
        return .anything
    }

    private func reportUncallable(_ callee: Kind, _ name: LuaExpression) {
        if let atom = callee.present.first {
            report(.wrongType, "\(words(name)) is \(classOf(atom).words), not a function", at: name.position,
                hint: "take the brackets behind it away, or correct the name")
        } else if case .index(let of, let key) = name.kind, case .string(let bytes) = key.kind {
            let part = String(decoding: bytes, as: UTF8.self)
            report(
                .undefinedName, "\(words(of)) has no `\(part)`", at: key.position,
                hint: "define it there, or correct the name", misspelt: Misspelling(part, among: namesKept(in: of)))
        } else {
            report(.undefinedName, "\(words(name)) has no value here, so it cannot be called", at: name.position, hint: "give it a function first")
        }
    }

    private func namesKept(in expression: LuaExpression) -> [String] {
        evaluate(expression).atoms.flatMap { atom -> [String] in
            switch atom {
            case .table(let table): tables[table].named.keys.sorted()
            case .library(let library): RuleNames.libraries[library] ?? []
            default: []
            }
        }
    }

    private func call(_ number: Int, _ arguments: KindList) -> KindList {
        if isInRule { setCalledByRules(number) }
        let parameters = functions[number].parameters
        for (place, parameter) in parameters.enumerated() { join(arguments[place], into: &variables[parameter].kind) }
        if functions[number].body.hasVarargs { join(arguments.from(parameters.count), into: &functions[number].varargs) }
        return functions[number].results ?? KindList([])
    }

    private func setCalledByRules(_ number: Int) {
        if functions[number].isCalledByRules { return }
        functions[number].isCalledByRules = true
        hasGrown = true
    }

    /// Calls every function that a kind may be, as the host does.
    func callAsRule(_ kind: Kind, _ arguments: KindList, _ role: RuleRole) {
        for atom in kind.atoms {
            guard case .function(let number) = atom else { continue }
            setCalledByRules(number)
            functions[number].roles.insert(role)
            _ = call(number, arguments)
        }
    }

    /// Calls what a builtin was given to call.
    func callGiven(_ kind: Kind, _ arguments: KindList) -> KindList {
        call(kind.filter { if case .function = $0 { true } else { $0 == .anything } }, arguments, at: nil, name: nil)
    }

    /// What is handed to something that cannot be followed can be read, changed and called in any way.
    func handOver(_ kind: Kind) {
        for atom in kind.atoms {
            switch atom {
            case .record(let place), .list(let place): markAllRead(below: place)
            case .names(answers.parameters): usesAnyParameter = true
            case .function(let number):
                setCalledByRules(number)
                for parameter in functions[number].parameters { join(.anything, into: &variables[parameter].kind) }
            case .table(let table):
                if tables[table].isHandedOver { continue }
                tables[table].isHandedOver = true
                hasGrown = true
                handOver(tables[table].items.union(tables[table].others))
                for entry in tables[table].named.values { handOver(entry.kind) }
                join(.anything, into: &tables[table].others)
            default: break
            }
        }
    }
}
