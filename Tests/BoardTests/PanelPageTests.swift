@testable import Board
import DecisionStore
import TaskingProcess
import Testing

@Suite("The panel on the site")
struct PanelPageTests {
    let place: SitePlace

    init() throws {
        place = try SitePlace()
        try place.run(["N-1": 9, "N-2": 1])
    }

    /// Somebody of the panel who has said what for.
    private func member(_ purpose: String = "weekly panel") async throws -> Visitor {
        let visitor = try await Visitor(place, as: "p.lee")
        let form = try await visitor.get("/panel")
        let page = try await visitor.post("/purpose", ["purpose": purpose, "then": "/panel"], token: form.token)
        #expect(page.location == "/panel")
        return visitor
    }

    @Test("nobody sees a nominal before they have said what for", arguments: ["/panel", "/nominals/N-1", "/nominals/R1", "/tasks", "/tasks/T1"])
    func purposeFirst(path: String) async throws {
        let visitor = try await Visitor(place, as: "p.lee")
        let page = try await visitor.get(path)
        #expect(page.heading == "Why are you looking at nominals?")
        #expect(!page.text.contains("High risk") && !page.text.contains("Make a plan"))
        #expect(try place.log(about: "N-1", by: "p.lee") == [])
    }

    @Test("every view of a nominal is a row of the log with its purpose")
    func isLogged() async throws {
        let visitor = try await member("panel of 21 November")
        _ = try await visitor.get("/panel")
        #expect(try await visitor.get("/nominals/N-1").text.contains("panel of 21 November"))
        #expect(try await visitor.get("/nominals/R1").status == 200)
        #expect(
            try place.log(about: "N-1", by: "p.lee") == [
                "consultation: shown in the panel's queue, R1 (panel of 21 November)", "consultation: shown to the panel, R1 (panel of 21 November)",
                "consultation: shown to the panel, R1 (panel of 21 November)",
            ])
    }

    @Test("a purpose counts for an hour, and not for another session")
    func purposeEnds() async throws {
        let visitor = try await member()
        for _ in 0..<5 {
            place.wait(minutes: 11)
            #expect(try await visitor.get("/nominals/N-1").heading == "N-1")
        }
        place.wait(minutes: 6)
        #expect(try await visitor.get("/nominals/N-1").heading == "Why are you looking at nominals?")
        #expect(try await Visitor(place, as: "p.lee").get("/panel").heading == "Why are you looking at nominals?")
    }

    @Test("what was written while a purpose ran out is not lost")
    func formOutlastsPurpose() async throws {
        let visitor = try await member()
        let form = try await visitor.get("/nominals/R1")
        for _ in 0..<5 {
            place.wait(minutes: 13)
            _ = try await visitor.get("/icon.svg")
        }
        #expect(try await visitor.post("/nominals/R1/decision", ["outcome": "confirm", "words": "agreed"], token: form.token).location == "/panel")
        #expect(try await visitor.get("/panel").heading == "Why are you looking at nominals?")
    }

    @Test("a purpose that says nothing is not taken", arguments: ["", "    ", "abc", String(repeating: "x", count: 201)])
    func noPurpose(purpose: String) async throws {
        let visitor = try await Visitor(place, as: "p.lee")
        let page = try await visitor.post("/purpose", ["purpose": purpose, "then": "/panel"], token: try await visitor.get("/").token)
        #expect(page.status == 422)
    }

    @Test("the queue shows what waits and why; the nominal's page shows the rows of the score as bars and as a table")
    func shows() async throws {
        let visitor = try await member()
        let queue = try await visitor.get("/panel").text
        #expect(queue.contains("1 recommendation waits") && queue.contains("<a href=\"/nominals/R1\">N-1</a>") && queue.contains("Select as core") && queue.contains("· R1"))
        #expect(!queue.contains("N-2"), "nothing is recommended about them")
        let page = try await visitor.get("/nominals/N-1").text
        for part in ["High risk: offer joint management", "Risk: 100, “Red”", "<svg class=\"bar\"", "<svg", "Likely to reoffend", "<td class=\"number\">80</td>", "Recommended: select as core", "<a href=\"/tasks/T1\">Make a plan</a>", "· T1", "Decide"] {
            #expect(page.contains(part), "\(part)")
        }
    }

    @Test("who confirms a recommendation changes where somebody stands, once")
    func confirm() async throws {
        let visitor = try await member()
        let form = try await visitor.get("/nominals/R1")
        let done = try await visitor.post("/nominals/R1/decision", ["outcome": "confirm", "words": "agreed"], token: form.token)
        #expect(done.location == "/panel")
        #expect(try await visitor.get("/panel").text.contains("R1 is decided: N-1 is in the cohort as core."))
        #expect(try await visitor.get("/nominals/N-1").text.contains("in the cohort as core"))
        let again = try await visitor.post("/nominals/R1/decision", ["outcome": "confirm"], token: form.token)
        #expect(again.status == 403)
        #expect(again.text.contains("a recommendation is decided on once"))
    }

    @Test(
        "a departure needs a reason and words, and is kept as text",
        arguments: [("", "words", "Choose the reason."), ("nonsense", "words", "Choose the reason."), ("capacity", "", "Say in a sentence why the panel decides otherwise.")])
    func departureIsWhole(reason: String, why: String, problem: String) async throws {
        let visitor = try await member()
        let form = try await visitor.get("/nominals/R1")
        let page = try await visitor.post("/nominals/R1/decision", ["outcome": "depart", "reason": reason, "why": why], token: form.token)
        #expect(page.status == 422)
        #expect(page.text.contains(problem))
        #expect(try await visitor.get("/panel").text.contains("1 recommendation waits"))
    }

    @Test("what a panel writes is text wherever it is shown")
    func script() async throws {
        let visitor = try await member("<script>alert(1)</script>")
        let form = try await visitor.get("/nominals/R1")
        #expect(!form.text.contains("<script"))
        let words = "</textarea><script>alert(1)</script>\"'"
        let done = try await visitor.post("/nominals/R1/decision", ["outcome": "depart", "reason": "capacity", "why": words], token: form.token)
        #expect(done.location == "/panel")
        let reviewed = try await visitor.post("/nominals/N-1/review", ["outcome": words, "findings": words], token: form.token)
        #expect(reviewed.location == "/nominals/N-1")
        let page = try await visitor.get("/nominals/N-1").text
        #expect(page.contains("&lt;script&gt;") && page.contains("There is no place"))
        #expect(!page.contains("<script"))
        let wrong = try await visitor.post("/nominals/N-1/review", ["outcome": words, "findings": ""], token: form.token)
        #expect(wrong.status == 422 && !wrong.text.contains("<script"))
    }

    @Test("somebody in the cohort leaves only after a review")
    func review() async throws {
        let visitor = try await member()
        let form = try await visitor.get("/nominals/R1")
        _ = try await visitor.post("/nominals/R1/decision", ["outcome": "confirm"], token: form.token)
        try place.runAgain(["N-1": 0])
        let asked = try await visitor.get("/nominals/R2")
        #expect(asked.text.contains("Recommended: de-select"))
        let refused = try await visitor.post("/nominals/R2/decision", ["outcome": "confirm"], token: form.token)
        #expect(refused.status == 422)
        #expect(refused.text.contains("record a review first"))
        _ = try await visitor.post("/nominals/N-1/review", ["outcome": "progress", "findings": "No offence for a year."], token: form.token)
        #expect(try await visitor.post("/nominals/R2/decision", ["outcome": "confirm"], token: form.token).location == "/panel")
        #expect(try await visitor.get("/nominals/N-1").text.contains("not in the cohort"))
    }

    @Test("a nominal that nobody knows is not there", arguments: ["/nominals/N-9", "/nominals/R9", "/nominals/..%2F..%2Fwaymark.db"])
    func unknown(path: String) async throws { #expect(try await member().get(path).status == 404) }

    @Test("the search leads to the nominal's page", arguments: [("N-1", "/nominals/N-1"), ("a/b ?", "/nominals/a%2Fb%20%3F"), ("", "/panel")])
    func search(id: String, path: String) async throws {
        #expect(try await member().get("/nominals?id=" + percentEncoded(id)).location == path)
    }
}

