import Cohorts
import Decisions
import FieldDefinitions
import Notation
import PackTestKit
import RulePackTesting
import RulePacks
import TestSupport
import Testing

@Suite struct FuzzedCohortTests {
    @Test("the import accepts every made-up nominal", arguments: shippedPacks + [examplePack])
    func valid(folder: String) throws {
        let pack = try shippedPack(folder)
        let decider = try PackDecider(pack, asOf: pack.manifest.valid.from)
        let cohort = FuzzedCohort(decider.program, count: 2_500)
        let rejects = cohort.compactMap { draft -> String? in
            if case .failure(let reject) = decider.decide(draft, asOf: cohort.asOf) { "\(reject.path): \(reject.message)" } else { nil }
        }
        #expect(rejects == [])
        #expect(cohort.count == 2_500)
    }

    @Test("the import accepts nominals made up for a pack that reads everything and has fields of its own")
    func everyField() throws {
        var pack = TestPack("""
            local f = filter { within = months(12) }
            selection { { "a", "A", when = function(n) return n.release_date <= as_of + days(30) and n.here.visits:any(f) and n.here.kind == "b" end } }
            tasking { { "t", "T", owner = "o", every = months(2), enforcement = true } }
            """)
        pack.fields = #"return { kind = { "enum", values = { "a", "b" }, title = "K" }, visits = { "list", of = { date = "date", place = "string" }, title = "V" }, far = { "number", title = "F" } }"#
        let decider = try decider(pack)
        for draft in FuzzedCohort(decider.program, seed: 9, count: 1_000) { _ = try decider.decide(draft, asOf: decider.program.asOf).get() }
    }

    @Test("one seed always makes the same nominals, whatever was drawn before, and another seed makes others")
    func seeds() throws {
        let decider = try PackDecider(shippedPack("rules/staffordshire"), asOf: testDay)
        let lines = FuzzedCohort(decider.program, seed: 7, count: 60).map { $0.line(decider.program.pack.catalogue, asOf: testDay) }
        let again = FuzzedCohort(decider.program, seed: 7, count: 500)
        #expect(again.reversed().suffix(60).reversed().map { $0.line(decider.program.pack.catalogue, asOf: testDay) } == lines)
        #expect(FuzzedCohort(decider.program, seed: 8, count: 60).map { $0.line(decider.program.pack.catalogue, asOf: testDay) } != lines)
        #expect(Set(lines).count == 60)
    }

    @Test("every kind of recommendation that a shipped pack gives is met", arguments: shippedPacks)
    func actions(folder: String) throws {
        let pack = try shippedPack(folder)
        let decider = try PackDecider(pack, asOf: pack.manifest.valid.from)
        let cohort = FuzzedCohort(decider.program, count: 4_000)
        let met = try cohort.map { try decider.decide($0, asOf: cohort.asOf).get().recommendation.action.rawValue }
        let rules = decider.program.rules
        let given = rules.selection.map { $0.action ?? "select" } + rules.deselection.map { _ in "deselect" } + ["refer", "retain", "none"]
        #expect(Set(met) == Set(given))
    }

    @Test("fields are drawn where rules compare them, and one to either side", arguments: [
        ("return n.ogrs2 >= 61", "ogrs2", ["60", "61", "62", "0", "100", "nil"]),
        ("return n.convictions_total * 2 < param.most", "convictions_total", ["36", "37", "38", "0"]),
        ("local f = n.risk_of_harm; return f ~= \"high\"", "risk_of_harm", ["low", "medium", "high", "very_high", "nil"]),
        ("return param.places[n.borough]", "borough", ["Ayton", "Beeton", "other"]),
        ("return n.age < 18", "age", ["17", "18", "19"]),
        ("return n.needs.drugs == 2", "needs.drugs", ["0", "1", "2", "nil"]),
        ("return n.statutory", "statutory", ["true", "false"]),
        ("return n.release_date - as_of <= 84", "release_date", ["83", "84", "85", "-84", "0", "nil"]),
        ("return n.release_date < as_of - months(6)", "release_date", ["-184", "-185", "-183", "nil"]),
    ])
    func edges(condition: String, path: String, values: [String]) throws {
        var pack = TestPack("selection { { \"s\", \"S\", when = function(n) \(condition) end } }")
        pack.parameters = #"most = { 37, min = 1, max = 90, unit = "points", title = "Most" }, places = { { "Ayton", "Beeton" }, title = "Places" }"#
        let decider = try decider(pack)
        let cohort = FuzzedCohort(decider.program, count: 1_500, asOf: day("2026-11-01"))
        let drawn = Set(cohort.map { Self.words($0[path], asOf: cohort.asOf) })
        #expect(drawn.isSuperset(of: values), "\(drawn.sorted())")
    }

