import LuaSyntax
import Notation
import RulePacks

extension RuleReader {
    func value(named name: String, _ scope: Scope) -> SymbolicValue {
        if let local = scope.locals[name] { return local }
        let file = scope.file
        if file.declared.contains(name) { return fileValue(name, file) }
        if let (body, home) = shared[name] { return .closure(SymbolicFunction(body: body, file: home, locals: [:])) }
        if name == "as_of" { return .number(LinearTerm(date: program.asOf.number, followsRun: true)) }
        return RuleReader.words.contains(name) ? .word(name) : .unknown(key: "global \(name)", reason: "what `\(name)` holds cannot be told")
    }

    private func fileValue(_ name: String, _ file: FileScope) -> SymbolicValue {
        if let value = file.values[name] { return value }
        let unclear = SymbolicValue.unknown(key: "\(file.written.source.name) \(name)", reason: "what `\(name)` holds cannot be told")
        guard file.inProgress.insert(name).inserted else { return unclear }
        defer { file.inProgress.remove(name) }
        var value = unclear
        if let body = file.written.functions[name] {
            value = .closure(SymbolicFunction(body: body, file: file, locals: [:]))
        } else if let expression = file.written.values[name] {
            value = self.value(expression, Scope(file: file, locals: [:]))
            if case .table(var table) = value {
                let functions = memberFunctions(of: name, file)
                for (key, function) in functions { table.named[key] = function }
                value = file.altered.contains(name) ? unclear : .table(table)
            }
        }
        file.values[name] = value
        return value
    }

    /// `function name.part() … end` among the statements of a file.
    private func memberFunctions(of name: String, _ file: FileScope) -> [String: SymbolicValue] {
        var functions: [String: SymbolicValue] = [:]
        for statement in file.written.block.statements {
            guard case .function(let path, nil, let body) = statement.kind, path.count == 2, path[0].text == name else { continue }
            let isSecond = functions.updateValue(.closure(SymbolicFunction(body: body, file: file, locals: [:])), forKey: path[1].text) != nil
            if isSecond { functions[path[1].text] = .unknown(key: nil, reason: "`\(name).\(path[1].text)` is written twice") }
        }
        return functions
    }

    /// What `require` gives.
    func module(_ name: String) -> SymbolicValue {
        guard let file = modules[name], case .return(let values)? = file.written.block.statements.last?.kind, let first = values.first else {
            return .unknown(key: "module \(name)", reason: "what module `\(name)` gives cannot be told")
        }
        return value(first, Scope(file: file, locals: [:]))
    }

    // MARK: Members

    /// `of[key]`
    func member(_ of: SymbolicValue, _ key: SymbolicValue) -> SymbolicValue {
        of.mapCases { base in key.mapCases { self.plainMember(base, $0) } }
    }

    private func plainMember(_ of: SymbolicValue, _ key: SymbolicValue) -> SymbolicValue {
        switch (of, key) {
        case (.record(let path), .text(let name)): return field(path, name)
        case (.item(let filter, let isLatest), .text(let name)): return itemField(filter, isLatest, name)
        case (.decision(let parts), .text(let name)): return answer(parts + [name])
        case (.word("param"), .text(let name)): return parameter(name)
        case (.word("math"), .text("huge")): return .number(LinearTerm(.infinity))
        case (.word("math"), .text("pi")): return .number(LinearTerm(.pi))
        case (.word(let library), .text(let name)): return .word("\(library).\(name)")
        case (.set(let set), _): return membership(set, key)
        case (.table(let table), .text(let name)): return table.named[name] ?? .nothing
        case (.table(let table), .number(let term)) where term.isConstant:
            let place = Int(exactly: term.constant) ?? 0
            return table.items.indices.contains(place - 1) ? table.items[place - 1] : .nothing
        case (.table(let table), .textVariable(let variable)):
            var value = SymbolicValue.nothing
            for name in table.named.keys.sorted().reversed() {
                let isThis = Formula.atom(Atom(variable: variable, test: .isOneOf([name])))
                value = .choice(isThis, table.named[name] ?? .nothing, value)
            }
            return value
        case (.list, _): return .unknown(key: nil, reason: "it takes an item of a list by its place")
        case (.unknown(let key, let why), .text(let name)): return .unknown(key: key.map { "\($0).\(name)" }, reason: why)
        case (.unknown(_, let why), _): return .unknown(key: nil, reason: why)
        default: return .unknown(key: nil, reason: nil)
        }
    }

    private func parameter(_ name: String) -> SymbolicValue {
        switch parameters[name] {
        case .number(let value)?: .number(LinearTerm(value))
        case .text(let text)?: .text(text)
        // A switch that a board may turn: neither side of it is a mistake.
        case .bool?: .truth(book.freeTruth(key: "param.\(name)"))
        case .texts?, .numbers?: parameters[name].map { .set($0) } ?? .nothing
        case nil: .unknown(key: nil, reason: nil)
        }
    }

    /// True or nothing.
    private func membership(_ set: Parameter.Value, _ key: SymbolicValue) -> SymbolicValue {
        let isIn: Formula
        switch (set, key) {
        case (.texts(let values), .text(let text)): isIn = .truth(values.contains(text))
        case (.texts(let values), .textVariable(let variable)): isIn = .atom(Atom(variable: variable, test: .isOneOf(Set(values))))
        case (.numbers(let values), .number(let term)): isIn = .some(values.map { comparison(.equal, term, LinearTerm($0)) })
        default: return .unknown(key: nil, reason: nil)
        }
        return .truth(isIn)
    }
}
