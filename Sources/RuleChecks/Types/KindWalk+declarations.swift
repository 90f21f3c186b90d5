import Decisions
import LuaSyntax
import RulePacks

extension KindWalk {
    private var person: KindList { KindList(Kind(.record(FieldNames.nominal)), Kind(.names(answers.answers))) }

    /// Calls the functions of a declaration as the host will.
    func declare(_ kind: String, _ name: String?, _ declared: Kind) {
        guard isInForce(kind, name) else { return }
        for table in tables(in: declared) {
            switch kind {
            case "criteria": criteria(table)
            case "matrix": matrix(table, name)
            case "decision_table":
                for input in rows(table, "inputs") { ask(input, "of", .value, "the input \(id(input))") }
            case "classification":
                for row in rows(table, "classes") { ask(row, "when", .condition, "the condition of \(id(row))") }
            case "group": ask(table, "key", .key, "the key of \(name.map { "group `\($0)`" } ?? "the group")")
            case "allocation":
                ask(table, "keep", .condition, "`keep` of the allocation")
                for inner in tables(in: part(table, "rank")) {
                    callAsRule(tables[inner].items.union(tables[inner].others), person, RuleRole(wanted: .rank, what: "a rank of the allocation"))
                }
            default: rules(table, kind)
            }
        }
    }

    private func criteria(_ table: Int) {
        var seen: Set<Int> = []
        var open = ["all", "any"].flatMap { tables(in: part(table, $0)) }
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            let items = tables[next].items.union(tables[next].others)
            callAsRule(items, person, RuleRole(wanted: .condition, what: "the condition of \(id(next))"))
            open += tables(in: items) + ["all", "any"].flatMap { tables(in: part(next, $0)) }
        }
    }

    private func matrix(_ table: Int, _ name: String?) {
        for row in rows(table, "rows") {
            ask(row, "points", .points, "the points of \(id(row))")
            ask(row, "of", .number, "`of` of \(id(row))")
            ask(row, "when", .condition, "the condition of \(id(row))")
        }
        let rowNames = name.flatMap { answers.totals[$0] }.map { Kind(.names($0)) } ?? .anything
        callAsRule(part(table, "total"), KindList(rowNames), RuleRole(wanted: .number, what: "the total of \(name.map { "matrix `\($0)`" } ?? "the matrix")"))
    }

    private func rules(_ table: Int, _ kind: String) {
        for row in tables(in: tables[table].items.union(tables[table].others)) where isInForce(kind, row: row) {
            ask(row, "when", .condition, "the condition of \(id(row))")
            ask(row, "because", .words, "the reason of \(id(row))")
            ask(row, "due", .due, "`due` of \(id(row))")
            callAsRule(tables[row].items, person, RuleRole(wanted: .condition, what: "the condition of \(id(row))"))
        }
    }

    private func ask(_ table: Int, _ key: String, _ wanted: RuleRole.Wanted, _ what: String) {
        callAsRule(part(table, key), person, RuleRole(wanted: wanted, what: what))
    }

    // MARK: Tables

    private func part(_ table: Int, _ name: String) -> Kind { (tables[table].named[name]?.kind ?? Kind()).union(tables[table].others) }

    private func tables(in kind: Kind) -> [Int] { kind.atoms.compactMap { if case .table(let table) = $0 { table } else { nil } } }

    private func rows(_ table: Int, _ name: String) -> [Int] {
        tables(in: part(table, name)).flatMap { self.tables(in: tables[$0].items.union(tables[$0].others)) }
    }

    private func name(of row: Int) -> String? {
        guard let first = tables[row].written.first, first.atoms.count == 1, case .literal(let name)? = first.atoms.first else { return nil }
        return name
    }

    private func id(_ row: Int) -> String { name(of: row).map { "`\($0)`" } ?? "a row" }

    // MARK: Overlays

    /// No other pack of the chain puts something else in its place.
    private func isInForce(_ kind: String, _ name: String?) -> Bool {
        let rules = program.rules
        let place: String? =
            switch kind {
            case "criteria": rules.criteria.first { $0.name == name }?.heading.file
            case "matrix": rules.matrices.first { $0.name == name }?.heading.file
            case "decision_table": rules.tables.first { $0.name == name }?.heading.file
            case "classification": rules.classifications.first { $0.name == name }?.heading.file
            case "group": rules.groups.first { $0.name == name }?.heading.file
            case "allocation": rules.allocation?.heading.file
            default: nil
            }
        return place.map { $0 == files[file].source.name } ?? true
    }

    private func isInForce(_ kind: String, row: Int) -> Bool {
        guard let id = name(of: row) else { return true }
        let place: String? =
            switch kind {
            case "selection": program.rules.selection.first { $0.id == id }?.heading.file
            case "deselection": program.rules.deselection.first { $0.id == id }?.heading.file
            default: program.rules.taskings.first { $0.id == id }?.heading.file
            }
        return place.map { $0 == files[file].source.name } ?? true
    }

    // MARK: What rules give

    /// Reports functions that give the host something that it cannot take.
    func reportFunctions() {
        for function in functions {
            file = function.file
            for role in function.roles.sorted(by: { $0.what < $1.what }) { report(function, role) }
        }
    }

    private func report(_ function: Function, _ role: RuleRole) {
        // Reasons that are no text are left out of the record, and nothing else goes wrong.
        let severity: Finding.Severity = role.wanted == .words ? .warning : .error
        guard function.body.block.returnsValue else {
            report(
                .wrongType, "\(role.what) gives nothing: its function has no `return`", at: function.body.position, severity: severity,
                hint: "write `return` before what it is to give")
            return
        }
        guard let accepted = role.wanted.accepted, let given = function.results?[0], given.isKnown, !given.present.isEmpty else { return }
        let classes = classes(given)
        guard classes.isDisjoint(with: accepted), let first = given.present.first else { return }
        report(
            .wrongType, "\(role.what) gives \(classOf(first).words), where \(role.wanted.words) wanted", at: function.body.position, severity: severity,
            hint: role.wanted.hint)
    }
}
