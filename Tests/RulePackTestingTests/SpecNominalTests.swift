import Testing

@Suite("a nominal in a spec")
struct SpecNominalTests {
    @Test(
        "says what is wrong with it",
        arguments: [
            ("nominal { ogsr2 = 82 }", "tests/one.lua:3: a nominal has no field `ogsr2`: did you mean `ogrs2`?"),
            ("nominal { offences = { { typ = \"robbery\" } } }", "an item of `offences` has no field `typ`: did you mean `type`?"),
            ("nominal { offences = { type = \"robbery\" } }", "`offences` is a list: put each item in braces of its own"),
            ("nominal { offences = \"robbery\" }", "`offences` is a list: write `offences = { { type = "),
            ("nominal { offences = { \"robbery\" } }", "each item of `offences` is a table with names"),
            ("nominal { needs = 2 }", "`needs` wants a table"), ("nominal { needs = { drug = 2 } }", "`needs` has no field `drug`: did you mean `drugs`?"),
            ("nominal { ogrs2 = { 1 } }", "`ogrs2` cannot be a table"), ("nominal { ogrs2 = print }", "`ogrs2` cannot be a function"),
            ("nominal { 5 }", "a nominal's values have names"), ("nominal(5)", "`nominal` wants a table"),
            ("nominal { [true] = 1 }", "a nominal's values have names"),
            ("evaluate(nominal { custody_status = \"prisn\" })", "the nominal is not valid: `custody_status` is `prisn`, and can only be"),
            ("evaluate(nominal { ogrs2 = 101 })", "the nominal is not valid: "),
            ("evaluate(nominal { offences = { { date = \"-2 monthss\" } } })", "the nominal is not valid: "),
            ("evaluate(nominal { borough = unknown })", "the nominal is not valid: `borough` is required and is left out"),
        ])
    func refused(body: String, message: String) async throws {
        let said = try await failure(of: body)
        #expect(said?.contains(message) == true, "\(said ?? "it passes")")
    }

    @Test("can be shared by tests, as can a table of which several are made")
    func shared() async throws {
        let before = """
            local base = nominal { age = 20 }
            local fields = { age = 20, ogrs2 = 60 }
            """
        let body = """
            expect(evaluate(base).class.readiness).is("young")
            expect(evaluate(nominal(fields)).score.sac).is(10)
            expect(evaluate(fields).score.sac).is(10)
            """
        #expect(try await failure(of: body, before: before) == nil)
    }

    @Test("takes the names that rules use, too")
    func aliases() async throws {
        let body = """
            local d = evaluate(nominal { here = {}, orders = { { kind = "community_order", start = "-1 years", ends = "+1 years", requirements = { "tag", "unpaid_work" } } } })
            expect(d.error).is_nothing()
            """
        #expect(try await failure(of: body) == nil)
    }
}
