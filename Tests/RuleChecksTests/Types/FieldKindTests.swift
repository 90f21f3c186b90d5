import Decisions
import Testing

/// Rules in which one function is wrong, and what is found in it.
@Suite("names and kinds of values in functions")
struct FieldKindTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let body: String
        let code: FindingCode
        let column: Int
        let says: String
        var hint = ""
        var severity = Finding.Severity.error
        var testDescription: String { body }

        init(_ body: String, _ code: FindingCode, at column: Int, _ says: String, hint: String = "", _ severity: Finding.Severity = .error) {
            (self.body, self.code, self.column, self.says, self.hint, self.severity) = (body, code, column, says, hint, severity)
        }
    }

    /// The function's body stands on a line of its own.
    private func rules(_ body: String) -> String {
        """
        criteria "scope" { title = "Scope", all = { { "one", "One", function(n, d)
        \(body)
        end } } }
        matrix "sac" {
          title = "Score", range = { 0, 9 }, rows = { { "burglary", "Burglary", points = 1 }, { "drugs", "Drugs", points = 2 } },
          bands = { { "ppo", "PPO", from = 3 }, { "monitor", "Monitor" } },
        }
        matrix "plain" { title = "Plain", range = { 0, 9 }, rows = { { "one", "One", points = 1 } } }
        decision_table "tier" {
          title = "Tier", hit = "first", inputs = { { "ogrs", of = function(n) return n.ogrs3 end } },
          outputs = { { "tier", values = { "A", "B", "C" } } }, rows = { { ">= 75", "->", "A" }, { "-", "->", "B" } },
        }
        classification "readiness" {
          title = "Readiness", pick = "first",
          classes = { { "last_chance", "Last chance", when = function(n) return n.statutory end }, { "not_yet", "Not yet" } },
        }
        classification "pathways" {
          title = "Pathways", pick = "any", classes = { { "housing", "Housing", when = function(n) return n.statutory end } },
        }
        group "gang" { title = "Gang", key = function(n) return n.gang.name end }
        """
    }

    private func check(_ test: Case) throws {
        var pack = TypedPack(rules(test.body))
        pack.parameters = #"limit = { 3, title = "Limit" }, area = { { "Camford" }, title = "Area" }"#
        let findings = try pack.ruleFindings()
        let finding = try #require(findings.first { $0.code == test.code }, "\(findings.map(\.text))")
        #expect(finding.file == "rules.lua" && finding.line == 2 && finding.column == test.column, "\(finding.text)")
        #expect(finding.message.contains(test.says), "\(finding.text)")
        #expect(finding.hint?.contains(test.hint) ?? test.hint.isEmpty, "\(finding.text)")
        #expect(finding.severity == test.severity)
        #expect(findings.count == 1, "one mistake is reported once: \(findings.map(\.text))")
    }

    @Test("names that do not exist", arguments: [
        Case("return n.ogsr2 > 3", .unknownField, at: 10, "a nominal has no field `ogsr2`", hint: "did you mean `ogrs2`?"),
        Case("return n.needs.drug == 2", .unknownField, at: 16, "`needs` has no field `drug`", hint: "`drugs`"),
        Case("return n.date_of_birth == nil", .unknownField, at: 10, "rules do not see `date_of_birth`", hint: "read `age` instead"),
        Case("for _, o in ipairs(n.offences) do if o.typ == \"robbery\" then return true end end", .unknownField,
            at: 40, "an item of `offences` has no field `typ`", hint: "`type`"),
        Case("return n.offences[1].kind == \"robbery\"", .unknownField, at: 22, "an item of `offences` has no field `kind`"),
        Case("return n.offences:latest().dat > as_of", .unknownField, at: 28, "an item of `offences` has no field `dat`", hint: "`date`"),
        Case("return n:has \"ogsr2\"", .unknownField, at: 14, "a nominal has no field `ogsr2`", hint: "`ogrs2`"),
        Case("return n:get(\"needs.drug\", 0) == 2", .unknownField, at: 14, "`needs` has no field `drug`", hint: "`needs.drugs`"),
        Case("return n.release_date.moth == 2", .unknownField, at: 23, "a date has `year`, `month` and `day`", hint: "`month`"),
        Case("return n.offences:sum(\"valu\") > 3", .unknownField, at: 23, "an item of `offences` has no field `valu`", hint: "`value`"),
        Case("return ogrs2 > 3", .undefinedName, at: 8, "`ogrs2` is not defined"),
        Case("return ipars(n.offences) == nil", .undefinedName, at: 8, "`ipars` is not defined", hint: "`ipairs`"),
        Case("return n.ogrs2 >= param.limt", .undefinedName, at: 25, "there is no parameter `limt`", hint: "`limit`"),
        Case("return math.flor(n.ogrs2) > 3", .undefinedName, at: 13, "`math` has no `flor`", hint: "`floor`"),
        Case("return d.mett.scope", .unknownAnswer, at: 10, "the decision so far has no `mett`", hint: "`met`"),
        Case("return d.met.scop", .unknownAnswer, at: 14, "there are no criteria named `scop`", hint: "`scope`"),
        Case("return d.score.sca > 3", .unknownAnswer, at: 16, "there is no matrix named `sca`", hint: "`sac`"),
        Case("return d.band.plain == \"high\"", .unknownAnswer, at: 15, "there is no matrix with bands named `plain`"),
        Case("return d.row.sac.burglry > 3", .unknownAnswer, at: 18, "matrix `sac` has no row `burglry`", hint: "`burglary`"),
        Case("return d.table.teir == \"A\"", .unknownAnswer, at: 16, "there is no decision table named `teir`", hint: "`tier`"),
        Case("return d.class.readyness == \"not_yet\"", .unknownAnswer, at: 16, "there is no classification named `readyness`", hint: "`readiness`"),
        Case("return d.group.gang.sise > 3", .unknownAnswer, at: 21, "group `gang` has no `sise`", hint: "`size`"),
        Case("return d.group.gang:mean_score(\"sca\") > 3", .unknownAnswer, at: 32, "there is no matrix named `sca`", hint: "`sac`"),
    ])
    func names(_ test: Case) throws { try check(test) }

    @Test("values that can never be there", arguments: [
        Case("return n.custody_status == \"prison\"", .impossibleValue, at: 28, "`custody_status` is never `prison`", hint: "`custody`"),
        Case("return \"licnce\" ~= n.custody_status", .impossibleValue, at: 8, "`custody_status` is never `licnce`", hint: "did you mean `licence`?"),
        Case("return n:get(\"risk_of_harm\", \"low\") == \"hihg\"", .impossibleValue, at: 40, "`risk_of_harm` is never `hihg`", hint: "`high`"),
        Case("local role = n.gang.role return role == \"leader\"", .impossibleValue, at: 41, "`gang.role` is never `leader`"),
        Case("return d.band.sac == \"pppo\"", .impossibleValue, at: 22, "`d.band.sac` is never `pppo`", hint: "`ppo`"),
        Case("return d.class.readiness == \"ready\"", .impossibleValue, at: 29, "`d.class.readiness` is never `ready`", hint: "`not_yet`"),
        Case("return d.class.pathways[\"hosing\"]", .impossibleValue, at: 25, "`d.class.pathways` never holds `hosing`"),
        Case("return d.table.tier == \"D\"", .impossibleValue, at: 24, "`d.table.tier` is never `D`"),
        Case("return d.band.sac == d.class.readiness", .impossibleValue, at: 19, "never have a value in common"),
        Case("return n.mappa_level == 4", .impossibleValue, at: 25, "`mappa_level` is never 4", hint: "0 to 3"),
        Case("return n.needs.drugs == 1.5", .impossibleValue, at: 25, "`needs.drugs` is never 1.5"),
        Case("return n.ogrs2 == -1", .impossibleValue, at: 19, "`ogrs2` is never -1"),
        Case("return n.offences:any { type = \"burglry_dwelling\" }", .impossibleValue, at: 25,
            "`offences.type` is never `burglry_dwelling`", hint: "`burglary_dwelling`"),
        Case("return n.offences:any { type = { \"robbery\", \"arsn\" } }", .impossibleValue, at: 25, "`offences.type` is never `arsn`", hint: "`arson`"),
    ])
    func values(_ test: Case) throws { try check(test) }

    @Test("values of unlike kinds", arguments: [
        Case("return n.age == \"18\"", .unlikeKinds, at: 14, "`n.age` is a number and `\"18\"` is text: they are never equal",
            hint: "write `18` without quotes"),
        Case("return n.ogrs2 >= \"50\"", .unlikeKinds, at: 16, "they cannot be compared", hint: "without quotes"),
        Case("return n.release_date > \"2026-01-01\"", .unlikeKinds, at: 23, "`n.release_date` is a date", hint: "date(\"2026-01-01\")"),
        Case("return n.statutory == \"true\"", .unlikeKinds, at: 20, "true or false", hint: "without quotes"),
        Case("return n.statutory ~= 1", .unlikeKinds, at: 20, "they are always unequal"),
        Case("return n.offences > 3", .unlikeKinds, at: 19, "`n.offences` is a list and `3` is a number"),
        Case("return n.gang == true", .unlikeKinds, at: 15, "`n.gang` is a record"),
        Case("return n.gang > n.gang", .unlikeKinds, at: 15, "no order"),
        Case("return as_of - n.release_date > days(5)", .unlikeKinds, at: 31, "a length of time"),
        Case("return as_of - 5 > n.release_date", .unlikeKinds, at: 14, "a number cannot be taken from a date", hint: "`as_of - days(5)`"),
        Case("return n.offences:any { type = 3 }", .unlikeKinds, at: 25, "compares it with a number"),
        Case("return n.risk_of_harm >= \"medium\"", .unlikeKinds, at: 23, "letter by letter", .warning),
    ])
    func kinds(_ test: Case) throws { try check(test) }

    @Test("what a list cannot do", arguments: [
        Case("return n.offences:cout() > 3", .unknownVerb, at: 19, "a list has no `cout`", hint: "`count`"),
        Case("return n.offences.type == \"robbery\"", .unknownVerb, at: 19, "a list has no `type`"),
        Case("return n.offences:any { typ = \"robbery\" }", .unknownVerb, at: 25, "an item of `offences` has no field `typ`", hint: "`type`"),
        Case("return n.offences:any { min_type = \"robbery\" }", .unknownVerb, at: 25, "`type` has no order"),
        Case("return n.offences:any { within = 12 }", .unknownVerb, at: 25, "`within` wants a length of time", hint: "months(12)"),
        Case("return n.offences:any { from = \"2026-01-01\" }", .unknownVerb, at: 25, "`from` wants a date"),
        Case("return n.offences:count { at_least = 3 } > 3", .unknownVerb, at: 27, "`at_least` belongs to `all`"),
        Case("return n.offences:count(\"robbery\") > 3", .unknownVerb, at: 8, "`count` wants a filter, or conditions in braces, not text"),
        Case("return n.offences:sum(\"type\") > 3", .unknownVerb, at: 8, "`type` is not a number"),
        Case("return n.offences.count() > 3", .unknownVerb, at: 8, "called with a colon"),
        Case("return n.offences:any(filter { type = \"robbery\" })", .unknownVerb, at: 23, "no filter can be made"),
        Case("return n.scores:all { where = { matri = \"risk\" }, band = \"green\" }", .unknownVerb, at: 33, "an item of `scores` has no field `matri`"),
    ])
    func verbs(_ test: Case) throws { try check(test) }

    @Test("what is no function, or has no parts", arguments: [
        Case("return n.age(3)", .wrongType, at: 8, "`n.age` is a number, not a function"),
        Case("return n.age.years > 3", .wrongType, at: 14, "`n.age` is a number, which has no parts"),
        Case("return n.borough.name == \"x\"", .wrongType, at: 18, "`n.borough` is text, which has no `name`"),
        Case("return n.has(\"ogrs2\")", .wrongType, at: 8, "called with a colon"),
    ])
    func parts(_ test: Case) throws { try check(test) }

    @Test("a change of what outlives one person", arguments: [
        Case("n.age = 3 return true", .lastingChange, at: 3, "`n.age` cannot be set"),
        Case("d.met.scope = true return true", .lastingChange, at: 7, "cannot be set"),
        Case("count = 3 return true", .lastingChange, at: 1, "the global `count` cannot be set inside a rule", hint: "local count"),
    ])
    func changes(_ test: Case) throws { try check(test) }

    @Test("what cannot be followed is a note", arguments: [
        Case("local name = n.borough return n[name]", .notFollowed, at: 33, "which field of `n` is read cannot be told", hint: "write the name out", .note),
        Case("return n:has(n.borough)", .notFollowed, at: 8, "which field `has` asks for cannot be told", hint: "write the name out", .note),
        Case("return d.met[n.borough]", .notFollowed, at: 14, "which part of `d.met` is read cannot be told", hint: "write the name out", .note),
    ])
    func notes(_ test: Case) throws { try check(test) }
}