    /// A value as text; a date in days from the date of the run.
    private static func words(_ value: DraftValue?, asOf: Day) -> String {
        switch value {
        case .int(let number)?: String(number)
        case .bool(let value)?: String(value)
        case .text(let text)?: DraftDate.day(text, asOf: asOf).map { String($0.number - asOf.number) } ?? text
        default: "nil"
        }
    }

    @Test("lists are drawn with items at the ends of a filter's window, empty, long, and left out")
    func lists() throws {
        let decider = try decider(#"""
            local recent = filter { type = "robbery", outcome = "convicted", within = months(12), min_value = 250 }
            selection { { "s", "S", when = function(n) return n.offences:count(recent) >= 3 end } }
            """#)
        let cohort = FuzzedCohort(decider.program, count: 1_500, asOf: day("2026-11-01"))
        let lists = cohort.map { $0["offences"]?.items }
        #expect(lists.contains { $0 == nil } && lists.contains { $0?.isEmpty == true } && lists.contains { ($0?.count ?? 0) >= 40 })
        let items = lists.flatMap { $0 ?? [] }.compactMap(\.record)
        func has(_ name: String, _ value: DraftValue) -> Bool { items.contains { $0[name] == value } }
        for date in ["-365 days", "-366 days", "-364 days", "today", "+1 day"] { #expect(has("date", .text(date)), "\(date)") }
        for value in [249, 250, 251] { #expect(has("value", .int(value))) }
        #expect(has("type", .text("robbery")) && has("type", .text("fraud")) && items.contains { $0["value"] == nil })
        let selected = try cohort.filter { try decider.decide($0, asOf: cohort.asOf).get().recommendation.action == .select }
        #expect(!selected.isEmpty)
    }

    @Test("a value that may be too old is dated at the end of its age")
    func stale() throws {
        var pack = TestPack(#"selection { { "s", "S", when = function(n) return n.ogrs3 > 5 end } }"#)
        pack.maxAge = #"ogrs3 = "90 days""#
        let decider = try decider(pack)
        let dates = Set(FuzzedCohort(decider.program, count: 800).compactMap { $0["ogrs3_date"] })
        #expect(dates.isSuperset(of: [.text("-90 days"), .text("-91 days"), .text("-89 days")]))
    }

    @Test("fields that the pack cannot read stay neutral")
    func neutralFields() throws {
        var pack = TestPack(#"selection { { "s", "S", when = function(n) return n.ogrs2 > 5 end } }"#)
        pack.reads = #""ogrs2", "needs.drugs""#
        pack.protected = ""
        let cohort = try FuzzedCohort(decider(pack).program, count: 300)
        let fixed = cohort.neutral.record.names.filter { !["id", "ogrs2", "ogrs2_date", "needs", "cohort"].contains($0) }
        #expect(fixed.count > 15)
        for draft in cohort { for name in fixed { #expect(draft[name] == cohort.neutral[name], "\(name)") } }
        #expect(cohort.contains { $0["needs.drugs"] != .int(0) } && cohort.allSatisfy { $0["needs"] == nil || $0["needs.alcohol"] == .int(0) })
        #expect(cohort.contains { $0["cohort"]?.record != nil } && cohort.contains { $0["cohort"] == .null })
    }
}
