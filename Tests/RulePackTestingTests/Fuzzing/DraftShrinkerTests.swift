import Cohorts
import FieldDefinitions
import Notation
import PackTestKit
import RulePackTesting
import RulePacks
import Testing

@Suite struct DraftShrinkerTests {
    private let catalogue = FieldCatalogue.standard
    private let neutral = NominalDraft.neutral(.standard, borough: "Camden")

    /// Somebody with a good deal of everything.
    private var crowded: NominalDraft {
        var draft = neutral
        draft["id"] = .text("F-77")
        draft["borough"] = .text("Enfield")
        draft["age"] = .int(52)
        draft["ogrs2"] = .int(91)
        draft["ogrs3"] = nil
        draft["convictions_total"] = .int(40)
        draft["risk_of_harm"] = .text("very_high")
        draft["needs"] = .record(["drugs": .int(2), "alcohol": .int(1)])
        draft["statutory"] = .bool(true)
        draft["gang"] = .record(["name": .text("one"), "role": .text("core"), "since": .text("-40 days")])
        draft["release_date"] = .text("+70 days")
        for days in [5, 100, 365, 366, 500] {
            draft.append(["type": .text("robbery"), "date": .text("-\(days) days"), "outcome": .text("charged"), "value": .int(900)], to: "offences")
        }
        return draft
    }

    private func smallest(_ shows: (NominalDraft) -> Bool) -> String {
        let shrinker = DraftShrinker(neutral: neutral, catalogue: catalogue, asOf: testDay)
        return shrinker.smallest(crowded, shows: shows).lua(catalogue, borough: "Camden")
    }

    private static func int(_ value: DraftValue?) -> Int { if case .int(let number)? = value { number } else { 0 } }

    @Test("what shows with any nominal shows with the neutral one")
    func anything() { #expect(smallest { _ in true } == "nominal {}") }

    @Test("a number stops where one step further shows it no more", arguments: [
        ("ogrs2", 75, "nominal { ogrs2 = 75 }"), ("convictions_total", 3, "nominal { convictions_total = 3 }"), ("age", 41, "nominal { age = 41 }"),
        ("needs.drugs", 2, "nominal { needs = { drugs = 2 } }"),
    ])
    func numbers(path: String, least: Int, lua: String) { #expect(smallest { Self.int($0[path]) >= least } == lua) }

    @Test("a person younger than the neutral one stays as old as can be")
    func young() {
        var draft = neutral
        draft["date_of_birth"] = .text("-4000 days")
        let shrinker = DraftShrinker(neutral: neutral, catalogue: catalogue, asOf: testDay)
        let young = shrinker.smallest(draft) { draft in
            guard let text = Self.born(draft), let born = DraftDate.day(text, asOf: testDay) else { return false }
            return born.wholeYears(until: testDay) < 18
        }
        #expect(young.lua(catalogue, borough: "Camden") == "nominal { age = 17 }")
    }

    @Test("items that show nothing go, and the dates of those that stay are whole months where they can be")
    func items() {
        let lua = smallest { draft in
            let days = (draft["offences"]?.items ?? []).compactMap { item -> Int? in
                guard case .text(let text)? = item.record?["date"], let day = DraftDate.day(text, asOf: testDay) else { return nil }
                return testDay.number - day.number
            }
            return days.filter { $0 >= 365 }.count >= 2
        }
        let item = #"{ type = "burglary_dwelling", date = "-1 year", outcome = "convicted" }"#
        #expect(lua == "nominal {\n  offences = {\n    \(item),\n    \(item),\n  },\n}")
    }

    @Test("what has to be left out is said to be unknown, and what has to be together stays together", arguments: [
        ("ogrs3", "nominal { ogrs3 = unknown }"),
    ])
    func missing(path: String, lua: String) {
        #expect(smallest { $0[path] == nil } == lua)
        #expect(smallest { $0["gang.role"] == .text("core") && $0["statutory"] == .bool(true) }
            == #"nominal { statutory = true, gang = { name = "none", role = "core" } }"#)
    }

    @Test("no more nominals are tried than are allowed")
    func bounded() {
        var tried = 0
        let shrinker = DraftShrinker(neutral: neutral, catalogue: catalogue, asOf: testDay, most: 25)
        let result = shrinker.smallest(crowded) { _ in
            tried += 1
            return false
        }
        #expect(tried == 25)
        #expect(result["ogrs2"] == .int(91))
    }

    private static func born(_ draft: NominalDraft) -> String? {
        if case .int(let years)? = draft["age"] { return "-\(years) years" }
        if case .text(let text)? = draft["date_of_birth"] { return text }
        return nil
    }
}
