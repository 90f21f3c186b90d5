package import Decisions
package import LuaRuntime
package import LuaSyntax
import Notation

/// Collects findings while a pack is read, so that one run shows them all.
final class FindingList {
    /// Beyond so many nobody reads on, and a pack could make millions.
    static let most = 200

    private(set) var all: [Finding] = []

    /// Those that were left out, too.
    private(set) var errorCount = 0
    var hasErrors: Bool { errorCount > 0 }

    func add(_ finding: Finding) {
        if finding.severity == .error { errorCount += 1 }
        // The first error is kept however many warnings stand before it.
        if all.count < FindingList.most || (errorCount == 1 && finding.severity == .error) { all.append(finding) }
    }
}

/// A table that an analyst wrote, read with an error at the right line and column for everything that is wrong in it.
package struct DeclaredTable {
    /// Which table it is, and where.
    struct Origin {
        var file: SourceFile?
        var fileName: String
        var kind: String
        var name: String?
        var occurrence: Int
        /// Used where the source map knows no better.
        var line: Int?
    }

    package let table: LuaTable
    let origin: Origin
    var path: [LuaSourceMap.Key] = []
    let findings: FindingList
    /// What it is, for messages: ``matrix `sac` ``.
    var what: String

    // MARK: Findings

    package func report(
        _ code: FindingCode, _ message: String, at keys: [LuaSourceMap.Key] = [], severity: Finding.Severity = .error, hint: String? = nil,
        fix: (LuaPosition, SourceFile) -> FindingFix? = { _, _ in nil }
    ) {
        let position = origin.file?.map.position(
            declaration: origin.kind, name: origin.name, occurrence: origin.occurrence, path: path + keys)
        var finding = Finding(
            code, message, severity: severity, file: origin.fileName, line: position?.line ?? origin.line, column: position?.column, hint: hint)
        if let position, let file = origin.file { finding.fix = fix(position, file) }
        findings.add(finding)
    }

    /// The line of a part, for later messages.
    func line(at keys: [LuaSourceMap.Key] = []) -> Int? {
        origin.file?.map.position(
            declaration: origin.kind, name: origin.name, occurrence: origin.occurrence, path: path + keys)?.line ?? origin.line
    }

    /// Reports names that do not belong, each with the nearest one that does.
    package func allowOnly(_ names: [String], items: Bool = false) {
        for (name, _) in table.named where !names.contains(name) {
            let near = nearestName(to: name, in: names)
            report(
                .unknownKey, "\(what) has no `\(name)`", at: [.name(name)],
                hint: near.map { "did you mean `\($0)`?" } ?? "it may have \(names.sorted().map { "`\($0)`" }.joined(separator: ", "))",
                fix: { FindingFix(replacing: name, among: names, at: $0, in: $1) })
        }
        if !items, !table.items.isEmpty {
            report(.unknownKey, "\(what) holds a value without a name", at: [.index(1)], hint: "write `name = value`")
        }
        for key in table.strayKeys {
            report(.unknownKey, "\(what) has the key `\(key)`, which is not a name")
        }
    }

    // MARK: Values

    private func value(_ key: String, required: Bool, _ wanted: String) -> LuaData? {
        if let value = table[key] { return value }
        if required { report(.missingKey, "\(what) has no `\(key)`", hint: "add `\(key) = …`: \(wanted)") }
        return nil
    }

    private func wrong(_ key: String, _ wanted: String, _ got: LuaData) {
        report(.wrongType, "`\(key)` of \(what) wants \(wanted), not \(got.noun)", at: [.name(key)])
    }

    package func text(_ key: String, required: Bool = false) -> String? {
        guard let value = value(key, required: required, "text in quotes") else { return nil }
        guard let text = value.text else {
            wrong(key, "text in quotes", value)
            return nil
        }
        if text.allSatisfy(\.isWhitespace) {
            report(.wrongValue, "`\(key)` of \(what) is empty", at: [.name(key)])
            return nil
        }
        return isFit(text, "`\(key)`", at: .name(key), most: key == "title" ? DeclaredTable.longestTitle : DeclaredTable.longestText) ? text : nil
    }

    static let longestTitle = 300
    static let longestText = 4_000

    /// Whether a text can be shown to people; reports it where not.
    private func isFit(_ text: String, _ name: String, at key: LuaSourceMap.Key, most: Int) -> Bool {
        if text.unicodeScalars.count > most {
            report(.wrongValue, "\(name) of \(what) is \(text.unicodeScalars.count) letters long: at most \(most)", at: [key])
        } else if let hidden = text.unicodeScalars.first(where: isHidden) {
            let code = String(hidden.value, radix: 16, uppercase: true)
            report(.wrongValue, "\(name) of \(what) holds the hidden character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)", at: [key], hint: "take it out: people must see all that they read")
        } else {
            return true
        }
        return false
    }

    func number(_ key: String, required: Bool = false) -> Double? {
        guard let value = value(key, required: required, "a number") else { return nil }
        guard let number = value.number, number.isFinite else {
            wrong(key, "a number", value)
            return nil
        }
        return number
    }

    package func whole(_ key: String, required: Bool = false) -> Int? {
        guard let value = value(key, required: required, "a whole number") else { return nil }
        guard let int = value.int ?? value.number.flatMap(Int.init(exactly:)) else {
            wrong(key, "a whole number", value)
            return nil
        }
        return int
    }

    package func bool(_ key: String) -> Bool? {
        guard let value = value(key, required: false, "true or false") else { return nil }
        guard let bool = value.bool else {
            wrong(key, "true or false", value)
            return nil
        }
        return bool
    }

    func function(_ key: String, required: Bool = false) -> LuaFunction? {
        guard let value = value(key, required: required, "a function") else { return nil }
        guard let function = value.function else {
            wrong(key, "a function", value)
            return nil
        }
        return function
    }

    func span(_ key: String) -> Span? {
        guard let value = value(key, required: false, "a length of time") else { return nil }
        guard case .span(let span) = value else {
            wrong(key, "a length of time such as `months(3)`", value)
            return nil
        }
        return span
    }

    package func child(_ key: String, required: Bool = false, what: String? = nil) -> DeclaredTable? {
        guard let value = value(key, required: required, "a table in braces") else { return nil }
        guard let table = value.table else {
            wrong(key, "a table in braces", value)
            return nil
        }
        return DeclaredTable(
            table: table, origin: origin, path: path + [.name(key)], findings: findings, what: what ?? "`\(key)` of \(self.what)")
    }

    /// The tables of the array part, each with its place from 1.
    package func rows(what: (Int) -> String) -> [(place: Int, row: DeclaredTable)] {
        var rows: [(Int, DeclaredTable)] = []
        for (index, item) in table.items.enumerated() {
            guard let table = item.table else {
                report(.badRow, "\(what(index + 1)) is \(item.noun), not a row in braces", at: [.index(index + 1)])
                continue
            }
            rows.append(
                (index + 1, DeclaredTable(
                    table: table, origin: origin, path: path + [.index(index + 1)], findings: findings, what: what(index + 1))))
        }
        return rows
    }

    /// The texts of the array part.
    package func texts() -> [String] {
        var texts: [String] = []
        for (index, item) in table.items.enumerated() {
            if let text = item.text {
                texts.append(text)
            } else {
                report(.wrongType, "\(what) wants text in quotes, not \(item.noun)", at: [.index(index + 1)])
            }
        }
        return texts
    }

    /// Reads `{ "id", "Title", … }`; nil where either is missing or wrong.
    /// - Parameter most: how many values without a name the row may have.
    func idAndTitle(most: Int = 2) -> (id: String, title: String)? {
        guard let id = table.items.first?.text else {
            report(.badRow, "\(what) does not start with a name in quotes", hint: "write `{ \"name\", \"Title\", … }`")
            return nil
        }
        guard DeclaredTable.isName(id) else {
            report(.badRow, "`\(id)` is not a name: use small letters, digits and `_`, and start with a letter", at: [.index(1)])
            return nil
        }
        guard table.items.count > 1, let title = table.items[1].text, !title.allSatisfy(\.isWhitespace) else {
            report(.missingTitle, "\(what) (`\(id)`) has no title", hint: "write `{ \"\(id)\", \"Title\", … }`: the title is what people read")
            return nil
        }
        guard isFit(title, "the title", at: .index(2), most: DeclaredTable.longestTitle) else { return nil }
        refuseItems(beyond: most)
        return (id, title)
    }

    /// A value without a name that nothing reads would be lost without a word.
    func refuseItems(beyond most: Int) {
        guard table.items.count > most else { return }
        report(
            .badRow, "\(what) has \(table.items[most].noun) without a name in place \(most + 1), which means nothing there",
            at: [.index(most + 1)], hint: "write `name = value`")
    }

    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }
}
