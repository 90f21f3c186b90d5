import Decisions
import FieldDefinitions
import LuaSyntax
import RulePacks

extension KindWalk {
    /// What stands between the brackets, or behind the dot.
    enum Key {
        /// One of these texts.
        case names([String])
        case number
        case other(Kind)
    }

    /// What came of looking for a part.
    enum Part {
        case found(Kind)
        case refusal(Refusal)
        /// There is nothing to look in.
        case skipped

        static func refused(_ code: FindingCode, _ message: String, hint: String?, misspelt: Misspelling? = nil) -> Part {
            .refusal(Refusal(code: code, message: message, hint: hint, misspelt: misspelt))
        }
    }

    struct Refusal {
        let code: FindingCode
        let message: String
        /// What to do where no name is near.
        let hint: String?
        let misspelt: Misspelling?
    }

    func report(_ refusal: Refusal, at position: LuaPosition) {
        report(refusal.code, refusal.message, at: position, hint: refusal.hint, misspelt: refusal.misspelt)
    }

    func key(_ expression: LuaExpression) -> Key {
        if case .string(let bytes) = expression.kind { return .names([String(decoding: bytes, as: UTF8.self)]) }
        let kind = evaluate(expression)
        let names = kind.atoms.compactMap { if case .literal(let name) = $0 { name } else { nil } }
        if !names.isEmpty, names.count == kind.atoms.count { return .names(names) }
        if !kind.isEmpty, kind.atoms.allSatisfy({ classOf($0) == .number }) { return .number }
        return .other(kind)
    }

    /// What a part of something can come to. Reported where no part can be had of anything that it may be.
    func part(of base: Kind, _ key: Key, at position: LuaPosition, of what: String) -> Kind {
        var result = Kind()
        var refusal: Refusal?
        var isFound = false
        for atom in base.atoms {
            switch part(of: atom, key, at: position, what) {
            case .found(let kind):
                isFound = true
                result.formUnion(kind)
            case .refusal(let found): refusal = refusal ?? found
            case .skipped: break
            }
        }
        if let refusal, !isFound {
            report(refusal, at: position)
            return .anything
        }
        return result
    }

    private func part(of atom: KindAtom, _ key: Key, at position: LuaPosition, _ what: String) -> Part {
        switch atom {
        case .anything: return .found(.anything)
        case .nothing: return .skipped
        case .record(let place): return field(of: place, key, at: position, what)
        case .list(let place): return item(of: place, key)
        case .names(let space): return answer(of: space, key, at: position, what)
        case .set(let set): return member(of: set, key)
        case .table(let table): return .found(entry(of: table, key))
        case .library(let library): return .found(self.library(library, key))
        case .text, .literal, .choice: return textPart(key, what)
        case .field(let place):
            switch fields.type(place)?.kindClass {
            case .text: return textPart(key, what)
            case .date: return datePart(key)
            default: return .refused(.wrongType, "\(what) is a number, which has no parts", hint: nil)
            }
        case .date: return datePart(key)
        case .yes, .no, .number, .span, .filter, .function, .builtin, .declarer, .iterator, .verb, .lookup, .meanScore:
            return .refused(.wrongType, "\(what) is \(classOf(atom).words), which has no parts", hint: nil)
        }
    }

    // MARK: Records

    private func field(of place: Int, _ key: Key, at position: LuaPosition, _ what: String) -> Part {
        switch key {
        case .names(let names):
            var result = Kind()
            for name in names {
                if RuleNames.lookups.contains(name) {
                    result.formUnion(Kind(.lookup(name)))
                } else if let part = fields.nodes[place].parts[name] {
                    markRead(part, at: position)
                    result.formUnion(fields.kind(part))
                }
            }
            return result.isEmpty ? unknownField(names[0], in: place) : .found(result)
        case .number:
            return .refused(.unknownField, fields.phrase(place) + " with a number for its name", hint: "name the field, as in `n.age`")
        case .other:
            markAllRead(below: place)
            note("which field of \(what) is read cannot be told: its name is worked out", at: position, hint: "write the name out where that can be done")
            return .found(.anything)
        }
    }

    /// - Parameter misspelt: what is written, where that is more than the name alone.
    func unknownField(_ name: String, in place: Int, misspelt: Misspelling? = nil) -> Part {
        if let instead = fields.nodes[place].readInstead[name] {
            return .refused(.unknownField, "rules do not see `\(name)`", hint: "read `\(instead)` instead")
        }
        return .refused(
            .unknownField, "\(fields.phrase(place)) `\(name)`",
            hint: "the fields are in the field guide, `waymark fields`",
            misspelt: misspelt ?? Misspelling(name, among: fields.nodes[place].parts.keys.sorted()))
    }

    /// Notes that a rule reads a field, and reports where it may not.
    func markRead(_ place: Int, at position: LuaPosition) {
        readFields.insert(place)
        let node = fields.nodes[place]
        if !node.isListed {
            report(
                .undeclaredField, "`\(node.path)` is not in the manifest's `reads`", at: position, hint: "add it there, or do without",
                onceFor: "reads \(node.path)")
        } else if !node.isJustified {
            let mark = (program.pack.catalogue.sensitivity(at: node.path) ?? .sensitive).rawValue
            report(
                .unjustifiedField, "`\(node.path)` is \(mark), and `protected` does not say why the pack reads it", at: position,
                hint: "add `\(ManifestText.key(node.path)) = \"…\"` to `protected`", onceFor: "protected \(node.path)")
        }
    }

