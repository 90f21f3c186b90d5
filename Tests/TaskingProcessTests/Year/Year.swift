import DecisionStore
import Decisions
import Governance
import Notation
import TaskingProcess

/// A year of nights in a borough: imports, runs, and once a week a panel and those who do the work.
final class Year {
    let place: RunPlace
    let nights: Int
    private(set) var ledger = YearLedger()
    /// Rows of the log about people who were erased since, the rows of their erasure among them.
    private(set) var rowsOfForgotten = 0
    private(set) var runs = 0
    private(set) var decisions = 0
    /// Decisions that came out the same when they were made again, each before anybody of its run was erased.
    private(set) var madeAgain = 0
    private(set) var differences: [ReplayResult.Difference] = []
    private var madeAgainTo = 0
    private var people: YearPeople
    private let joiners: Int
    private let changes: Int
    private let first: Day

    init(people count: Int, nights: Int) throws {
        first = Day(iso: "2026-12-01") ?? .earliest
        place = try RunPlace(today: first.description)
        self.nights = nights
        people = try YearPeople(count, on: first, seed: 7)
        joiners = max(1, count / 200)
        changes = max(1, count / 100)
        try place.board(YearPack.load("1.0.0", from: first.description, grouped: false))
        try take(people.all)
    }

    func live(_ progress: (Int) -> Void = { _ in }) throws {
        for night in 0..<nights {
            place.today = first.adding(days: night).description
            if night > 0 { try extract(night) }
            if night == nights * 6 / 12 { try place.board(YearPack.load("2.0.0", from: place.today, grouped: true)) }
            try run()
            if night % 7 == 3 { try panel() }
            if night % 7 == 5 { try work() }
            if night % 30 == 29 { try export() }
            try rights(night)
            progress(night)
        }
        try makeAgain()
    }

    // MARK: Each night

    private func take(_ lines: [String]) throws {
        let known = Set(try place.rows("SELECT id FROM nominal"))
        try place.take(lines)
        for line in lines {
            let id = String(line.dropFirst(7).prefix { $0 != "\"" })
            ledger.add(known.contains(id) ? .alteration : .collection, id)
        }
        ledger.add(.collection)
    }

    private func extract(_ night: Int) throws {
        var lines = try people.offend(changes, on: place.day)
        if night % 10 == 0 { for _ in 0..<joiners { lines.append(try people.join()) } }
        // A gang comes to the borough: within a week, one in twenty more people.
        if (nights * 5 / 12..<nights * 5 / 12 + 7).contains(night) {
            for _ in 0..<max(1, people.count / 140) { lines.append(try people.join(gang: "Elms")) }
        }
        try take(lines)
    }

    private func run() throws {
        let run = try place.done()
        runs += 1
        decisions += run.evaluated
        ledger.add(run.hasCompany ? .combination : .consultation)
        // Whom the run wrote something for, from the tables alone.
        let written = try place.rows(
            """
            SELECT nominal FROM recommendation WHERE run = \(run.id)
            UNION SELECT nominal FROM recommendation WHERE state IN ('replaced', 'lapsed') AND closed = '\(place.today)'
            UNION SELECT nominal FROM tasking WHERE run = \(run.id) UNION SELECT nominal FROM score WHERE run = \(run.id)
            """)
        for nominal in written { ledger.add(.alteration, nominal) }
    }

    // MARK: Each week

    private func panel() throws {
        let panel = Panel(place.store, people: place.people)
        for item in try panel.queue(by: "member", why: "weekly panel") {
            let (id, nominal) = (item.kept.id, item.kept.nominal)
            ledger.add(.consultation, nominal)
            if id % 11 == 0 { continue }
            if item.kept.recommendation.action == .deselect {
                _ = try panel.review(nominal, outcome: "progress", words: "Doing well.", by: "member")
                ledger.add(.alteration, nominal)
            }
            let departs = id % 5 == 0
            _ = try panel.record(id, departs ? PanelAct(.depart(.capacity), words: "No room this month.") : PanelAct(.confirm), by: "member")
            ledger.add(.alteration, nominal)
        }
        // One decision too many: it is refused, and only that is logged.
        if let closed = try place.rows("SELECT id FROM recommendation WHERE state = 'confirmed' LIMIT 1").first.flatMap({ Int($0) }) {
            do { _ = try panel.record(closed, PanelAct(.confirm), by: "member") } catch is Refusal { ledger.add(.failure) }
        }
        for nominal in try place.rows("SELECT id FROM nominal WHERE standing = 'member' AND restricted = 0 ORDER BY id").prefix(3) {
            _ = try panel.review(nominal, outcome: "progress", words: "As planned.", by: "member")
            ledger.add(.alteration, nominal)
        }
    }

    private func work() throws {
        let tasks = Tasks(place.store, people: place.people)
        for tasking in try tasks.list(by: "member", why: "the week's work") {
            ledger.add(.consultation, tasking.nominal)
            if tasking.id % 3 == 0 { continue }
            if tasking.id % 7 == 0 {
                _ = try tasks.cancel(tasking.id, words: "Moved.", by: "member")
            } else {
                _ = try tasks.finish(tasking.id, by: "member")
            }
            ledger.add(.alteration, tasking.nominal)
        }
    }

    private func export() throws {
        let ids = try place.rows("SELECT id FROM nominal WHERE restricted = 0")
        _ = try place.store.disclose(borough: nil, who: "analyst", why: "monthly report") { _ in }
        for id in ids { ledger.add(.disclosure, id) }
        ledger.add(.disclosure)
    }

    // MARK: Now and then

    private func rights(_ night: Int) throws {
        let ids = try place.rows("SELECT id FROM nominal ORDER BY id")
        switch night {
        case nights / 4: try restrict(ids[1], true)
        case nights / 3: try restrict(ids[1], false)
        case nights / 2, nights * 3 / 4:
            // Groups depend on everybody: what a run came to cannot be shown any more once somebody of it is erased.
            try makeAgain()
            try place.store.forget(ids[2], who: "analyst", why: "their request")
            rowsOfForgotten += ledger.forget(ids[2]) + 1
        default: break
        }
    }

    /// Makes the decisions again that were made since the last time.
    private func makeAgain() throws {
        guard madeAgainTo < runs else { return }
        let replay = try Replay(place.store).runs(Array(madeAgainTo + 1...runs))
        madeAgain += replay.same
        differences += replay.differences
        madeAgainTo = runs
    }

    private func restrict(_ id: String, _ restricts: Bool) throws {
        _ = try restricts ? place.store.restrict(id, who: "analyst", why: "objection") : place.store.unrestrict(id, who: "analyst", why: "not upheld")
        ledger.add(.alteration, id)
    }
}
