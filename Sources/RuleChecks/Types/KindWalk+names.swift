import Decisions
import LuaSyntax
import Notation
import RulePacks

extension KindWalk {
    /// A variable's value, local or global.
    func read(_ name: String, _ position: LuaPosition) -> Kind {
        if let variable = variable(name) {
            variables[variable].isUsed = true
            return variables[variable].kind
        }
        if globals[name] != nil {
            globals[name]?.isUsed = true
            return globals[name]?.kind ?? Kind()
        }
        switch name {
        case "as_of": return Kind(.date)
        case "param": return Kind(.names(answers.parameters))
        case "string", "table", "math", "utf8": return Kind(.library(name))
        default: break
        }
        if NameBook.globals.contains(name) { return Kind(.builtin(name)) }
        let near = nearestName(to: name, in: scope.map(\.name) + globals.keys.sorted() + NameBook.globals)
        report(
            .undefinedName, "`\(name)` is not defined", at: position,
            hint: near.map { "did you mean `\($0)`?" } ?? "give it a value with `local \(name) = …`, or put it in quotes if it is text")
        return .anything
    }

    // MARK: Writing

    func assign(_ kind: Kind, to target: LuaExpression) {
        switch target.kind {
        case .name(let name): assign(kind, name, target.position, isFunction: false)
        case .index(let of, let key): assign(kind, in: evaluate(of), self.key(key), key.position, what: words(target))
        default: _ = evaluate(target)
        }
    }

    func assign(_ kind: Kind, _ name: String, _ position: LuaPosition, isFunction: Bool) {
        if let variable = variable(name) {
            if variables[variable].isOfFile, isInRule {
                report(
                    .lastingChange, "`\(name)` is a local of the file, which no rule can change", at: position,
                    hint: "declare a local of the rule's own with `local \(name) = …`")
            }
            join(kind, into: &variables[variable].kind)
            return
        }
        if isInRule {
            report(
                .lastingChange, "the global `\(name)` cannot be set inside a rule", at: position, hint: "write `local \(name) = …`")
        }
        if globals[name] == nil {
            globals[name] = Global(file: file, position: position, isFunction: isFunction)
            hasGrown = true
        }
        join(kind, into: &globals[name, default: Global(file: file, position: position)].kind)
    }

    func assign(_ kind: Kind, in base: Kind, _ key: Key, _ position: LuaPosition, what: String) {
        for atom in base.atoms {
            guard case .table(let table) = atom else { continue }
            switch key {
            case .names(let names): for name in names { put(kind, name, position, table) }
            case .number: join(kind, into: &tables[table].items)
            case .other(let key):
                join(kind, into: &tables[table].others)
                if !key.isKnown { join(kind, into: &tables[table].items) }
            }
        }
        refuseChange(base, at: position, what: what)
    }

    /// Reports a change of what outlives one person, where nothing else can be meant.
    func refuseChange(_ base: Kind, at position: LuaPosition, what: String) {
        let present = base.present
        guard !present.isEmpty, base.isKnown else { return }
        if present.allSatisfy({ [.record, .list, .answers, .set].contains(classOf($0)) }) {
            report(
                .lastingChange, "\(what) cannot be set: rules read a nominal and never change one", at: position, hint: "keep the value in a local")
        } else if isInRule, present.allSatisfy({ if case .table(let table) = $0 { tables[table].isOfFile } else { false } }) {
            report(
                .lastingChange, "\(what) is part of a table of the file, which no rule can change", at: position,
                hint: "make a table in the rule itself, `local t = {}`")
        }
    }

    /// What the analyst wrote, in backticks, where it is short; else `this`.
    func words(_ expression: LuaExpression) -> String {
        let bytes = files[file].source.bytes
        guard expression.bytes.upperBound <= bytes.count, expression.bytes.count <= 48 else { return "this" }
        let text = String(decoding: bytes[expression.bytes], as: UTF8.self)
        return text.contains("\n") || text.contains("`") ? "this" : "`\(text)`"
    }
}