@Suite("What waits, on the first page")
struct HomePageTests {
    @Test("says how much waits for the panel and how much work there is, to those whom it concerns")
    func counts() async throws {
        let place = try SitePlace()
        try place.run(["N-1": 9, "N-2": 8])
        let panel = try await Visitor(place, as: "p.lee").get("/").text
        #expect(panel.contains("2 wait, 0 of them for longer than they should.") && panel.contains("2 open, 0 of them overdue."))
        place.wait(minutes: 60 * 24 * 40)
        #expect(try await Visitor(place, as: "p.lee").get("/").text.contains("2 wait, 2 of them for longer"))
        let board = try await Visitor(place, as: "a.khan").get("/").text
        #expect(!board.contains("wait for the panel") && board.contains("2 open, 2 of them overdue."))
        #expect(try place.log(about: "N-1", by: "p.lee") == [], "a number shows nobody")
    }
}

@Suite("Tasks on the site")
struct TaskPageTests {
    let place: SitePlace

    init() throws {
        place = try SitePlace()
        try place.run(["N-1": 9, "N-2": 8])
    }

    private func officer() async throws -> Visitor {
        let visitor = try await Visitor(place, as: "s.webb")
        try await visitor.give(purpose: "today's visits", for: "/tasks")
        return visitor
    }

    @Test("work is listed by owner, and said to be done or cancelled")
    func lifeOfATask() async throws {
        let visitor = try await officer()
        let list = try await visitor.get("/tasks")
        #expect(list.text.contains("2 tasks") && list.text.contains("<a href=\"/tasks/T1\">Make a plan</a>") && list.text.contains("For hub, about N-1"))
        #expect(try await visitor.get("/tasks?owner=hub&which=overdue").text.contains("There is no such work."))
        let task = try await visitor.get("/tasks/T1")
        #expect(task.heading == "Make a plan")
        #expect(try await visitor.post("/tasks/T1/done", ["came": "<b>met</b>"], token: task.token).location == "/tasks")
        let closed = try await visitor.get("/tasks/T1").text
        #expect(closed.contains("Done on 21 November 2026 by s.webb") && closed.contains("&lt;b&gt;met&lt;/b&gt;"))
        let missing = try await visitor.post("/tasks/T2/cancel", ["why": ""], token: task.token)
        #expect(missing.status == 422 && missing.text.contains("Say why it will not be done."))
        #expect(try await visitor.post("/tasks/T2/cancel", ["why": "moved away"], token: task.token).location == "/tasks")
        #expect(try await visitor.get("/tasks").text.contains("There is no such work."))
        #expect(try await visitor.get("/tasks?which=all").text.contains("2 tasks"))
        #expect(try await visitor.post("/tasks/T1/done", token: task.token).status == 403)
    }

    @Test("a task that nobody was given is not there", arguments: ["T9", "1", "T-1", "T1x", "R1"])
    func unknown(task: String) async throws { #expect(try await officer().get("/tasks/\(task)").status == 404) }
}
