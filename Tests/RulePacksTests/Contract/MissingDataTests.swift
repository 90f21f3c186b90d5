import Decisions
import PackTestKit
import Testing

/// Missing data: three values, never a silent no.
@Suite struct MissingDataTests {
    @Test("an optional field without a value is unknown, by its name", arguments: [
        ("n.ogrs2", "ogrs2"), ("n.risk_of_harm", "risk_of_harm"), ("n.needs.drugs", "needs"), ("n.sex", "sex"), ("n.managing_agency", "managing_agency"),
        ("n.engagement.offered", "engagement"), ("n.gang.name", "gang"), ("n.cohort.category", "cohort"), ("n.offences:count()", "offences"),
        ("#n.offences", "offences"), ("n.safeguarding", "safeguarding"), ("n.release_date", "release_date"), ("n.prison", "prison"),
    ])
    func unknown(expression: String, field: String) throws {
        #expect(try value(of: expression, ["offences": nil, "sex": nil]) == "unknown \(field)")
    }

    @Test("`has` asks first, and `get` gives a default", arguments: [
        (#"n:has "ogrs2""#, "true"), (#"n:has "ogrs3""#, "false"), (#"n:get("ogrs2", 0)"#, "82"), (#"n:get("ogrs3", 0)"#, "0"), (#"n:get("ogrs3")"#, "nil"),
        (#"n:has "gang""#, "false"), (#"n:has "cohort""#, "false"), (#"n:has "offences""#, "true"), (#"n:has "orders""#, "false"),
        (#"n:has "needs.drugs""#, "true"), (#"n:has "needs.ete""#, "false"), (#"n:has "engagement.offered""#, "false"),
        (#"n.needs:has "drugs""#, "true"), (#"n.needs:get("ete", 7)"#, "7"), (#"n:get("needs.ete", 7)"#, "7"), (#"n:get("needs.drugs", 7)"#, "2"),
        (#"n.offences[1]:has "value""#, "true"), (#"n.offences[1]:get("series", "-")"#, "-"), (#"n.offences[1]:has "convicted_on""#, "false"),
    ])
    func hasAndGet(expression: String, expected: String) throws {
        let nominal: TestNominal = [
            "ogrs2": "82", "needs": #"{"drugs":2}"#, "orders": nil,
            "offences": #"[{"type":"robbery","date":"2026-01-01","outcome":"convicted","value":5}]"#,
        ]
        let answer = try value(of: expression, nominal)
        #expect(answer == expected)
    }

    @Test("`has` of an order's end goes by both of its names", arguments: ["ends", "end"])
    func hasEnds(name: String) throws {
        let orders = #"[{"kind":"custody","start":"2024-01-01"},{"kind":"licence","start":"2025-01-01","end":"2027-01-01"}]"#
        let expression = #"tostring(n.orders[1]:has "\#(name)") .. tostring(n.orders[2]:has "\#(name)")"#
        #expect(try value(of: expression, ["orders": orders]) == "falsetrue")
    }

    @Test("a list left out is unknown, an empty one is known to be empty")
    func lists() throws {
        #expect(try value(of: "n.offences:count()") == "0")
        #expect(try value(of: "#n.offences") == "0")
        #expect(try value(of: "n.offences:any()", ["offences": nil]) == "unknown offences")
    }

    @Test("a value older than its maximum age counts as missing, with a warning", arguments: [
        ("2025-11-01", "82", 0), ("2025-10-31", "unknown ogrs2", 1), ("2026-11-01", "82", 0), (nil, "unknown ogrs2", 1),
    ] as [(String?, String, Int)])
    func stale(date: String?, expected: String, warnings: Int) throws {
        var pack = TestPack()
        pack.maxAge = #"ogrs2 = "12 months""#
        let nominal: TestNominal = ["ogrs2": "82", "ogrs2_date": date.map { "\"\($0)\"" }]
        #expect(try value(of: "n.ogrs2", nominal, pack: pack) == expected)
        pack.rules = #"selection { { "s", "S", when = function(n) return n.ogrs2 > 50 end } }"#
        let decision = try Decider(pack.load()).decide(nominal)
        #expect(decision.warnings("stale").count == warnings && decision.warnings.allSatisfy { $0.field == "ogrs2" })
        #expect(try value(of: #"n:has "ogrs2""#, nominal, pack: pack.with(rules: "")) == (warnings == 0 ? "true" : "false"))
    }

    @Test("a length of time may be in days, weeks, months and years", arguments: [
        ("30 days", "2026-10-02", true), ("30 days", "2026-10-01", false), ("2 weeks", "2026-10-18", true), ("2 weeks", "2026-10-17", false),
        ("1 year", "2025-11-01", true), ("1 year", "2025-10-31", false),
    ])
    func spans(age: String, date: String, isSeen: Bool) throws {
        var pack = TestPack()
        pack.maxAge = #"ogrs2 = "\#(age)""#
        #expect(try value(of: #"n:has "ogrs2""#, ["ogrs2": "82", "ogrs2_date": "\"\(date)\""], pack: pack) == "\(isSeen)")
    }

    @Test("a record is as old as its own date says", arguments: [("2026-05-01", "true"), ("2026-04-30", "false")])
    func staleRecord(date: String, isSeen: String) throws {
        var pack = TestPack()
        pack.maxAge = #"gang = "6 months""#
        let nominal: TestNominal = ["gang": #"{"name":"G","role":"core","last_confirmed":"\#(date)"}"#]
        #expect(try value(of: #"n:has "gang""#, nominal, pack: pack) == isSeen)
    }

    @Test("list items older than their maximum age are not seen")
    func staleItems() throws {
        var pack = TestPack()
        pack.maxAge = #"intelligence = "24 months""#
        let report = { (date: String) in #"{"date":"\#(date)","source":1,"assessment":"A","handling":"P","kind":"x"}"# }
        let nominal: TestNominal = ["intelligence": list(report("2024-10-31"), report("2024-11-01"), report("2026-01-01"))]
        #expect(try value(of: "n.intelligence:count()", nominal, pack: pack) == "2")
        #expect(try value(of: "#n.intelligence", nominal, pack: pack) == "2")
        #expect(try value(of: "n.intelligence[1].date", nominal, pack: pack) == "2024-11-01")
    }

    @Test("an event dated after the run is not seen by any rule", arguments: [
        ("n.offences:count()", "1"), ("#n.offences", "1"), ("n.offences:latest().date", "2026-11-01"), ("n.referrals:count()", "0"), ("n.reviews:count()", "0"),
        ("n.scores:count()", "0"), ("n.orders:count()", "0"), ("n.taskings:count()", "0"), ("n.intelligence:count()", "0"), ("n.linked_series:count()", "0"),
    ])
    func future(expression: String, expected: String) throws {
        let nominal: TestNominal = [
            "offences": list(offence(on: "2026-11-01"), offence(on: "2026-11-02")), "referrals": #"[{"service":"x","date":"2026-11-02","outcome":"pending"}]"#,
            "reviews": #"[{"date":"2026-11-02","outcome":"retain"}]"#, "scores": #"[{"date":"2026-11-02","matrix":"risk","score":1}]"#,
            "orders": #"[{"kind":"custody","start":"2026-11-02"}]"#, "taskings": #"[{"kind":"x","opened":"2026-11-02","status":"open"}]"#,
            "intelligence": #"[{"date":"2026-11-02","source":1,"assessment":"A","handling":"P","kind":"x"}]"#,
            "linked_series": #"[{"id":"L","date":"2026-11-02","status":"open"}]"#,
        ]
        let answer = try value(of: expression, nominal)
        #expect(answer == expected)
    }

    @Test("planned dates are seen", arguments: [
        ("n.release_date", "2027-01-04"), ("n.orders[1].ends", "2027-06-30"), (#"n.orders[1]["end"]"#, "2027-06-30"), ("n.taskings[1].due", "2027-02-01"),
    ])
    func planned(expression: String, expected: String) throws {
        let nominal: TestNominal = [
            "release_date": #""2027-01-04""#, "orders": #"[{"kind":"custody","start":"2026-01-01","end":"2027-06-30"}]"#,
            "taskings": #"[{"kind":"x","opened":"2026-10-01","due":"2027-02-01","status":"open"}]"#,
        ]
        let answer = try value(of: expression, nominal)
        #expect(answer == expected)
    }
}