    func markAllRead(below place: Int) { readFields.formUnion(fields.subtree(place)) }

    private func item(of place: Int, _ key: Key) -> Part {
        switch key {
        case .names(let names):
            let verbs = names.filter(RuleNames.verbs.contains)
            if verbs.isEmpty {
                return .refused(
                    .unknownVerb, "a list has no `\(names[0])`",
                    hint: "it has `count`, `any`, `all`, `latest`, `earliest` and `sum`; fields are its items'",
                    misspelt: Misspelling(names[0], among: RuleNames.verbs))
            }
            return .found(verbs.reduce(Kind()) { $0.union(Kind(.verb($1))) })
        case .number: return .found(Kind(.record(place), .nothing))
        case .other(let kind): return .found(kind.isKnown ? Kind(.record(place), .nothing) : Kind(.record(place), .nothing, .anything))
        }
    }

    private func datePart(_ key: Key) -> Part {
        guard case .names(let names) = key else { return .refused(.wrongType, "a date has `year`, `month` and `day`, and nothing else", hint: nil) }
        if names.contains(where: ["year", "month", "day"].contains) { return .found(Kind(.number)) }
        return .refused(
            .unknownField, "a date has `year`, `month` and `day`, but no `\(names[0])`", hint: nil,
            misspelt: Misspelling(names[0], among: ["year", "month", "day"]))
    }

    // MARK: Answers and parameters

    private func answer(of space: Int, _ key: Key, at position: LuaPosition, _ what: String) -> Part {
        let space = (place: space, names: answers.spaces[space])
        switch key {
        case .names(let names):
            var result = Kind()
            for name in names {
                if space.place == answers.parameters { usedParameters.insert(name) }
                if let member = space.names.members[name] { result.formUnion(member) }
            }
            if !result.isEmpty || names.contains(where: { space.names.members[$0] != nil }) { return .found(result) }
            let members = space.names.members.keys.sorted()
            return .refused(
                space.names.code, "\(space.names.phrase) `\(names[0])`", hint: members.isEmpty ? "there is none" : listed(members),
                misspelt: Misspelling(names[0], among: members))
        case .number: return .refused(space.names.code, "\(space.names.phrase) a number", hint: nil)
        case .other:
            if space.place == answers.parameters { usesAnyParameter = true }
            note("which part of \(what) is read cannot be told: its name is worked out", at: position, hint: "write the name out where that can be done")
            return .found(.anything)
        }
    }

    private func member(of place: Int, _ key: Key) -> Part {
        let set = answers.sets[place]
        switch key {
        case .names(let names):
            if let values = set.values, !names.contains(where: values.contains) {
                return .refused(
                    .impossibleValue, "`\(set.name)` never holds `\(names[0])`", hint: listed(values), misspelt: Misspelling(names[0], among: values))
            }
            return .found(.bool)
        case .number: return .found(set.item.union(Kind(.nothing)))
        case .other(let kind):
            let isText = !kind.isEmpty && kind.present.allSatisfy { classOf($0) == .text }
            return .found(isText ? .bool : .bool.union(set.item).union(Kind(.nothing)))
        }
    }

    // MARK: Tables and texts

    private func entry(of table: Int, _ key: Key) -> Kind {
        let table = tables[table]
        var result = table.others
        switch key {
        case .names(let names):
            for name in names { result.formUnion(table.named[name]?.kind ?? Kind(.nothing)) }
        case .number: result.formUnion(table.items.union(Kind(.nothing)))
        case .other:
            result.formUnion(table.items.union(Kind(.nothing)))
            for (_, entry) in table.named.sorted(by: { $0.key < $1.key }) { result.formUnion(entry.kind) }
        }
        return result
    }

    private func library(_ library: String, _ key: Key) -> Kind {
        guard case .names(let names) = key else { return .anything }
        var result = Kind()
        for name in names {
            if RuleNames.libraries[library]?.contains(name) == true {
                result.formUnion(Kind(.builtin(library + "." + name)))
            } else {
                result.formUnion(Kind(RuleNames.constants[library]?[name] ?? .nothing))
            }
        }
        return result
    }

    private func textPart(_ key: Key, _ what: String) -> Part {
        guard case .names(let names) = key else { return .found(Kind(.nothing)) }
        let functions = names.filter { RuleNames.libraries["string"]?.contains($0) == true }
        if functions.isEmpty {
            return .refused(
                .wrongType, "\(what) is text, which has no `\(names[0])`",
                hint: "it has the functions of `string`, such as `upper`", misspelt: Misspelling(names[0], among: RuleNames.libraries["string"] ?? []))
        }
        return .found(functions.reduce(Kind()) { $0.union(Kind(.builtin("string." + $1))) })
    }

    // MARK: Words

    func listed(_ names: [String]) -> String {
        let shown = names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
        return names.count == 1 ? "there is only \(shown)" : "there are \(shown)" + (names.count > 12 ? " and \(names.count - 12) more" : "")
    }
}
