import Cohorts
import Decisions
import LuaRuntime
import Notation
import RulePacks

/// The functions that tests call.
extension SpecSession {
    func call(_ function: SpecObject.Function, _ arguments: [LuaData], file: String, line: Int) throws(LuaHostRefusal) -> LuaReply {
        switch function {
        case .describe, .it:
            guard decider == nil else { throw LuaHostRefusal("`\(function.rawValue)` belongs at the top of a file or in a `describe`, not inside `it`") }
            guard arguments.count == 2, let name = arguments[0].text, let body = arguments[1].function, !name.isEmpty else {
                throw LuaHostRefusal("`\(function.rawValue)` wants a name and a function, as in `\(function.rawValue)(\"SAC score\", function() … end)`")
            }
            if function == .it { try it(name, body, line: line) } else { describe(name, body) }
            return .nothing
        case .nominal:
            guard arguments.count == 1, case .table(let table) = arguments[0] else {
                throw LuaHostRefusal("`nominal` wants a table, as in `nominal { age = 24 }`")
            }
            return .object(try add(.draft(try reader.nominal(table), hasID: table["id"] != nil)))
        case .cohort:
            return .object(try add(.cohort(try cohort(arguments))))
        case .evaluate:
            return try evaluate(arguments)
        case .expect:
            guard decider != nil else { throw LuaHostRefusal("`expect` belongs inside `it`") }
            guard arguments.count == 1 else {
                throw LuaHostRefusal("`expect` wants one value, as in `expect(d.score.sac).is(92)`")
            }
            return try expect(arguments[0], file: file, line: line)
        }
    }

    // MARK: Evaluating

    private func evaluate(_ arguments: [LuaData]) throws(LuaHostRefusal) -> LuaReply {
        guard decider != nil else { throw LuaHostRefusal("`evaluate` belongs inside `it`, where a test runs") }
        guard (1...2).contains(arguments.count) else {
            throw LuaHostRefusal("`evaluate` wants a nominal, as in `evaluate(nominal { age = 24 }, { as_of = \"2026-11-01\" })`")
        }
        let day = try asOf(arguments.count > 1 ? arguments[1] : nil) ?? defaultDay
        if case .object(let number) = arguments[0], objects.indices.contains(number), case .cohort(let cohort) = objects[number] {
            return .object(try add(.cohort(try decided(SpecCohort(cohort.drafts, asOf: arguments.count > 1 ? day : cohort.asOf)))))
        }
        return .object(try add(.decision(try decide(try draft(arguments[0]).draft, day))))
    }

    private func asOf(_ options: LuaData?) throws(LuaHostRefusal) -> Day? {
        guard let options else { return nil }
        guard case .table(let table) = options, table.items.isEmpty else {
            throw LuaHostRefusal("the date stands in a table, as in `{ as_of = \"2026-11-01\" }`")
        }
        if let other = table.named.first(where: { $0.name != "as_of" }) { throw LuaHostRefusal("`evaluate` knows `as_of` and no `\(other.name)`") }
        return try table["as_of"].map { data throws(LuaHostRefusal) in try day(data) }
    }

    private func day(_ data: LuaData) throws(LuaHostRefusal) -> Day {
        switch data {
        case .date(let day): return day
        case .text(let text): if let day = Day(iso: text) { return day }
        default: break
        }
        throw LuaHostRefusal("`as_of` wants a date, as in `as_of = \"2026-11-01\"`, not \(data.text.map { "`\($0)`" } ?? data.noun)")
    }

    /// A nominal that a test made, or a table that says what it would be made of.
    func draft(_ data: LuaData) throws(LuaHostRefusal) -> (draft: NominalDraft, hasID: Bool) {
        if case .table(let table) = data { return (try reader.nominal(table), table["id"] != nil) }
        guard case .object(let number) = data, objects.indices.contains(number), case .draft(let draft, let hasID) = objects[number] else {
            throw LuaHostRefusal("a nominal is wanted here, as in `nominal { age = 24 }`, not \(data.noun)")
        }
        return (draft, hasID)
    }

