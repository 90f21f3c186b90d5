import Decisions
import PackTestKit
import Testing

/// What rules may read of a nominal, and what they are told where they may not.
@Suite struct NominalReadingTests {
    @Test("age is whole years on the date of the run", arguments: [
        ("2008-11-01", "2026-11-01", "18"), ("2008-11-02", "2026-11-01", "17"), ("2008-10-31", "2026-11-01", "18"),
        ("2008-02-29", "2026-02-28", "17"), ("2008-02-29", "2026-03-01", "18"), ("2008-02-29", "2028-02-29", "20"), ("2008-02-29", "2028-02-28", "19"),
    ])
    func age(born: String, asOf: String, age: String) throws {
        #expect(try value(of: "n.age", ["date_of_birth": "\"\(born)\""], asOf: day(asOf)) == age)
    }

    @Test("every kind of field is a plain Lua value", arguments: [
        ("n.borough", "Camden"), ("n.convictions_total", "3"), ("math.type(n.convictions_total)", "integer"), ("n.ogrs2", "82.5"), ("n.ogrs3", "77"),
        ("n.statutory", "false"), ("n.custody_status", "none"), ("n.sex", "male"), ("n.needs.drugs", "2"), ("n.gang.role", "core"),
        ("n.release_date", "2027-01-04"), ("n.cohort.category", "ppo"), ("n.engagement.attended", "7"), ("n.mappa_level", "2"), ("type(n.release_date)", "userdata"),
    ])
    func kinds(expression: String, expected: String) throws {
        let nominal: TestNominal = [
            "ogrs2": "82.5", "ogrs3": "77", "needs": #"{"drugs":2}"#, "gang": #"{"name":"G","role":"core"}"#, "release_date": #""2027-01-04""#,
            "cohort": #"{"category":"ppo","since":"2025-01-01"}"#, "mappa_level": "2",
            "engagement": #"{"offered":9,"attended":7,"last_contact":"2026-10-01"}"#,
        ]
        let answer = try value(of: expression, nominal)
        // What `type` calls a date is the host's affair, so long as it is not a plain table or text.
        if expression.hasPrefix("type(") { #expect(!["table", "string", "number", "nil"].contains(answer)) } else { #expect(answer == expected) }
    }

    @Test("other spellings of a file are one value in rules", arguments: [
        ("sex", #""F""#, "female"),
        ("sex", #""M""#, "male"),
        ("sex", #""unknown""#, "unknown sex"),
        ("ethnicity", #""O1""#, "A4"),
        ("ethnicity", #""W1""#, "W1"),
        ("ethnicity", #""NS""#, "NS"),
    ])
    func spellings(field: String, json: String, expected: String) throws {
        let answer = try value(of: "n.\(field)", TestNominal.neutral.with(field, json))
        #expect(answer == expected)
    }

    @Test("requirements of an order are words, and a condition on one of them holds")
    func requirements() throws {
        let orders = #"[{"kind":"community_order","start":"2026-01-01","requirements":["drr","curfew"]}]"#
        #expect(try value(of: #"n.orders[1].requirements .. n.orders:count { requirements = "drr" } .. n.orders:count { requirements = "atr" }"#, ["orders": orders]) == "drr curfew10")
    }

    @Test("a field outside `reads` is an error with file and line that says what to do")
    func undeclared() throws {
        var pack = TestPack("selection { { \"s\", \"S\",\n  when = function(n)\n    return n.ogrs2 > 5 end } }")
        pack.reads = #""borough""#
        pack.protected = ""
        let error = try Decider(pack.load()).decide(TestNominal.neutral).error
        #expect(error?.code == "undeclared_field" && error?.file == "rules.lua" && error?.line == 3 && error?.rule == "selection.s")
        #expect(error?.message == "`ogrs2` is not in the manifest's `reads`: add it there to read it")
    }

    @Test("a field that does not exist is an error with the nearest name", arguments: [
        ("n.ogsr2", "a nominal has no field `ogsr2`: did you mean `ogrs2`?"), ("n.needs.drug", "`needs` has no field `drug`: did you mean `drugs`?"),
        ("n.offences[1].typ", "an item of `offences` has no field `typ`: did you mean `type`?"),
        ("n.offences:cuont()", "a list has no `cuont`: it has `count`, `any`, `all`, `latest`, `earliest` and `sum`"),
        ("n.date_of_birth", "rules do not see `date_of_birth`: read `age` instead"), ("n[1]", "a nominal has no field `number`"),
        (#"n:has "ogsr2""#, "a nominal has no field `ogsr2`: did you mean `ogrs2`?"),
    ])
    func unknownName(expression: String, message: String) throws {
        let nominal: TestNominal = ["needs": "{}", "offences": list(offence(on: "2026-01-01"))]
        let answer = try value(of: expression, nominal)
        #expect(answer == "error: " + message)
    }

    @Test("writing is an error", arguments: ["n.age = 3", "n.offences[1] = nil", "n.offences[1].type = \"x\"", "d.met = {}", "param.x = 1", "n.needs.drugs = 1"])
    func writes(statement: String) throws {
        var pack = TestPack("selection { { \"s\", \"S\", when = function(n, d)\n  \(statement)\n return true end } }")
        pack.parameters = #"x = { 1, title = "X" }"#
        let decision = try Decider(pack.load()).decide(["needs": "{}", "offences": list(offence(on: "2026-01-01"))] as TestNominal)
        #expect(decision.error?.code == "read_only" && decision.error?.line == 2)
    }

    @Test("`reads` of a record covers its parts, but a sensitive part needs a key of its own", arguments: [
        (#""needs""#, "", "n.needs.drugs", "1"),
        (#""needs.drugs""#, "", "n.needs.drugs", "1"),
        (#""needs.drugs""#, "", "n.needs.ete", "error: `needs.ete` is not in the manifest's `reads`: add it there to read it"),
        (#""needs""#, "", "n.needs.mental_health", "error: `needs.mental_health` is sensitive: to read it, add `[\"needs.mental_health\"] = \"why\"` to the manifest's `protected`"),
        (#""needs""#, #"["needs.mental_health"] = "why""#, "n.needs.mental_health", "2"),
        (#""offences.type""#, "", "n.offences[1].type", "robbery"),
        (#""offences.type""#, "", "n.offences[1].outcome", "error: `offences.outcome` is not in the manifest's `reads`: add it there to read it"),
    ])
    func parts(reads: String, protected: String, expression: String, expected: String) throws {
        var pack = TestPack()
        (pack.reads, pack.protected) = (reads, protected)
        let nominal: TestNominal = ["needs": #"{"drugs":1,"ete":1,"mental_health":2}"#, "offences": list(offence("robbery", on: "2026-01-01"))]
        let answer = try value(of: expression, nominal, pack: pack)
        #expect(answer == expected)
    }

    @Test("`ogrs2` in `reads` brings `ogrs2_date`")
    func bringsDate() throws {
        var pack = TestPack()
        (pack.reads, pack.protected) = (#""ogrs2""#, "")
        #expect(try value(of: "n.ogrs2_date", ["ogrs2": "5", "ogrs2_date": #""2026-02-03""#], pack: pack) == "2026-02-03")
        #expect(try value(of: "n.ogrs3_date", [:], pack: pack).hasPrefix("error: `ogrs3_date` is not"))
    }

    @Test("a record lists the fields that were looked at, sorted, parts by their paths")
    func reads() throws {
        let decision = try decide("""
            local f = filter { type = "robbery" }
            criteria "c" { title = "C", all = { { "a", "A", function(n) return n.statutory or n.borough == "x" end }, { "b", "B", function(n) return n.offences:any(f) end } } }
            selection { { "s", "S", when = function(n, d) return d.met.c or n:has "ogrs2" or n.age > 99 end } }
            """)
        #expect(decision.reads == ["age", "borough", "offences.type", "ogrs2", "statutory"])
    }

    @Test("a field that no rule reached is not among the reads")
    func notReached() throws {
        #expect(try decide(#"selection { { "s", "S", when = function(n) return n.convictions_total > 99 and n.age > 1 end } }"#).reads == ["convictions_total"])
    }

    @Test("a record of one nominal kept for the next is an error, not the other's data")
    func keptRecord() throws {
        let decision = try decide("""
            local kept = {}
            selection { { "s", "S", when = function(n) kept[1] = n return true end } }
            """)
        #expect(decision.error?.code == "read_only")
    }
}
