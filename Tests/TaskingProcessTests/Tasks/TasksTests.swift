import DecisionStore
import Decisions
import Governance
import Notation
import TaskingProcess
import Testing

@Suite("work that was given to people")
struct TasksTests {
    @Test("is listed by the day on which it is due, what has none last, and each is a consultation in the log")
    func list() throws {
        let place = try PanelPlace()
        try place.take("a", "b")
        let none = try place.task("a", kind: "letter", due: nil)
        let later = try place.task("a", due: "2026-12-01")
        let sooner = try place.task("b", due: "2026-11-19")
        var listed: [KeptTasking] = []
        let rows = try place.logged { listed = try place.tasks.list(by: "worker", why: "morning meeting") }
        #expect(listed.map(\.id) == [sooner, later, none])
        #expect(rows.map { "\($0.kind) \($0.who) \($0.why) \($0.what)" } == listed.map { "consultation worker morning meeting shown among taskings, T\($0.id)" })
    }

    @Test("is cut by owner, by borough, to what is overdue, and widened to what is closed")
    func filters() throws {
        let place = try PanelPlace()
        try place.take("a")
        try place.take("b", borough: "Oxbridge")
        let plan = try place.task("a", due: "2026-11-19")
        let visit = try place.task("a", kind: "visit", owner: "iom_officer", due: "2026-11-20")
        let other = try place.task("b", borough: "Oxbridge")
        _ = try place.tasks.finish(other, by: "worker")
        func ids(owner: String? = nil, borough: String? = nil, overdueOnly: Bool = false, includesClosed: Bool = false) throws -> [Int] {
            try place.tasks.list(by: "worker", why: "a look", owner: owner, borough: borough, overdueOnly: overdueOnly, includesClosed: includesClosed).map(\.id)
        }
        #expect(try ids(owner: "iom_officer") == [visit])
        #expect(try ids(borough: "Camford") == [plan, visit])
        #expect(try ids(overdueOnly: true) == [plan])
        #expect(try ids(includesClosed: true) == [plan, visit, other])
        #expect(try ids(borough: "Oxbridge") == [])
    }

    @Test("can be read a part at a time: what is not in the part is not logged, and the number is of them all")
    func parts() throws {
        let place = try PanelPlace()
        try place.take("a", "b", "c")
        let none = try place.task("a", kind: "letter", due: nil)
        let later = try place.task("a", due: "2026-12-01")
        let sooner = try place.task("b", due: "2026-11-19")
        try place.task("c", due: "2026-11-18")
        try place.restrict("c")
        var part: (taskings: [KeptTasking], total: Int) = ([], 0)
        func read(_ places: Range<Int>, owner: String? = nil, overdueOnly: Bool = false, includesClosed: Bool = false) throws -> Int {
            try place.logged {
                part = try place.tasks.list(
                    by: "worker", why: "a look", owner: owner, borough: nil, overdueOnly: overdueOnly, includesClosed: includesClosed, places: places)
            }.count
        }
        #expect(try read(1..<2) == 1)
        #expect(part.taskings.map(\.id) == [later] && part.total == 3)
        #expect(try read(0..<9, overdueOnly: true) == 1)
        #expect(part.taskings.map(\.id) == [sooner] && part.total == 1)
        _ = try place.tasks.finish(sooner, by: "worker")
        #expect(try read(0..<9, overdueOnly: true, includesClosed: true) == 0)
        #expect(try read(2..<3, includesClosed: true) == 1)
        #expect(part.taskings.map(\.id) == [sooner] && part.total == 3, "closed ones come last")
        #expect(try read(0..<9) == 2)
        #expect(part.taskings.map(\.id) == [later, none] && part.total == 2)
        #expect(try read(3..<5) == 0)
        #expect(part.total == 2)
    }

    @Test("of an owner who was never given any is answered with the nearest name")
    func owner() throws {
        let place = try PanelPlace()
        try place.take("a")
        try place.task("a")
        #expect(throws: StoreError(.unknown, "no tasking was ever given to `reserch_hub`: did you mean `research_hub`?")) {
            _ = try place.tasks.list(by: "worker", why: "a look", owner: "reserch_hub")
        }
    }

    @Test("is done or cancelled once: one row of the log, without names or words")
    func close() throws {
        let place = try PanelPlace()
        try place.take("N-0001")
        let done = try place.task("N-0001")
        let cancelled = try place.task("N-0001", kind: "visit")
        var closed: [KeptTasking] = []
        let rows = try place.logged {
            closed.append(try place.tasks.finish(done, words: "Sent to Ann.", by: "worker"))
            closed.append(try place.tasks.cancel(cancelled, words: "Back in custody.", by: "worker"))
        }
        #expect(closed.map(\.status) == [.done, .cancelled])
        #expect(rows.map(\.kind) == ["alteration", "alteration"])
        #expect(rows.map { String($0.what.prefix(57)) } == ["tasking T1 done, intel_plan for research_hub; words sha256", "tasking T2 cancelled, visit for research_hub; words sha25"].map { String($0.prefix(57)) })
        for row in rows { #expect(!row.what.contains("Ann") && !row.what.contains("N-0001") && !row.what.contains("custody")) }
        #expect(try place.value("SELECT group_concat(status || ' ' || closed || ' ' || who || ' ' || words, '; ') FROM tasking") == "done 2026-11-20 worker Sent to Ann.; cancelled 2026-11-20 worker Back in custody.")
        #expect(throws: Refusal(.taskingClosed, "T1 is done already, since 2026-11-20")) { _ = try place.tasks.finish(done, by: "worker") }
        #expect(throws: Refusal(.taskingClosed, "T2 is cancelled already, since 2026-11-20")) { _ = try place.tasks.cancel(cancelled, words: "Again.", by: "worker") }
        #expect(try place.faults == [])
    }

    @Test("is not cancelled without words, and there must be such work")
    func wrong() throws {
        let place = try PanelPlace()
        try place.take("a")
        let id = try place.task("a")
        #expect(throws: GovernanceError("work that is cancelled needs words: say why it will not be done")) { _ = try place.tasks.cancel(id, words: " ", by: "worker") }
        #expect(throws: StoreError(.unknown, "there is no tasking T9: the list of tasks has those that are open")) { _ = try place.tasks.finish(9, by: "worker") }
        #expect(try place.value("SELECT status FROM tasking") == "open")
    }

    @Test("about somebody who is restricted is neither shown nor done")
    func restricted() throws {
        let place = try PanelPlace()
        try place.take("a")
        let id = try place.task("a")
        try place.restrict("a")
        #expect(try place.tasks.list(by: "worker", why: "a look", includesClosed: true).isEmpty)
        #expect(throws: Refusal.self) { _ = try place.tasks.finish(id, by: "worker") }
        #expect(try place.value("SELECT status FROM tasking") == "open")
    }

    @Test("is for anybody whom `waymark.lua` names, on their days", arguments: [("worker", nil), ("p.grey", nil), ("nobody", Refusal.Kind.unknownPerson), ("gone", .notInOffice)] as [(String, Refusal.Kind?)])
    func who(id: String, refused: Refusal.Kind?) throws {
        let place = try PanelPlace()
        try place.take("a")
        let task = try place.task("a")
        var kind: Refusal.Kind?
        do { _ = try place.tasks.finish(task, by: id) } catch let refusal as Refusal { kind = refusal.kind }
        #expect(kind == refused)
    }
}