    private func decide(_ draft: NominalDraft, _ day: Day) throws(LuaHostRefusal) -> DecisionView {
        guard let decider else { throw LuaHostRefusal("`evaluate` belongs inside `it`") }
        switch decider.decide(draft, asOf: day) {
        case .failure(let reject): throw LuaHostRefusal(SpecSession.words(reject))
        case .success(let decision): return view(decision, decider)
        }
    }

    private func view(_ decision: Decision, _ decider: PackDecider) -> DecisionView {
        let view = DecisionView(decision, decider.program.rules)
        views.append(view)
        return view
    }

    static func words(_ reject: Reject) -> String {
        "the nominal is not valid: \(reject.message)"
    }

    // MARK: Cohorts

    private func cohort(_ arguments: [LuaData]) throws(LuaHostRefusal) -> SpecCohort {
        guard (1...2).contains(arguments.count), case .table(let table) = arguments[0] else {
            throw LuaHostRefusal("`cohort` wants nominals, as in `cohort { nominal { … }, nominal { … } }`")
        }
        if let other = table.named.first(where: { $0.name != "as_of" }) { throw LuaHostRefusal("a cohort holds nominals and `as_of`, and no `\(other.name)`") }
        let inside = try table["as_of"].map { data throws(LuaHostRefusal) in try day(data) }
        let beside = try asOf(arguments.count > 1 ? arguments[1] : nil)
        var drafts: [NominalDraft] = []
        var nameless: [Int] = []
        for item in table.items {
            let (draft, hasID) = try draft(item)
            if !hasID { nameless.append(drafts.count) }
            drafts.append(draft)
        }
        // Numbered in the order of the cohort, so that the same text gives the same ids.
        let taken = Set(drafts.indices.filter { !nameless.contains($0) }.compactMap { drafts[$0]["id"] })
        for place in nameless {
            var number = place + 1
            while taken.contains(.text(SpecSession.id(number))) { number += drafts.count }
            drafts[place]["id"] = .text(SpecSession.id(number))
        }
        return SpecCohort(drafts, asOf: beside ?? inside ?? defaultDay)
    }

    private static func id(_ number: Int) -> String {
        let digits = String(number)
        return "N-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private func decided(_ cohort: SpecCohort) throws(LuaHostRefusal) -> SpecCohort {
        guard cohort.decisions.isEmpty, !cohort.drafts.isEmpty else { return cohort }
        guard let decider else { throw LuaHostRefusal("a cohort's decisions can be asked for inside `it`") }
        var ids: Set<String> = []
        for draft in cohort.drafts {
            if case .text(let id)? = draft["id"], !ids.insert(id).inserted {
                throw LuaHostRefusal("two nominals of the cohort have the id `\(id)`: give each one of its own")
            }
        }
        let results: [Result<Decision, Reject>]
        do {
            results = try decider.decideCohort(cohort.drafts, asOf: cohort.asOf)
        } catch let error as RunStopped {
            throw LuaHostRefusal(error.message)
        } catch {
            throw LuaHostRefusal("the pack does not load as of \(cohort.asOf)")
        }
        for (place, result) in results.enumerated() {
            switch result {
            case .failure(let reject): throw LuaHostRefusal("number \(place + 1) of the cohort: \(SpecSession.words(reject))")
            case .success(let decision): cohort.decisions.append(view(decision, decider))
            }
        }
        return cohort
    }

    /// The decision on one of a cohort, by place from 1 or by id.
    func member(of cohort: SpecCohort, _ key: LuaData) throws(LuaHostRefusal) -> LuaReply {
        let decisions = try decided(cohort).decisions
        if let place = key.int {
            guard decisions.indices.contains(place - 1) else { return .nothing }
            return .object(try add(.decision(decisions[place - 1])))
        }
        guard let id = key.text else { throw LuaHostRefusal("a cohort is asked for a place or an id, not for \(key.noun)") }
        guard let view = decisions.first(where: { $0.decision.nominal == id }) else {
            let ids = decisions.map(\.decision.nominal)
            throw LuaHostRefusal("there is no nominal `\(id)` in the cohort" + (nearestName(to: id, in: ids).map { ": did you mean `\($0)`?" } ?? ""))
        }
        return .object(try add(.decision(view)))
    }
}
