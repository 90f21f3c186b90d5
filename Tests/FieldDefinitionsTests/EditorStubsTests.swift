import FieldDefinitions
import Foundation
import Testing

@Suite("The editor's stubs")
struct EditorStubsTests {
    let catalogue = FieldCatalogue.standard.adding(local: localFields)
    var stubs: String { EditorStubs.lua(catalogue) }
    var lines: [Substring] { stubs.split(separator: "\n") }

    @Test("name every path")
    func everyPath() {
        for path in catalogue.paths { #expect(stubs.contains("`\(path)`"), "\(path)") }
    }

    @Test(
        "give fields their types",
        arguments: [
            "ogrs2 number", "age integer", "statutory boolean", "sex waymark.sex", "needs waymark.needs",
            "offences waymark.offences", "release_date waymark.Date", "ends waymark.Date",
            #"["end"] waymark.Date"#, #"["local"] waymark.local"#, "here waymark.local", "requirements string",
            "rough_sleeping boolean", "visits waymark.local.visits",
        ])
    func types(field: String) {
        #expect(lines.contains { $0.hasPrefix("---@field \(field) ") })
    }

    @Test("show rules no date of birth")
    func dateOfBirth() {
        let parts = stubs.components(separatedBy: "-- In tests/*.lua")
        #expect(parts.count == 2)
        #expect(!parts[0].contains("@field date_of_birth"))
        #expect(!parts[0].contains(#""date_of_birth""#))
        #expect(parts[1].contains("@field date_of_birth?"))
    }

    @Test(
        "let tests make people up, field by field",
        arguments: [
            "ogrs2? number|waymark.Unknown", "age? integer|waymark.Unknown", "sex? waymark.sex|waymark.Unknown", "needs? waymark.Made.needs|waymark.Unknown",
            "offences? waymark.Made.offences[]|waymark.Unknown", "release_date? waymark.MadeDate|waymark.Unknown", #"["end"]? waymark.MadeDate|waymark.Unknown"#,
            "here? waymark.Made.local|waymark.Unknown", "rough_sleeping? boolean|waymark.Unknown",
        ])
    func made(field: String) {
        #expect(lines.contains { $0.hasPrefix("---@field \(field) ") })
    }

    @Test(
        "know everything that a test can expect",
        arguments: [
            "is", "is_not", "is_one_of", "is_between", "is_at_least", "is_at_most", "is_unknown", "is_unknown_for", "is_true", "is_false", "is_nothing",
            "contains", "has_reason", "has_tasking", "has_no_tasking", "has_warning", "reads", "does_not_read", "errors_with", "is_placed", "is_displaced",
        ])
    func matchers(name: String) {
        #expect(lines.contains { $0.hasPrefix("---@field \(name) fun(") })
    }

    @Test(
        "declare what a rule file and a test file can call",
        arguments: [
            "criteria", "matrix", "decision_table", "classification", "group", "selection", "deselection", "tasking",
            "allocation", "filter", "date", "days", "months", "years", "require", "print", "describe", "it", "nominal",
            "cohort", "evaluate", "expect", "property",
        ])
    func functions(name: String) {
        #expect(lines.contains { $0.hasPrefix("function \(name)(") })
    }

    @Test("declare as_of and param")
    func globals() {
        #expect(lines.contains("as_of = nil"))
        #expect(lines.contains("param = {}"))
    }

    @Test("have a class, a filter and the verbs for each list")
    func lists() throws {
        for (path, field) in catalogue.placedFields {
            guard case .list = field.type else { continue }
            #expect(lines.contains("---@class waymark.\(path)"), "\(path)")
            #expect(lines.contains("---@class waymark.\(path).Item"), "\(path)")
            let start = try #require(stubs.range(of: "---@class waymark.\(path)\n"))
            let end = try #require(stubs[start.upperBound...].range(of: "\nend\n"))
            let body = stubs[start.upperBound..<end.lowerBound]
            for verb in ["count", "any", "all", "latest", "earliest"] {
                #expect(body.contains("function list:\(verb)(filter)"), "\(path):\(verb)")
            }
            #expect(body.contains("---@param filter? waymark.\(path).Filter"), "\(path)")
        }
    }

    @Test("let sums run over numbers only")
    func sums() {
        let sums = lines.filter { $0.contains("---@param field ") }.map { $0.split(separator: " ").last }
        #expect(sums == [#""value""#, #""source""#, #""score""#])
    }

    @Test("give least and greatest values to numbers and dates only")
    func ranges() {
        #expect(stubs.contains("---@field min_score? number"))
        #expect(stubs.contains("---@field max_convicted_on? waymark.Date"))
        #expect(!stubs.contains("min_type") && !stubs.contains("max_requirements"))
    }

    @Test("load as Lua 5.4", .enabled("lua5.4 is not installed") { try run("lua5.4", "-v") })
    func load() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "waymark-stubs-\(UUID().uuidString).lua")
        try Data(stubs.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try Self.run("lua5.4", file.path()))
    }

    /// Whether the command is there and succeeds.
    private static func run(_ command: String...) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
