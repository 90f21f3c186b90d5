import Decisions
import Testing

/// What the manifest and the files declare, against what the rules use.
@Suite("declared and used")
struct DeclaredAndReadTests {
    private let ageOnly = "criteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) return n.age > 3 end } } }"

    private func findings(
        _ rules: String, reads: String = "\"age\"", protected: String = "age = \"a test\"", parameters: String = "", more: String = "") throws -> [Finding] {
        var pack = TypedPack(rules)
        (pack.reads, pack.protected, pack.parameters, pack.more) = (reads, protected, parameters, more)
        pack.files["common/tools.lua"] = "return {}"
        return try pack.findings()
    }

    @Test("a field that `reads` leaves out is found where it is read", arguments: [
        ("return n.ogrs2 > 3", "`ogrs2` is not in the manifest's `reads`"),
        ("return n.offences:any { type = \"robbery\" }", "`offences.type` is not"),
        ("return n.offences:any { within = months(3) }", "`offences.date` is not"),
        ("return n.offences[1].type == \"robbery\"", "`offences.type` is not"),
        ("return n:has \"ogrs2\"", "`ogrs2` is not"),
        ("return n:get(\"needs.drugs\", 0) > 1", "`needs` is not"),
    ])
    func undeclared(body: String, says: String) throws {
        let rules = "criteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n)\n\(body) end } } }"
        let findings = try findings(rules, reads: "\"offences.outcome\"", protected: "").filter { $0.file == "rules.lua" }
        #expect(findings.first?.code == .undeclaredField && findings.first?.line == 2, "\(findings.map(\.text))")
        #expect(findings.first?.message.contains(says) == true, "\(findings.map(\.text))")
    }

    @Test("a part of a record wants its own reason where it is marked")
    func unjustified() throws {
        let rules = "criteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) return n.needs.mental_health > 0 and n.needs.drugs > 0 end } } }"
        let found = try findings(rules, reads: "\"needs\"", protected: "").filter { $0.severity == .error }
        #expect(found.map(\.code) == [.unjustifiedField])
        #expect(found.first?.message == "`needs.mental_health` is sensitive, and `protected` does not say why the pack reads it")
        #expect(try findings(rules, reads: "\"needs\"", protected: "[\"needs.mental_health\"] = \"a test\"").map(\.text) == [])
    }

    @Test("a field that no rule reads is a warning at its place in `reads`", arguments: [
        "\"age\", \"ogrs2\"", "\"age\", \"needs.drugs\"", "\"age\", \"offences\"", "\"age\", \"offences.type\"", "\"age\", \"engagement\"",
    ])
    func neverRead(reads: String) throws {
        let finding = try #require(try findings(ageOnly, reads: reads).first)
        #expect(finding.code == .neverRead && finding.severity == .warning && finding.file == "pack.lua", "\(finding.text)")
        #expect(finding.line == 5 && finding.column == 20, "\(finding.text)")
    }

    @Test("a field read in any way counts as read", arguments: [
        ("return n.ogrs2_date > as_of", "\"ogrs2\""), ("return n.ogrs2 > 3", "\"ogrs2_date\", \"ogrs2\""), ("return n:has \"needs.drugs\"", "\"needs.drugs\""),
        ("return #n.offences > 3", "\"offences\""), ("return n.offences:any { within = months(3) }", "\"offences.date\""),
        ("local o = n.offences[1] return o.type == \"robbery\"", "\"offences.type\""), ("return n.offences:sum(\"value\") > 3", "\"offences.value\""),
        ("local who = n.borough return n[who] == 3", "\"borough\", \"ogrs2\", \"offences.type\""),
        ("return n.needs.drugs > 1 and n.needs.ete > 1", "\"needs\""),
    ])
    func isRead(body: String, reads: String) throws {
        let rules = "criteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) \(body) end } } }"
        let found = try findings(rules, reads: reads, protected: "").filter { $0.severity != .note }
        #expect(found.map(\.text) == [])
    }

    @Test("what the host reads may be declared")
    func host() throws {
        let rules = """
            group "network" { title = "Network", link = { "co_offender" }, within = months(24) }
            tasking { { "t", "T", owner = "o", due = days(3), every = months(1), enforcement = true, when = function(n) return n.statutory end } }
            """
        let reads = "\"statutory\", \"cohort\", \"taskings\", \"associates\", \"gang.role\""
        #expect(try findings(rules, reads: reads, protected: "associates = \"a test\", [\"gang.role\"] = \"a test\", gang = \"a test\"").map(\.text) == [])
    }

    @Test("a large record of which rules read one part is a note that names the part")
    func onePart() throws {
        let rules = "criteria \"a\" { title = \"A\", all = { { \"a\", \"A\", function(n) return n.needs.drugs > 1 end } } }"
        let found = try findings(rules, reads: "\"needs\"", protected: "[\"needs.mental_health\"] = \"a test\", [\"needs.physical_health\"] = \"a test\"")
        #expect(found.map(\.severity) == [.note] && found.first?.code == .neverRead)
        #expect(found.first?.message == "of `needs` rules read `needs.drugs` only")
    }

    @Test("what is made and never used is a warning", arguments: [
        ("local function helper(n) return n.age end\n", 1, 16, "the function `helper` is never used"),
        ("local helper = function(n) return n.age end\n", 1, 7, "the function `helper` is never used"),
        ("function helper(n) return n.age end\n", 1, 10, "the function `helper` is never used"),
        ("local recent = filter { within = months(12) }\n", 1, 7, "the filter `recent` is never used"),
        ("local tools = require \"common.tools\"\n", 1, 7, "the module `tools` is never used"),
    ])
    func unused(line: String, number: Int, column: Int, says: String) throws {
        let found = try findings(line + ageOnly, more: "uses = { \"common.tools\" },").filter { $0.file == "rules.lua" }
        let finding = try #require(found.first)
        #expect(found.count == 1 && finding.code == .unused && finding.severity == .warning, "\(found.map(\.text))")
        #expect(finding.line == number && finding.column == column && finding.message == says, "\(finding.text)")
    }

    @Test("a parameter and a module that no file uses are warnings in the manifest")
    func unusedInManifest() throws {
        let found = try findings(ageOnly, parameters: "limit = { 3, title = \"Limit\" }", more: "uses = { \"common.tools\" },")
        #expect(found.map(\.code) == [.unused, .unused] && found.allSatisfy { $0.file == "pack.lua" && $0.severity == .warning }, "\(found.map(\.text))")
        #expect(found.first?.message == "no file loads the module `common.tools`" && found.last?.message == "no file uses the parameter `limit`")
        let used = ageOnly.replacing("> 3", with: "> param.limit")
        #expect(try findings(used, parameters: "limit = { 3, title = \"Limit\" }").map(\.text) == [])
        let computed = ageOnly.replacing("n.age > 3", with: "n.age > param[tostring(n.age)]")
        #expect(try findings(computed, parameters: "limit = { 3, title = \"Limit\" }").map(\.severity) == [.note])
    }
}
