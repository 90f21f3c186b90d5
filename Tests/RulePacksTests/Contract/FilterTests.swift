import Decisions
import PackTestKit
import Testing

/// Lists, their verbs and filters.
@Suite struct FilterTests {
    static let nominal: TestNominal = [
        "offences": list(
            offence("burglary_dwelling", "convicted", on: "2025-11-01"), offence("robbery", "charged", on: "2026-03-05"),
            offence("burglary_dwelling", "charged", on: "2025-10-31"),
            #"{"type":"theft_shop","date":"2026-08-01","outcome":"convicted","value":120.5,"series":"S1"}"#,
            #"{"type":"theft_other","date":"2026-09-01","outcome":"nfa","value":20,"convicted_on":"2026-09-30"}"#),
        "scores": #"[{"date":"2026-06-01","matrix":"risk","score":4,"band":"green","flags":["P","W"]},{"date":"2026-08-01","matrix":"sac","score":60,"band":"red"},{"date":"2026-10-01","matrix":"risk","score":9,"band":"green"}]"#,
    ]

    @Test("verbs with and without a filter", arguments: [
        ("n.offences:count()", "5"), ("n.offences:any()", "true"), ("n.offences:all()", "true"), ("n.offences:latest().type", "theft_other"),
        ("n.offences:earliest().date", "2025-10-31"), ("#n.offences", "5"), ("n.offences[1].date", "2025-10-31"), ("n.offences[5].type", "theft_other"),
        ("n.offences[6]", "nil"), ("n.offences[0]", "nil"), (#"n.offences:sum("value", { min_value = 0 })"#, "140.5"),
        (#"n.offences:sum("value", { series = "S1" })"#, "120.5"), (#"n.offences:sum("value", { type = "robbery" })"#, "unknown offences.value"),
        (#"n.offences:sum("value", { type = "arson" })"#, "0"), (#"n.offences:latest { type = "arson" }"#, "nil"),
        (#"n.offences:earliest { outcome = "charged" }.date"#, "2025-10-31"), (#"n.offences:latest { outcome = "charged" }.date"#, "2026-03-05"),
        (#"(function() local t = {} for i, o in ipairs(n.offences) do t[#t + 1] = i .. o.outcome end return table.concat(t, " ") end)()"#, "1charged 2convicted 3charged 4convicted 5nfa"),
    ])
    func verbs(expression: String, expected: String) throws {
        let answer = try value(of: expression, Self.nominal)
        #expect(answer == expected)
    }

    @Test("conditions of a filter", arguments: [
        (#"{ outcome = "convicted" }"#, "2"), (#"{ outcome = { "convicted", "nfa" } }"#, "3"), (#"{ outcome = "convicted", type = "theft_shop" }"#, "1"),
        ("{ within = months(12) }", "4"), ("{ within = days(365) }", "4"), ("{ within = days(364) }", "3"), ("{ within = years(1) }", "4"),
        (#"{ from = date("2026-03-05") }"#, "3"), (#"{ to = date("2026-03-05") }"#, "3"), (#"{ from = date("2026-03-05"), to = date("2026-03-05") }"#, "1"),
        (#"{ from = date("2026-01-01"), within = months(12) }"#, "3"), ("{ min_value = 120.5 }", "1"), ("{ max_value = 20 }", "1"),
        ("{ min_value = 20, max_value = 120 }", "1"), ("{ value = 20 }", "1"), (#"{ series = "S1" }"#, "1"), (#"{ min_convicted_on = date("2026-09-30") }"#, "1"),
        (#"{ min_convicted_on = date("2026-10-01") }"#, "0"), ("{}", "5"), (#"{ min_date = date("2026-08-01") }"#, "2"),
    ])
    func conditions(filter: String, count: String) throws {
        #expect(try value(of: "n.offences:count \(filter)", Self.nominal) == count)
        #expect(try value(of: "n.offences:count(made)", Self.nominal, before: "local made = filter \(filter)") == count)
    }

    @Test("a condition on words holds where one of them is the value", arguments: [("P", "1"), ("W", "1"), ("X", "0")])
    func words(flag: String, count: String) throws { #expect(try value(of: #"n.scores:count { flags = "\#(flag)" }"#, Self.nominal) == count) }

    @Test("in `all` the dates and `where` choose, and the other conditions must hold for each", arguments: [
        (#"{ where = { matrix = "risk" }, band = "green" }"#, "true"), (#"{ band = "green" }"#, "false"), (#"{ matrix = "risk", band = "green" }"#, "false"),
        (#"{ where = { matrix = "risk" }, band = "green", at_least = 2 }"#, "true"), (#"{ where = { matrix = "risk" }, band = "green", at_least = 3 }"#, "false"),
        (#"{ where = { matrix = "risk" }, band = "green", within = months(2), at_least = 2 }"#, "false"),
        (#"{ where = { matrix = "risk" }, band = "green", within = months(2), at_least = 1 }"#, "true"),
        (#"{ where = { matrix = "none" }, band = "green" }"#, "true"), (#"{ where = { matrix = "none" }, band = "green", at_least = 1 }"#, "false"),
        (#"{ where = { matrix = { "risk", "sac" } }, band = { "green", "red" } }"#, "true"), (#"{ where = { min_score = 5 }, band = "red" }"#, "false"),
        (#"{ where = { min_score = 10 }, band = "red" }"#, "true"), (#"{ where = { matrix = "risk" }, flags = "P" }"#, "false"),
        (#"{ from = date("2026-08-01"), to = date("2026-08-31"), matrix = "sac" }"#, "true"),
    ])
    func all(filter: String, expected: String) throws {
        #expect(try value(of: "n.scores:all \(filter)", Self.nominal) == expected)
        #expect(try value(of: "n.scores:all(made)", Self.nominal, before: "local made = filter \(filter)") == expected)
    }

    @Test("the dates meant are an item's own: the start of an order, the opening of a tasking", arguments: [
        ("n.orders:count { within = months(6) }", "1"), ("n.orders:latest().kind", "licence"), ("n.taskings:count { within = months(1) }", "1"),
        ("n.taskings:latest().kind", "b"), ("n.associates:count { within = months(12) }", "1"), ("n.associates:count()", "2"),
    ])
    func ownDates(expression: String, expected: String) throws {
        let nominal: TestNominal = [
            "orders": #"[{"kind":"licence","start":"2026-06-01","end":"2030-01-01"},{"kind":"custody","start":"2020-01-01","end":"2026-06-01"}]"#,
            "taskings": #"[{"kind":"b","opened":"2026-10-15","due":"2026-10-20","status":"done"},{"kind":"a","opened":"2026-01-01","due":"2026-12-31","status":"open"}]"#,
            "associates": #"[{"id":"N-2","kind":"family"},{"id":"N-3","kind":"gang","date":"2026-01-01"}]"#,
        ]
        let answer = try value(of: expression, nominal)
        #expect(answer == expected)
    }

    @Test("reports assessed E count only where a filter names them", arguments: [
        ("n.intelligence:count()", "1"), ("#n.intelligence", "1"), (#"n.intelligence:count { assessment = "E" }"#, "1"),
        (#"n.intelligence:count { assessment = { "A", "E" } }"#, "2"), (#"n.intelligence:count { assessment = { "A", "B" } }"#, "1"),
        ("n.intelligence:count { within = months(12) }", "1"), ("n.intelligence:latest().assessment", "A"),
        (#"n.intelligence:latest { assessment = "E" }.kind"#, "drugs"),
        (#"n.intelligence:all { assessment = "A" }"#, "true"), (#"n.intelligence:count { kind = "drugs" }"#, "0"),
    ])
    func assessedE(expression: String, expected: String) throws {
        let nominal: TestNominal = [
            "intelligence": #"[{"date":"2026-09-01","source":1,"assessment":"A","handling":"P","kind":"burglary"},{"date":"2026-10-01","source":2,"assessment":"E","handling":"P","kind":"drugs"}]"#,
        ]
        let answer = try value(of: expression, nominal)
        #expect(answer == expected)
    }

    @Test("a lone grade is taken as the assessment")
    func grade() throws {
        let nominal: TestNominal = ["intelligence": #"[{"date":"2026-09-01","grade":"E","kind":"burglary"},{"date":"2026-09-02","grade":"B"}]"#]
        #expect(try value(of: #"n.intelligence:count() .. n.intelligence[1].assessment"#, nominal) == "1B")
    }

    @Test("text of a report handled C appears in no reason", arguments: [("C", "rests on a report whose content may not be shown"), ("P", "last report: drugs")])
    func withheld(handling: String, because: String) throws {
        let nominal: TestNominal = [
            "intelligence": #"[{"date":"2026-09-01","source":1,"assessment":"A","handling":"\#(handling)","kind":"drugs"}]"#,
        ]
        let decision = try decide("""
            matrix "m" { title = "M", range = { 0, 9 }, rows = { { "r", "R", max = 9, points = function(n) return 1, "last report: " .. n.intelligence:latest().kind end } } }
            selection { { "s", "S", when = function(n) return n.intelligence:any() end, because = function(n) return "last report: " .. n.intelligence:latest().kind end } }
            tasking { { "t", "T", owner = "o", because = function(n) return "last report: " .. n.intelligence:latest().kind end } }
            """, nominal)
        #expect(decision.matrix("m")?.row("r")?.because == because)
        #expect(decision.recommendation.because == [because] && decision.taskings.first?.because == because)
    }

    @Test("text of a report handled C appears in no trace, no error and no group's key", arguments: [
        ("C", "withheld: a rule read a report whose content may not be shown"), ("P", "saw drugs"),
    ])
    func withheldElsewhere(handling: String, trace: String) async throws {
        let nominal: TestNominal = [
            "intelligence": #"[{"date":"2026-09-01","source":1,"assessment":"A","handling":"\#(handling)","kind":"drugs"}]"#,
        ]
        let printed = try decide(#"selection { { "s", "S", when = function(n) print("saw " .. n.intelligence[1].kind) return true end } }"#, nominal)
        #expect(printed.trace == [trace])
        let failed = try decide(#"selection { { "s", "S", when = function(n) error("saw " .. n.intelligence[1].kind) end } }"#, nominal)
        #expect(failed.error?.code == "lua_error" && failed.error?.message.contains("drugs") == (handling == "P"))
        #expect(failed.recommendation.because.joined().contains("drugs") == (handling == "P"))
        let pack = try TestPack(#"group "g" { title = "G", key = function(n) return n.intelligence[1].kind end }"#).load()
        let record = try await RanCohort(pack, [nominal.line]).records()["N-0001"]
        #expect(record?.groups["g"] == Record.Group(key: handling == "P" ? "drugs" : nil, size: 1))
    }

    @Test("a condition may be a list parameter")
    func parameter() throws {
        var pack = TestPack()
        pack.parameters = #"kinds = { { "robbery", "theft_shop" }, title = "Kinds" }"#
        let answer = try value(of: "n.offences:count { type = param.kinds } .. n.offences:count(made)", Self.nominal, pack: pack, before: "local made = filter { type = param.kinds }")
        #expect(answer == "22")
    }

    @Test("a filter that can match nothing is an error with the nearest name", arguments: [
        (#"n.offences:count { outcom = "convicted" }"#, "an item of `offences` has no field `outcom`: did you mean `outcome`?"),
        (#"n.offences:count { outcome = "convictd" }"#, "`outcome` is never `convictd`: did you mean `convicted`?"),
        (#"n.offences:count { outcome = 3 }"#, "`outcome` is never a number: it is one of `convicted`, `charged`, `arrested`, `cautioned`, `tic`, `nfa`"),
        ("n.offences:count { within = 12 }", "the filter's `within` wants a length of time, as in `within = months(12)`"),
        (#"n.offences:count { from = "2026-01-01" }"#, #"the filter's `from` wants a date, as in `from = date("2026-01-31")`"#),
        ("n.offences:count { min_type = 3 }", "`type` has no order: `min_type` and `max_type` work on numbers and dates"),
        ("n.offences:all { at_least = -1 }", "the filter's `at_least` wants a whole number"),
        (#"n.offences:sum("type")"#, "`type` is not a number, so it has no sum"),
        ("n.offences:count(3)", "`count` wants a filter, or conditions in braces, not a number"),
    ])
    func wrongFilter(expression: String, message: String) throws {
        let answer = try value(of: expression, Self.nominal)
        #expect(answer == "error: " + message)
    }
}
