import Decisions
import LuaSyntax
import Notation
import RuleChecks
import TestSupport
import Testing

@Suite("Fixing a pack")
struct PackFixerTests {
    /// What becomes of one file of a pack.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        var file = "pack.lua"
        var files: [String: String]
        /// The file afterwards, as far as it was given; nil where nothing is changed.
        let after: String?
        var testDescription: String { name }
    }

    /// One criterion with a condition.
    static func criterion(_ condition: String, before: String = "") -> String {
        "\(before)criteria \"c\" { title = \"C\", all = { { \"r\", \"R\", function(n, d) return \(condition) end } } }\n"
    }

    private static let readsAge = criterion("n.age > 20")
    private static let readsOGRS = criterion("n.ogrs2 > 50")

    static let cases: [Case] = [
        Case(
            name: "a misspelt field of `reads`", files: ["pack.lua": "reads = { \"ogsr2\" },\n", "rules.lua": readsOGRS], after: "reads = { \"ogrs2\" },\n"),
        Case(
            name: "a misspelt key of a rule", file: "rules.lua", files: ["rules.lua": "selection {\n  { \"a\", \"A\", categry = \"x\" },\n}\n"],
            after: "selection {\n  { \"a\", \"A\", category = \"x\" },\n}\n"),
        Case(
            name: "a misspelt key in brackets", file: "rules.lua", files: ["rules.lua": "selection {\n  { \"a\", \"A\", [\"categry\"] = \"x\" },\n}\n"],
            after: "selection {\n  { \"a\", \"A\", [\"category\"] = \"x\" },\n}\n"),
        Case(
            name: "a misspelt hit policy", file: "rules.lua",
            files: [
                "rules.lua":
                    "decision_table \"t\" { title = \"T\", hit = \"frist\", inputs = { { \"a\", of = function(n) return n.arrests_total end } }, outputs = { { \"o\" } }, rows = { { \"-\", \"->\", 1 } } }\n"
            ],
            after:
                "decision_table \"t\" { title = \"T\", hit = \"first\", inputs = { { \"a\", of = function(n) return n.arrests_total end } }, outputs = { { \"o\" } }, rows = { { \"-\", \"->\", 1 } } }\n"),
        Case(
            name: "a reason that justifies nothing, on a line of its own",
            files: ["pack.lua": "reads = {},\nprotected = {\n  age = \"x\",\n},\n"], after: "reads = {},\nprotected = {\n},\n"),
        Case(
            name: "a reason that justifies nothing, last on its line",
            files: ["pack.lua": "reads = { \"age\" },\nprotected = { age = \"x\", sex = \"y\" },\n", "rules.lua": readsAge],
            after: "reads = { \"age\" },\nprotected = { age = \"x\" },\n"),
        Case(
            name: "a reason that justifies nothing, first on its line",
            files: ["pack.lua": "reads = { \"age\" },\nprotected = { sex = \"y\", age = \"x\" },\n", "rules.lua": readsAge],
            after: "reads = { \"age\" },\nprotected = { age = \"x\" },\n"),
        Case(
            name: "a misspelt value in a filter at the top of a file", file: "rules.lua",
            files: ["rules.lua": criterion("n.offences:any(f)", before: "local f = filter { type = \"robery\" }\n")],
            after: criterion("n.offences:any(f)", before: "local f = filter { type = \"robbery\" }\n")),
        Case(
            name: "a misspelt condition further down in a filter", file: "rules.lua",
            files: ["rules.lua": criterion("n.offences:any(f)", before: "local f = filter {\n  outcome = \"convicted\",\n  typ = \"robbery\",\n}\n")],
            after: criterion("n.offences:any(f)", before: "local f = filter {\n  outcome = \"convicted\",\n  type = \"robbery\",\n}\n")),
        Case(
            name: "a misspelt value in a list above its filter", file: "rules.lua",
            files: ["rules.lua": criterion("n.offences:any(f)", before: "local kinds = { \"arson\", \"robery\" }\nlocal f = filter { type = kinds }\n")],
            after: criterion("n.offences:any(f)", before: "local kinds = { \"arson\", \"robbery\" }\nlocal f = filter { type = kinds }\n")),
        Case(
            name: "a misspelt value that stands twice on its line is left alone", file: "rules.lua",
            files: ["rules.lua": criterion("n.offences:any(f)", before: "local g, f = \"robery\", filter { type = \"robery\" }\n")],
            after: nil),
        Case(
            name: "a misspelt part in a path with dots", file: "rules.lua", files: ["rules.lua": criterion("n.needs.alcohol > 1 and n:has \"needs.drgs\"")],
            after: criterion("n.needs.alcohol > 1 and n:has \"needs.drugs\"")),
        Case(name: "a name that two are equally near is left alone", files: ["pack.lua": "reads = { \"ogrs\" },\n"], after: nil),
        Case(name: "a field that would need a reason is not put in its place", files: ["pack.lua": "reads = { \"ethnicty\" },\n"], after: nil),
        Case(name: "what has no fix", files: ["pack.lua": "reads = {},\nvalid = { from = \"x\" },\n"], after: nil),
        Case(
            name: "one fix that has to be left out does not hold up another",
            files: ["pack.lua": "reads = { \"ethnicty\", \"ogsr2\" },\n", "rules.lua": readsOGRS], after: "reads = { \"ethnicty\", \"ogrs2\" },\n"),
        Case(
            name: "a fix that brings to light what has a fix of its own", file: "rules.lua",
            files: ["pack.lua": "reads = { \"ogsr2\" },\n", "rules.lua": "selection {\n  { \"a\", \"A\", categry = \"x\" },\n}\n"],
            after: "selection {\n  { \"a\", \"A\", category = \"x\" },\n}\n"),
        Case(
            name: "a fix that brings to light what has none is left out",
            files: ["pack.lua": "reads = { \"ogsr2\" },\n", "rules.lua": "selection {\n  { \"a\" },\n}\n"], after: nil),
    ]

    @Test("keeps what brings nothing new to light", arguments: cases)
    func fixes(example: Case) throws {
        let pack = try SnippetPack(example.files)
        let before = pack.checked()
        let fixer = pack.fixed()
        let text = fixer.files[example.file].map { String(decoding: $0, as: UTF8.self) }
        guard let after = example.after else {
            #expect(fixer.files.isEmpty, "\(fixer.applied.map(\.text))")
            #expect(fixer.checked.findings == before.findings)
            return
        }
        #expect(text?.contains(after) == true, "\(text ?? "nothing")")
        #expect(fixer.checked.findings.count < before.findings.count)
        #expect(try pack.place.read("camford/\(example.file)").contains(example.files[example.file] ?? ""), "nothing is written")
        #expect(fixer.applied.allSatisfy { $0.line > 0 && $0.column > 0 })
    }

    /// What stands in rules, as it is and as it is mended.
    static let misspelt: [(code: FindingCode, line: String, after: String, before: String)] = [
        (.unknownField, "n.ogsr2 > 50", "n.ogrs2 > 50", ""),
        (.unknownField, "n:has \"ogsr2\" and n.ogrs2 > 50", "n:has \"ogrs2\" and n.ogrs2 > 50", ""),
        (.unknownField, "n.offences:sum(\"valeu\") > 5", "n.offences:sum(\"value\") > 5", ""),
        (.unknownField, "n.release_date.yaer > 2026", "n.release_date.year > 2026", ""),
        (.undefinedName, "n.ogrs2 > param.limt", "n.ogrs2 > param.limit", ""),
        (.unknownAnswer, "d.met.scpoe", "d.met.scope", scope),
        (.unknownAnswer, "d.bnad.sac == \"high\"", "d.band.sac == \"high\"", matrix),
        (.unknownAnswer, "d.row.sac.histroy > 5", "d.row.sac.history > 5", matrix),
        (.unknownAnswer, "d.group.gang:mean_score \"sca\" > 5", "d.group.gang:mean_score \"sac\" > 5", matrix + group),
        (.impossibleValue, "n.custody_status == 'custoddy'", "n.custody_status == 'custody'", ""),
        (.impossibleValue, "\"hihg\" == d.band.sac", "\"high\" == d.band.sac", matrix),
        (.impossibleValue, "n.offences:any { type = \"robery\" }", "n.offences:any { type = \"robbery\" }", ""),
        (.impossibleValue, "n.offences:any { type = { \"arson\", \"robery\" } }", "n.offences:any { type = { \"arson\", \"robbery\" } }", ""),
        (.unknownVerb, "n.offences:cuont() > 5", "n.offences:count() > 5", ""),
        (.unknownVerb, "n.offences:any { otcome = \"convicted\" }", "n.offences:any { outcome = \"convicted\" }", ""),
        (.unknownVerb, "n.offences:any { min_vlaue = 5 }", "n.offences:any { min_value = 5 }", ""),
    ]

    private static let scope = "criteria \"scope\" { title = \"Scope\", all = { { \"s\", \"S\", function(n) return n.statutory end } } }\n"
    private static let matrix = """
        matrix "sac" { title = "SAC", range = { 0, 20 }, rows = { { "history", "History", points = 10, when = function(n) return n.statutory end } },
          bands = { { "high", "High", from = 10 }, { "low", "Low" } } }

        """
    private static let group = "group \"gang\" { title = \"Gang\", key = function(n) return n.gang.name end }\n"

    @Test("corrects the one name that is near, wherever rules misspell one", arguments: misspelt)
    func rules(code: FindingCode, line: String, after: String, before: String) throws {
        let meant = PackFixerTests.criterion(after, before: before)
        let right = try SnippetPack([
            "rules.lua": meant, "pack.lua": after.contains("param") ? "parameters = { limit = { 60, title = \"Limit\" } },\n" : "",
        ])
        #expect(right.checked().findings.map(\.text) == [])
        try right.write(PackFixerTests.criterion(line, before: before), to: "rules.lua")
        #expect(right.checked().findings.contains { $0.code == code && $0.fix != nil }, "\(right.checked().findings.map(\.text))")
        let fixer = right.fixed()
        #expect(fixer.checked.findings.map(\.text) == [])
        #expect(fixer.files.mapValues { String(decoding: $0, as: UTF8.self) } == ["rules.lua": meant])
    }

    @Test("a name in a rule that two are equally near is left to people")
    func doubtful() throws {
        let fixer = try SnippetPack(["rules.lua": PackFixerTests.criterion("n.ogrs > 50")]).fixed()
        #expect(fixer.checked.findings.map(\.code) == [.unknownField])
        #expect(fixer.files.isEmpty && fixer.withheld.isEmpty)
    }

    @Test("leaves baselines and modules alone")
    func baselines() throws {
        let pack = try SnippetPack([
            "pack.lua": "extends = \"oxbridge\",\n", "../oxbridge/pack.lua": "reads = { \"borough\" },\nprotected = { age = \"x\" },\n",
        ])
        #expect(pack.checked().findings.map(\.code) == [.needlessJustification])
        #expect(pack.checked().findings[0].fix != nil)
        let fixer = pack.fixed()
        #expect(fixer.files.isEmpty && fixer.applied.isEmpty)
    }

    @Test("says what a fix that was left out would have brought")
    func withheld() throws {
        let fixer = try SnippetPack(["pack.lua": "reads = { \"ethnicty\" },\n"]).fixed()
        #expect(fixer.withheld.count == 1)
        #expect(fixer.withheld.first?.because?.code == .unjustifiedField)
        #expect(fixer.withheld.first?.fix.replacement == "ethnicity")
    }

    @Test(
        "a change is shown on one line",
        arguments: [
            ("ogsr2", "ogrs2", "pack.lua:2:3: `ogsr2` → `ogrs2`"), ("", ", \"age\"", "pack.lua:2:3: put in `\"age\"`"),
            ("  age =\n    \"x\",\n", "", "pack.lua:2:3: took out `age = \"x\"`"),
        ])
    func text(was: String, replacement: String, shown: String) {
        #expect(FindingFix(file: "pack.lua", bytes: 0..<was.utf8.count, was: was, replacement: replacement, line: 2, column: 3).text == shown)
    }
}
