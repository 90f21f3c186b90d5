import RulePackTesting
import RulePacks
import Testing

@Suite("a spec that means harm")
struct SpecSandboxTests {
    @Test(
        "comes to nothing, and the tests beside it run",
        arguments: [
            ("while true do end", "it runs for longer than one test may take"),
            ("local function f() return pcall(f) end f()", "too deeply"),
            ("local t = {} for i = 1, 1e9 do t[i] = i .. \"x\" end", "it needs more memory than one test may take"),
            ("local t = {} t.t = t nominal { needs = t }", "nested too deeply, or contains itself"),
            ("for i = 1, 1e9 do evaluate(nominal {}) end", "at most"), ("for i = 1, 1e9 do local x = expect(i).is end", "at most"),
            ("expect(io).is(1)", "`io` is not defined"), ("os.exit(1)", "`os` is not defined"), ("require \"common.other\"", "not inside a test"),
            ("debug.getinfo(1)", "`debug` is not defined"), ("local x = getmetatable(expect)", "`getmetatable` is not defined"),
            ("expect.x = 1", "cannot be set"), ("local x = expect.x", "the function `expect` has no `x`"), ("nominal {}()", "a nominal is not a function"),
            ("local x = #nominal {}", "a nominal has no length"), ("local x = nominal {} .. \"\"", "cannot be joined to text"),
            ("error { 1 }", "an error was raised with a table"), ("error(\"\\27[2J\")", "\u{1B}[2J"),
        ])
    func harm(body: String, message: String) async throws {
        let report = try await Camford(
            ["a.lua": "it(\"harms\", function()\n\(body)\nexpect(1).is(1) end)\nit(\"works\", function() expect(1).is(1) end)\n"]).report()
        #expect(report.results.map(\.status.rawValue) == ["failed", "passed"])
        #expect(report.messages.first?.contains(message) == true, "\(report.messages)")
    }

    @Test(
        "that does not load is one failed test, whatever is asked for",
        arguments: [
            ("it(\"x\", function() end", "tests/a.lua:1:"), ("os.exit()", "tests/a.lua:1: `os` is not defined"),
            ("while true do end", "tests/a.lua:1: it runs for longer than one test may take"), ("evaluate(nominal {})", "`evaluate` belongs inside `it`"),
            ("expect(1).is(1)", "`expect` belongs inside `it`"), ("it(\"x\")", "`it` wants a name and a function"),
            ("local rag = require \"common.rga\"", "the module `common.rga` is not in the manifest's `uses`"),
            ("nominal { ogsr2 = 1 }", "did you mean `ogrs2`?"),
            ("describe(\"group\", function() error(\"oh\") end)", "tests/a.lua:1: oh"), ("\u{1B}Lua", "compiled Lua"), ("local x <close> = nil", "`<close>`"),
        ])
    func broken(text: String, message: String) async throws {
        let report = try await Camford(["a.lua": text, "b.lua": "it(\"works\", function() expect(1).is(1) end)"]).report(filter: "works")
        #expect(report.results.map(\.status.rawValue) == ["failed", "passed"])
        #expect(report.messages.first?.contains(message) == true, "\(report.messages)")
    }

    @Test("its functions are not there for rules")
    func rules() throws {
        for name in ["expect", "evaluate", "nominal", "describe", "it", "cohort", "unknown", "property"] {
            let pack = try Camford(rules: "local x = \(name)\n").load()
            #expect(throws: (any Error).self, "\(name)") { try PackDecider(pack, asOf: pack.manifest.valid.from) }
        }
    }
}
