import Testing

@Suite("a cohort in a spec")
struct SpecCohortTests {
    private static let people = """
        local function burglar(k, more)
          local offences = {}
          for i = 1, k do offences[i] = { type = "burglary_dwelling", outcome = "convicted", date = "-1 months" } end
          local fields = { ogrs2 = 90, offences = offences, gang = { name = "Reds" } }
          for name, value in pairs(more or {}) do fields[name] = value end
          return nominal(fields)
        end
        """

    @Test(
        "is decided together, with groups and places",
        arguments: [
            "expect(c[1]).is_placed() expect(c[2]).is_displaced() expect(c[3]).is_placed()",
            "expect(c[2].recommendation.action).is(\"monitor\") expect(c[2]).has_reason(\"allocation\")",
            "expect(c[1].allocation.rank).is(2) expect(c[3].allocation.outcome).is(\"placed\") expect(c[1].allocation.kept).is(false)",
            "expect(c[1].group.gang.size).is(3)", "expect(#c).is(3) expect(c[4]).is_nothing()",
            "expect(c[1].nominal).is(\"N-0001\") expect(c[\"B\"].allocation.rank).is(1)",
            "local later = evaluate(c, { as_of = \"2028-11-01\" }) expect(later[1].score.sac).is(92) expect(later[1].as_of).is(\"2028-11-01\")",
            "local again = evaluate(c) expect(again[1].as_of).is(\"2026-10-01\")",
            "local alone = evaluate(burglar(3)) expect(alone.group.gang.size).is(1) expect(alone.allocation).is_nothing()",
        ])
    func together(body: String) async throws {
        let setUp = "local c = cohort { burglar(3), burglar(3), burglar(4, { id = \"B\" }) }\n"
        #expect(try await failure(of: setUp + body, before: SpecCohortTests.people) == nil)
    }

    @Test(
        "says what is wrong with it",
        arguments: [
            ("local c = cohort { nominal { id = \"A\" }, nominal { id = \"A\" } } expect(c[1]).is_placed()", "two nominals of the cohort have the id `A`"),
            ("local c = cohort { nominal { ogrs2 = 200 } } expect(c[1]).is_placed()", "number 1 of the cohort: the nominal is not valid"),
            ("local c = cohort { nominal {} } expect(c).is(1)", "`expect` wants one decision of the cohort, as in `expect(c[1])`"),
            ("local c = cohort { nominal {} } expect(c[\"N-0002\"]).is(1)", "there is no nominal `N-0002` in the cohort: did you mean `N-0001`?"),
            ("local c = cohort { nominal {}, on = 1 }", "a cohort holds nominals and `as_of`, and no `on`"), ("local c = cohort(5)", "`cohort` wants nominals"),
            ("local c = cohort { 5 }", "a nominal is wanted here"), ("expect(cohort { nominal {} }[1]).is_placed()", "this person does not ask for one"),
        ])
    func refused(body: String, message: String) async throws {
        let said = try await failure(of: body)
        #expect(said?.contains(message) == true, "\(said ?? "it passes")")
    }
}
