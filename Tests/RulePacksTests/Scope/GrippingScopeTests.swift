import Decisions
import Foundation
import Notation
import PackTestKit
import RulePacks
import TestSupport
import Testing

/// The scope of Gripping the Offender at its edges, each worked out by hand from the pack's policy.
@Suite struct GrippingScopeTests {
    /// In scope on 1 November 2026 for a high OGRS2 alone.
    static let high: TestNominal = ["statutory": "true", "ogrs2": "80", "ogrs2_date": #""2026-09-01""#]
    /// In scope for a middling OGRS2 and one recent burglary.
    static let middling = high.with("ogrs2", "60").with("offences", list(offence(on: "2026-05-05")))

    private func pack() throws -> PackSource { try PackSource.load(projectFolder + "/rules/gripping-the-offender").pack }

    private func decide(_ nominal: TestNominal, asOf: Day = testDay) throws -> Decision {
        let decision = try Decider(pack(), asOf: asOf).decide(nominal)
        #expect(decision.error == nil)
        return decision
    }

    private func scope(_ nominal: TestNominal, asOf: Day = testDay) throws -> CriterionAnswer {
        try #require(decide(nominal, asOf: asOf).criterion("gto_scope"))
    }

    private func row(_ id: String, _ nominal: TestNominal, asOf: Day = testDay) throws -> String? {
        try scope(nominal, asOf: asOf).rows.first { $0.id == id }?.met.rawValue
    }

    @Test("the two ways into scope")
    func ways() throws {
        #expect(try scope(Self.high).words == "convicted yes, adult yes, resident yes, ogrs_high yes, ogrs_and_offence no")
        #expect(try scope(Self.middling).words == "convicted yes, adult yes, resident yes, ogrs_high no, ogrs_and_offence yes")
        for nominal in [Self.high, Self.middling] {
            let recommendation = try decide(nominal).recommendation
            #expect(recommendation.action == .select && recommendation.rule == "gto" && recommendation.category == "gto")
        }
    }

    @Test("an adult from the eighteenth birthday on", arguments: [
        ("2008-11-01", "2026-11-01", "yes"), ("2008-11-02", "2026-11-01", "no"), ("2008-10-31", "2026-11-01", "yes"), ("2009-01-01", "2026-12-31", "no"),
        ("2009-01-01", "2027-01-01", "yes"), ("2008-12-31", "2026-12-30", "no"), ("2008-12-31", "2026-12-31", "yes"),
        ("2008-02-29", "2026-02-28", "no"), ("2008-02-29", "2026-03-01", "yes"), ("2008-02-28", "2026-02-28", "yes"), ("2008-03-01", "2026-02-28", "no"),
    ])
    func adult(born: String, asOf: String, adult: String) throws {
        #expect(try row("adult", Self.high.with("date_of_birth", "\"\(born)\"").with("offences", "[]"), asOf: day(asOf)) == adult)
    }

    @Test("born on 29 February, the twentieth birthday is on that day of a leap year", arguments: [
        ("2028-02-28", "no"), ("2028-02-29", "yes"), ("2028-03-01", "yes"),
    ])
    func leapYear(asOf: String, adult: String) throws {
        let folder = try TestFolder()
        var over = TestPack()
        (over.id, over.reads, over.protected, over.parameters, over.more) = ("over", "", "", "adult_age = { 20 }", #"extends = "gripping-the-offender","#)
        let path = try over.write(into: folder)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/gripping-the-offender", withDestinationPath: projectFolder + "/rules/gripping-the-offender")
        let nominal = Self.high.with("date_of_birth", #""2008-02-29""#)
        let decision = try Decider(PackSource.load(path).pack, asOf: day(asOf)).decide(nominal)
        #expect(decision.criterion("gto_scope")?.rows.first { $0.id == "adult" }?.met.rawValue == adult)
    }

    @Test("OGRS2 at its thresholds, with and without a recent burglary", arguments: [
        ("49", false, "no no no"), ("49", true, "no no no"), ("49.9", true, "no no no"), ("50", false, "no no no"), ("50", true, "no yes yes"),
        ("74", false, "no no no"),
        ("74", true, "no yes yes"),
        ("74.9", false, "no no no"),
        ("75", false, "yes no yes"),
        ("75", true, "yes yes yes"),
        ("100", false, "yes no yes"),
        ("0", true, "no no no"),
    ])
    func ogrs(score: String, hasOffence: Bool, expected: String) throws {
        let scope = try scope(Self.high.with("ogrs2", score).with("offences", hasOffence ? list(offence(on: "2026-05-05")) : "[]"))
        let words = scope.rows.suffix(2).map(\.met.rawValue) + [scope.met.rawValue]
        #expect(words.joined(separator: " ") == expected)
    }

    @Test("OGRS2 counts for twelve months from its date", arguments: [
        ("2026-11-01", "yes", 0), ("2025-11-01", "yes", 0), ("2025-10-31", "unknown", 1), ("2020-01-01", "unknown", 1), (nil, "unknown", 1),
    ] as [(String?, String, Int)])
    func age(date: String?, met: String, warnings: Int) throws {
        let decision = try decide(Self.high.with("ogrs2_date", date.map { "\"\($0)\"" }))
        #expect(decision.criterion("gto_scope")?.met.rawValue == met && decision.warnings("stale").count == warnings)
        #expect(decision.recommendation.action == (met == "yes" ? .select : .refer))
        if met == "unknown" { #expect(decision.recommendation.unknown == ["ogrs2"]) }
    }

    @Test("without OGRS2 the scope is unknown, unless something else says no", arguments: [
        ([:], "unknown", "refer"), (["convictions_total": "0"], "no", "none"), (["date_of_birth": #""2010-01-01""#], "no", "none"),
        (["borough": #""Barnet""#], "no", "none"), (["statutory": "false"], "unknown", "none"),
        (["offences": "[]"], "unknown", "refer"), (["offences": nil], "unknown", "refer"),
    ] as [([String: String?], String, String)])
    func missing(changes: [String: String?], met: String, action: String) throws {
        var nominal = Self.middling.with("ogrs2", nil).with("ogrs2_date", nil)
        for (key, json) in changes { nominal.set(key, json) }
        let decision = try decide(nominal)
        #expect(decision.criterion("gto_scope")?.met.rawValue == met && decision.recommendation.action.rawValue == action)
        let rows = decision.criterion("gto_scope")?.rows.suffix(2)
        #expect(rows?.map(\.met) == [.unknown, .unknown] && rows?.map(\.unknown) == [["ogrs2"], ["ogrs2"]])
    }

    @Test("without a list of offences, a high OGRS2 is enough and a middling one is not", arguments: [
        ("80", "yes", "yes unknown", "select", [String]()), ("60", "unknown", "no unknown", "refer", ["offences"]), ("40", "no", "no no", "none", []),
    ])
    func noOffences(score: String, met: String, rows: String, action: String, unknown: [String]) throws {
        let decision = try decide(Self.high.with("ogrs2", score).with("offences", nil))
        #expect(decision.criterion("gto_scope")?.met.rawValue == met)
        #expect(decision.criterion("gto_scope")?.rows.suffix(2).map(\.met.rawValue).joined(separator: " ") == rows)
        #expect(decision.recommendation.action.rawValue == action && decision.recommendation.unknown == unknown)
    }

    @Test("an offence counts for twelve months, the day itself included", arguments: [
        ("2025-11-01", "2026-11-01", "yes"), ("2025-10-31", "2026-11-01", "no"), ("2026-11-01", "2026-11-01", "yes"), ("2026-11-02", "2026-11-01", "no"),
        ("2027-02-28", "2028-02-29", "yes"),
        ("2027-02-27", "2028-02-29", "no"),
        ("2028-02-29", "2029-02-28", "yes"),
        ("2028-02-28", "2029-02-28", "yes"),
        ("2028-02-27", "2029-02-28", "no"),
    ])
    func offenceDate(date: String, asOf: String, met: String) throws {
        let nominal = Self.middling.with("offences", list(offence(on: date))).with("ogrs2_date", "\"\(asOf)\"")
        #expect(try row("ogrs_and_offence", nominal, asOf: day(asOf)) == met)
    }

    @Test("the offence must be a robbery or a burglary, and the outcome a conviction", arguments: [
        ("robbery", "convicted", "yes"), ("burglary_dwelling", "convicted", "yes"), ("burglary_other", "convicted", "yes"), ("theft_person", "convicted", "no"),
        ("theft_vehicle", "convicted", "no"), ("violence", "convicted", "no"), ("other", "convicted", "no"), ("robbery", "charged", "no"), ("robbery", "arrested", "no"),
        ("robbery", "cautioned", "no"), ("robbery", "tic", "no"), ("robbery", "nfa", "no"),
    ])
    func offenceKind(type: String, outcome: String, met: String) throws {
        #expect(try row("ogrs_and_offence", Self.middling.with("offences", list(offence(type, outcome, on: "2026-05-05")))) == met)
    }

    @Test("one offence that counts among others that do not is enough")
    func amongOthers() throws {
        let offences = list(offence("arson", on: "2026-05-05"), offence("robbery", "nfa", on: "2026-06-01"), offence("robbery", on: "2020-01-01"), offence("burglary_other", on: "2025-11-01"))
        #expect(try row("ogrs_and_offence", Self.middling.with("offences", offences)) == "yes")
    }

    @Test("the eight pilot boroughs and no other, written as they are", arguments: [
        ("Camden", "yes"), ("Enfield", "yes"), ("Hackney", "yes"), ("Haringey", "yes"), ("Islington", "yes"), ("Newham", "yes"), ("Tower Hamlets", "yes"),
        ("Waltham Forest", "yes"), ("Barnet", "no"), ("camden", "no"), ("Camden ", "no"), ("1", "no"),
    ])
    func borough(name: String, met: String) throws { #expect(try row("resident", Self.high.with("borough", "\"\(name)\"")) == met) }

    @Test("one conviction in a life is enough", arguments: [("0", "no"), ("1", "yes")])
    func convictions(total: String, met: String) throws { #expect(try row("convicted", Self.high.with("convictions_total", total)) == met) }

    @Test("nobody is selected without a sentence, whatever is missing")
    func statutory() throws {
        #expect(try decide(Self.high.with("statutory", "false")).recommendation.action == .none)
        #expect(try decide(Self.high.with("statutory", "false").with("ogrs2", nil)).recommendation.action == .none)
    }

    @Test("members leave when they move, when the sentence ends and when they no longer meet the OGRS criteria", arguments: [
        ([:], "retain", nil, [String]()), (["borough": #""Barnet""#], "deselect", "moved", []), (["statutory": "false"], "deselect", "sentence_ended", []),
        (["ogrs2": "49"], "deselect", "ogrs_no_longer", []), (["ogrs2": "60"], "deselect", "ogrs_no_longer", []), (["ogrs2": nil], "refer", "ogrs_no_longer", ["ogrs2"]),
        (["ogrs2": nil, "borough": #""Barnet""#], "deselect", "moved", []), (["ogrs2": nil, "statutory": "false"], "deselect", "sentence_ended", []),
        (["ogrs2_date": #""2025-10-31""#], "refer", "ogrs_no_longer", ["ogrs2"]), (["convictions_total": "0"], "retain", nil, []),
    ] as [([String: String?], String, String?, [String])])
    func leaving(changes: [String: String?], action: String, rule: String?, unknown: [String]) throws {
        var nominal = Self.high.with("cohort", #"{"category":"gto","since":"2026-01-01"}"#)
        for (key, json) in changes { nominal.set(key, json) }
        let recommendation = try decide(nominal).recommendation
        #expect(recommendation.action.rawValue == action && recommendation.rule == rule && recommendation.unknown == unknown)
    }
}
