import Decisions
import FieldDefinitions
import LuaSyntax
import RulePacks

extension KindWalk {
    /// What `filter` makes of its conditions.
    func filter(_ conditions: Kind, _ expression: LuaExpression?) -> Kind {
        if isInRule, let expression {
            report(
                .unknownVerb, "`filter` is called in a rule, where no filter can be made", at: expression.position,
                hint: "make it once, at the top of the file, or give the conditions in braces to the list's verb")
        }
        var result = Kind()
        for atom in conditions.atoms {
            switch atom {
            case .table(let table): result.formUnion(Kind(.filter(table)))
            case .anything: result.formUnion(.anything)
            default: break
            }
        }
        return result
    }

    /// Reports conditions that a list's items cannot be asked.
    func check(conditions table: Int, of list: Int, _ verb: String, isInWhere: Bool = false) {
        for (name, entry) in tables[table].named.sorted(by: { $0.key < $1.key }) {
            switch name {
            case "within", "from", "to": checkDates(name, entry, of: list)
            case "at_least":
                if verb != "all" {
                    report(
                        .unknownVerb, "`at_least` belongs to `all`, not to `\(verb)`", at: entry.position,
                        hint: "compare the number, as in `:count { … } >= 3`", file: entry.file)
                }
            case "where":
                if verb != "all", !isInWhere {
                    report(
                        .unknownVerb, "`where` says something to `all` only: for `\(verb)` it is a condition like the others",
                        at: entry.position, severity: .warning,
                        hint: "take the conditions out of `where`", file: entry.file)
                }
                for case .table(let inner) in entry.kind.atoms { check(conditions: inner, of: list, verb, isInWhere: true) }
            default: checkCondition(name, entry, of: list)
            }
        }
    }

    private func checkDates(_ name: String, _ entry: Table.Entry, of list: Int) {
        guard let date = fields.nodes[list].isDatedBy else {
            report(
                .unknownVerb, "the items of `\(fields.nodes[list].path)` have no date, so `\(name)` says nothing about them", at: entry.position,
                hint: "leave it out", file: entry.file)
            return
        }
        inFile(entry.file) { markRead(date, at: entry.position) }
        let wanted = name == "within" ? KindClass.span : .date
        guard entry.kind.isKnown, !entry.kind.present.isEmpty, !classes(entry.kind).contains(wanted) else { return }
        report(
            .unknownVerb, "`\(name)` wants \(wanted.words)", at: entry.position,
            hint: name == "within" ? "write it as in `within = months(12)`" : "write it as in `\(name) = date(\"2026-01-31\")`", file: entry.file)
    }

    private func checkCondition(_ name: String, _ entry: Table.Entry, of list: Int) {
        let isBound = name.hasPrefix("min_") || name.hasPrefix("max_")
        let fieldName = isBound ? String(name.dropFirst(4)) : name
        guard let part = fields.nodes[list].parts[fieldName], let type = fields.type(part) else {
            report(
                .unknownVerb, "an item of `\(fields.nodes[list].path)` has no field `\(fieldName)`", at: entry.position,
                hint: listed(fields.nodes[list].parts.keys.sorted()), misspelt: misspelt(condition: name, of: list), file: entry.file)
            return
        }
        inFile(entry.file) { markRead(part, at: entry.position) }
        if isBound, type.kindClass != .number, type.kindClass != .date {
            report(
                .unknownVerb, "`\(fieldName)` has no order, so `\(name)` says nothing: `min_` and `max_` work on numbers and dates", at: entry.position,
                hint: "name the values, as in `\(fieldName) = { … }`", file: entry.file)
            return
        }
        var values = Kind()
        for atom in entry.kind.atoms {
            switch atom {
            case .table(let table): values.formUnion(tables[table].items.union(tables[table].others))
            case .set(let set): values.formUnion(answers.sets[set].item)
            default: values.formUnion(Kind(atom))
            }
        }
        for atom in values.present where atom != .anything { checkValue(atom, fieldName, part, type, entry) }
    }

    private func misspelt(condition name: String, of list: Int) -> Misspelling {
        let parts = fields.nodes[list].parts.keys.sorted()
        let bound = ["min_", "max_"].first(where: name.hasPrefix)
        return Misspelling(name, among: bound.map { bound in parts.map { bound + $0 } } ?? parts + RuleNames.filterWords)
    }

    private func checkValue(_ atom: KindAtom, _ name: String, _ part: Int, _ type: FieldType, _ entry: Table.Entry) {
        if classOf(atom) != type.kindClass {
            let shown = if case .literal(let text) = atom { "the text `\(text)`" } else { classOf(atom).words }
            report(
                .unlikeKinds, "`\(name)` of `\(fields.nodes[part].path)` is \(type.kindClass.words), and the filter compares it with \(shown)",
                at: entry.position, hint: "give it \(type.kindClass.words)", file: entry.file)
        } else if case .literal(let text) = atom, let values = fields.values(part), !values.contains(text) {
            report(
                .impossibleValue, "`\(fields.nodes[part].path)` is never `\(text)`", at: entry.position, hint: listed(values),
                misspelt: Misspelling(text, among: values), file: entry.file, onceFor: "value \(entry.file) \(entry.position) \(text)")
        }
    }

    private func inFile(_ place: Int, _ body: () -> Void) {
        let outer = file
        file = place
        body()
        file = outer
    }
}
