import FieldDefinitions
import Foundation
import LuaSyntax
import Notation
import RuleChecks
import TestSupport

/// A small pack around the lines that a page shows: whatever they do not say is as it must be.
struct SnippetPack {
    let place: TemporaryPlace
    /// The pack's folder.
    var path: String { place.path + "/camford" }

    init(_ files: [String: String]) throws {
        place = try TemporaryPlace()
        var files = files
        if files["rules.lua"] == nil { files["rules.lua"] = "selection {}\n" }
        let rules = files.filter { !$0.key.hasSuffix("pack.lua") && $0.key != "fields.lua" }.values.joined(separator: "\n")
        for name in files.keys.filter({ $0.hasSuffix("pack.lua") }) + ["pack.lua"] where files[name]?.hasPrefix("return") != true {
            let id = name == "pack.lua" ? "camford" : String(name.split(separator: "/")[1])
            files[name] = try SnippetPack.manifest(id, saying: files[name] ?? "", for: rules)
        }
        for (name, text) in files { try place.file("camford/\(name)", Data(text.utf8)) }
    }

    /// Writes a file of the pack again, and leaves the manifest as it is.
    func write(_ text: String, to name: String) throws { try place.file("camford/\(name)", Data(text.utf8)) }

    private static let date = Day(iso: "2026-11-01") ?? Day(number: 0)

    // The folder goes with its `place`, so that has to stay until the end.
    func checked() -> CheckedPack { withExtendedLifetime(place) { CheckedPack(path, asOf: SnippetPack.date) } }
    func fixed() -> PackFixer { withExtendedLifetime(place) { PackFixer(path, asOf: SnippetPack.date) } }

    private static func manifest(_ id: String, saying snippet: String, for rules: String) throws -> String {
        var keys: [(key: String, value: String)] = [
            ("waymark", "1"), ("id", "\"\(id)\""), ("title", "\"Camford\""), ("version", "\"1.0.0\""),
            ("owner", "{ borough = \"Camford\", contact = \"iom@camford.example.org\" }"), ("purpose", "\"Help.\""), ("lawful_basis", "\"None yet.\""),
            ("valid", "{ from = \"2026-10-01\", review_by = \"2027-04-01\", until_ = \"2027-10-01\" }"),
            ("files", id == "camford" ? "{ \"rules.lua\" }" : "{}"),
        ]
        let names = Set(try LuaLexer.tokens(of: Array(rules.utf8)).compactMap { if case .name(let name) = $0.kind { name } else { nil } })
        let catalogue = FieldCatalogue.standard
        let reads = catalogue.fields.filter { names.contains($0.name) && $0.readInstead == nil }.map(\.name)
        let marked = catalogue.paths.filter { path in
            reads.contains { path == $0 || path.hasPrefix($0 + ".") } && catalogue.field(at: path)?.sensitivity != .ordinary
        }
        keys.append(("reads", "{ \(reads.map { "\"\($0)\"" }.joined(separator: ", ")) }"))
        keys.append(("protected", "{ \(marked.map { "[\"\($0)\"] = \"It is needed.\"" }.joined(separator: ", ")) }"))
        let given = "return {\n\(snippet)}\n"
        guard case .return(let values)? = try LuaParser.parse(Array(given.utf8)).statements.last?.kind, case .table(let fields)? = values.first?.kind else {
            throw CocoaError(.fileReadCorruptFile)
        }
        let said = Set(fields.compactMap { if case .name(let name) = $0.key { name.text } else { nil } })
        return "return {\n" + keys.filter { !said.contains($0.key) }.map { "  \($0.key) = \($0.value),\n" }.joined() + snippet + "}\n"
    }
}
