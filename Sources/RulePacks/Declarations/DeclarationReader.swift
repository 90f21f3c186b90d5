import Decisions
import LuaRuntime
import LuaSyntax
import Notation

/// Turns the tables that rule files declare into rules, and lays later ones over earlier ones.
package final class DeclarationReader {
    package static let named = ["criteria", "matrix", "decision_table", "classification", "group"]
    package static let lists = ["selection", "deselection", "tasking", "allocation"]

    private(set) var rules = RuleSet()
    let findings: FindingList
    private let files: [String: SourceFile]
    /// Which pack of the chain a file is of: a rule of another pack may be replaced, one of the same may not.
    private let packOfFile: [String: Int]
    private var occurrences: [String: Int] = [:]
    private var declaredIn: [String: (pack: Int, place: String)] = [:]

    init(files: [SourceFile], packOfFile: [String: Int], findings: FindingList) {
        self.files = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
        self.packOfFile = packOfFile
        self.findings = findings
    }

    func read(kind: String, name: String?, file: String, line: Int, table: LuaTable) {
        let counted = "\(file)\u{0}\(kind)\u{0}\(name ?? "")"
        occurrences[counted, default: 0] += 1
        let declared = DeclaredTable(
            table: table,
            origin: .init(
                file: files[file], fileName: file, kind: kind, name: name, occurrence: occurrences[counted, default: 1], line: line),
            findings: findings, what: name.map { "\(kind) `\($0)`" } ?? "`\(kind)`")
        if let name, !DeclaredTable.isName(name) {
            declared.report(.wrongValue, "`\(name)` is not a name: use small letters, digits and `_`, and start with a letter")
            return
        }
        switch (kind, name) {
        case ("criteria", let name?): place(criteria(declared, name), in: \.criteria, name: \.name, declared)
        case ("matrix", let name?): place(matrix(declared, name), in: \.matrices, name: \.name, declared)
        case ("decision_table", let name?): place(decisionTable(declared, name), in: \.tables, name: \.name, declared)
        case ("classification", let name?): place(classification(declared, name), in: \.classifications, name: \.name, declared)
        case ("group", let name?): place(group(declared, name), in: \.groups, name: \.name, declared)
        case ("selection", _): placeList(selectionRules(declared, deselects: false), in: \.selection, id: \.id, declared)
        case ("deselection", _): placeList(selectionRules(declared, deselects: true), in: \.deselection, id: \.id, declared)
        case ("tasking", _): placeList(taskingRules(declared), in: \.taskings, id: \.id, declared)
        case ("allocation", _):
            guard let allocation = allocation(declared) else { return }
            claim("allocation", "allocation", declared)
            rules.allocation = allocation
        default: declared.report(.unknownKey, "`\(kind)` is not a kind of declaration")
        }
    }

    // MARK: Overlays

    /// Notes who declared something; within one pack a second declaration of the same name is an error.
    @discardableResult
    private func claim(_ key: String, _ shown: String, _ table: DeclaredTable, at keys: [LuaSourceMap.Key] = []) -> Bool {
        let pack = packOfFile[table.origin.fileName] ?? 0
        let place = "\(table.origin.fileName)" + (table.line(at: keys).map { ":\($0)" } ?? "")
        if let before = declaredIn[key], before.pack == pack {
            table.report(.duplicateName, "\(shown) is declared twice: first at \(before.place)", at: keys, hint: "give one of them another name")
            return false
        }
        declaredIn[key] = (pack, place)
        return true
    }

    private func place<Rule>(
        _ rule: Rule?, in list: WritableKeyPath<RuleSet, [Rule]>, name: KeyPath<Rule, String>, _ table: DeclaredTable
    ) {
        guard let rule, claim("\(table.origin.kind)\u{0}\(rule[keyPath: name])", table.what, table) else { return }
        if let place = rules[keyPath: list].firstIndex(where: { $0[keyPath: name] == rule[keyPath: name] }) {
            rules[keyPath: list][place] = rule
        } else {
            rules[keyPath: list].append(rule)
        }
    }

    private func placeList<Rule>(
        _ found: [(rule: Rule, before: String?, place: Int)], in list: WritableKeyPath<RuleSet, [Rule]>, id: KeyPath<Rule, String>,
        _ table: DeclaredTable
    ) {
        for (rule, before, place) in found {
            let name = rule[keyPath: id]
            guard claim("\(table.origin.kind)\u{0}\(name)", "rule `\(name)` of `\(table.origin.kind)`", table, at: [.index(place)]) else { continue }
            if let existing = rules[keyPath: list].firstIndex(where: { $0[keyPath: id] == name }) {
                rules[keyPath: list][existing] = rule
            } else if let before {
                guard let target = rules[keyPath: list].firstIndex(where: { $0[keyPath: id] == before }) else {
                    let names = rules[keyPath: list].map { $0[keyPath: id] }
                    let near = nearestName(to: before, in: names)
                    table.report(
                        .wrongValue, "there is no rule `\(before)` to put `\(name)` before", at: [.index(place), .name("before")],
                        hint: near.map { "did you mean `\($0)`?" }, fix: { FindingFix(replacing: before, among: names, at: $0, in: $1) })
                    continue
                }
                rules[keyPath: list].insert(rule, at: target)
            } else {
                rules[keyPath: list].append(rule)
            }
        }
    }

    // MARK: Shared parts

    func heading(_ table: DeclaredTable, title: String?) -> Heading? {
        guard let title else {
            if table.table["title"] == nil {
                table.report(.missingTitle, "\(table.what) has no title", hint: "add `title = \"…\"`: it is what people read")
            }
            return nil
        }
        return Heading(
            title: title, source: table.text("source"), note: table.text("note"), file: table.origin.fileName, line: table.line())
    }

    /// A function that stands third in a row, or under `key`.
    func rowFunction(_ row: DeclaredTable, key: String) -> LuaFunction? {
        if row.table.items.count > 2 {
            if let function = row.table.items[2].function {
                if row.table[key] != nil { row.report(.badRow, "\(row.what) has a function after its title and `\(key)` too", at: [.name(key)], hint: "keep one of them") }
                return function
            }
            row.report(.wrongType, "\(row.what) wants a function after its title, not \(row.table.items[2].noun)", at: [.index(3)])
            return nil
        }
        return row.function(key)
    }
}
