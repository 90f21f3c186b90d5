import Foundation
import TestSupport
import Testing

@Suite("What an editor gets")
struct EditorFilesTests {
    private static func json(_ path: String) throws -> JSONValue {
        try JSONValue(Data(contentsOf: URL(fileURLWithPath: "\(Project.folder)/\(path)")))
    }

    @Test("the project's settings lead to the folder with the types")
    func settings() throws {
        let settings = try EditorFilesTests.json(".luarc.json")
        #expect(settings["runtime.version"] == .string("Lua 5.4"))
        let folders = settings["workspace.library"]?.items.compactMap(\.text) ?? []
        #expect(folders.contains { FileManager.default.fileExists(atPath: "\(Project.folder)/\($0)/waymark.lua") })
    }

    /// The text of a snippet with each place filled in as it is proposed.
    static func snippet(_ prefix: String) throws -> String {
        let snippets = try json("editor/waymark.code-snippets").members.values
        let body = try #require(snippets.first { $0["prefix"] == .string(prefix) }?["body"]).items.compactMap(\.text).joined(separator: "\n")
        return body.replacing("$0", with: "").replacing(/\$\{\d+\|([^,|]*)[^}]*\}/) { String($0.output.1) }.replacing(/\$\{\d+:([^}]*)\}/) { String($0.output.1) }
    }

    @Test("there is a snippet for each declaration and for tests")
    func prefixes() throws {
        let prefixes = Set(try EditorFilesTests.json("editor/waymark.code-snippets").members.values.compactMap { $0["prefix"]?.text })
        #expect(
            prefixes == [
                "criteria", "matrix", "steps", "decision_table", "classification", "group", "selection", "deselection", "tasking", "allocation", "filter",
                "parameter", "describe", "it", "property",
            ])
    }

    @Test(
        "a snippet as it is proposed is a declaration in which `check` finds nothing wrong",
        arguments: ["criteria", "matrix", "decision_table", "classification", "group", "selection", "deselection", "tasking", "allocation", "filter"])
    func declarations(prefix: String) throws {
        let text = try EditorFilesTests.snippet(prefix)
        #expect(!text.contains("$"))
        try check(SmallPack(reads: reads(text), more: protected(text), rules: text + "\n"))
    }

    @Test("the row of steps fits into a matrix, and the parameter into a manifest")
    func parts() throws {
        let row = try EditorFilesTests.snippet("steps")
        try check(SmallPack(reads: ["ogrs2"], rules: "matrix \"m\" { title = \"M\", range = { 0, 100 }, rows = { \(row) } }\n"))
        try check(SmallPack(more: "parameters = { \(try EditorFilesTests.snippet("parameter")) },", rules: SmallPack.plain.rules))
    }

    private func check(_ pack: SmallPack) throws {
        let work = try Workplace()
        try work.write(pack)
        let result = try work.run("check", "rules/small")
        #expect(result.status == 0, "\(result.out)")
    }

    private func reads(_ text: String) -> [String] { Set(text.matches(of: /\bn\.(\w+)/).map { String($0.output.1) }).sorted() }
    private func protected(_ text: String) -> String { text.contains("n.age") ? "protected = { age = \"Adults only.\" }," : "" }
}
