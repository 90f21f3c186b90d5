import Cohorts
import Decisions
import PackTestKit
import RulePacks
import Testing

/// Fields that a borough adds in `fields.lua`.
@Suite struct LocalFieldTests {
    private func pack() -> TestPack {
        var pack = TestPack()
        pack.fields = """
            return { rough_sleeping = { "bool", title = "Sleeping rough", sensitive = true },
              housing = { "enum", title = "Housing", values = { "settled", "temporary", "none" } },
              visits = { "list", title = "Visits", of = { date = "date", kind = "string" } },
              nights = { "int", title = "Nights" }, share = { "percent", title = "Share" }, cost = { "number", title = "Cost" },
              worker = { "string", title = "Worker" }, seen = { "date", title = "Seen" } }
            """
        pack.protected += #", ["local.rough_sleeping"] = "a test""#
        return pack
    }

    private static let nominal: TestNominal = [
        "local": #"{"rough_sleeping":true,"housing":"temporary","visits":[{"date":"2026-10-01","kind":"home"},{"date":"2026-11-02","kind":"office"}],"nights":4,"share":12.5,"cost":-3,"worker":"B","seen":"2026-05-06"}"#,
    ]

    @Test("they are read as `n[\"local\"].x` or, shorter, `n.here.x`", arguments: [
        (#"n["local"].rough_sleeping"#, "true"), ("n.here.rough_sleeping", "true"), ("n.here.housing", "temporary"), ("n.here.visits:count()", "1"),
        (#"n.here.visits:count { kind = "home", within = months(2) }"#, "1"), ("n.here.visits[1].kind", "home"), ("n.here.nights", "4"), ("n.here.share", "12.5"),
        ("n.here.cost", "-3"), ("n.here.worker", "B"), ("n.here.seen", "2026-05-06"), (#"n:has "local.housing""#, "true"), (#"n.here:has "housing""#, "true"),
        ("n.here.housng", "error: `local` has no field `housng`: did you mean `housing`?"),
    ])
    func read(expression: String, expected: String) throws {
        let answer = try value(of: expression, Self.nominal, pack: pack())
        #expect(answer == expected)
    }

    @Test("left out, they are unknown by their path", arguments: [
        ("{}", "unknown local.housing"), (nil, "unknown local"), (#"{"housing":"none"}"#, "none"),
    ] as [(String?, String)])
    func missing(json: String?, expected: String) throws { #expect(try value(of: "n.here.housing", ["local": json], pack: pack()) == expected) }

    @Test("they are named `local.x` in `reads`")
    func reads() throws {
        var pack = pack()
        (pack.reads, pack.protected) = (#""local.housing""#, "")
        #expect(try value(of: "n.here.housing", Self.nominal, pack: pack) == "temporary")
        #expect(try value(of: "n.here.nights", Self.nominal, pack: pack) == "error: `local.nights` is not in the manifest's `reads`: add it there to read it")
    }

    @Test("a sensitive one needs its justification")
    func sensitive() throws {
        var pack = pack()
        (pack.reads, pack.protected) = (#""local.rough_sleeping""#, "")
        let finding = try #require(pack.findings().first)
        #expect(finding.code == .unjustifiedField && finding.message.hasPrefix("`local.rough_sleeping` is sensitive"))
        #expect(finding.hint == #"add `["local.rough_sleeping"] = "…"` to `protected`"#)
    }

    @Test("a value outside its type is rejected with its path", arguments: [
        (#"{"housing":"tent"}"#, "local.housing"),
        (#"{"share":101}"#, "local.share"),
        (#"{"nights":1.5}"#, "local.nights"),
        (#"{"visits":[{"date":"x"}]}"#, "local.visits[0].date"),
        (#"{"tent":1}"#, "local.tent"),
    ])
    func rejected(json: String, path: String) async throws {
        let ran = try await RanCohort(pack().load(), [TestNominal.neutral.with("local", json).line])
        #expect(ran.rejects.map(\.path) == [path] && ran.lines.isEmpty)
    }
}
