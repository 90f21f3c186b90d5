@testable import Board
import DecisionStore
import Evidence
import Notation
import Reports
import StoreTestKit
import TestSupport
import Testing

@Suite("Figures that are kept")
struct KeptFigureTests {
    let place: SitePlace
    let store: FilledStore

    init() throws {
        place = try SitePlace()
        store = try FilledStore(place.place.path)
        // What is filled in is logged at noon, and the log's times go forward only.
        place.wait(minutes: 180)
        try store.take([FilledStore.line("N-1")])
    }

    private static let path = "/reports/recruitment?from=2026-10-01&to=2026-11-20"
    private static let behind = "What was recorded since then is not in these figures"

    private func people(_ page: Visitor.Page) -> String? { page.text.firstMatch(of: /<dt>People in the store<\/dt><dd>([^<]*)</).map { String($0.output.1) } }

    private func reader() async throws -> Visitor {
        let visitor = try await Visitor(place, as: "a.khan")
        try await visitor.give(purpose: "programme board", for: "/reports")
        return visitor
    }

    @Test("what was recorded meanwhile is said to be missing, and is in the figures a moment later")
    func behind() async throws {
        let visitor = try await reader()
        let first = try await visitor.get(Self.path)
        #expect(people(first) == "1")
        #expect(first.text.contains("Counted at 12:00:00 UTC.") && !first.text.contains(Self.behind))
        try store.take([FilledStore.line("N-1"), FilledStore.line("N-2")])
        let second = try await visitor.get(Self.path)
        #expect(people(second) == "1")
        #expect(second.text.contains(Self.behind))
        var later = second
        for _ in 0..<500 where later.text.contains(Self.behind) {
            try await Task.sleep(for: .milliseconds(20))
            later = try await visitor.get(Self.path)
        }
        #expect(people(later) == "2")
        #expect(!later.text.contains(Self.behind))
    }

    @Test("a minute later whoever asks waits for figures with all that was recorded")
    func afterAMinute() async throws {
        let visitor = try await reader()
        _ = try await visitor.get(Self.path)
        try store.take([FilledStore.line("N-1"), FilledStore.line("N-2")])
        place.wait(minutes: 1)
        let page = try await visitor.get(Self.path)
        #expect(people(page) == "2")
        #expect(page.text.contains("Counted at 12:01:00 UTC.") && !page.text.contains(Self.behind))
    }

    @Test("looking at them changes nothing, and every look is a row of the log")
    func looks() async throws {
        let visitor = try await reader()
        for _ in 0..<3 { #expect(!(try await visitor.get(Self.path)).text.contains(Self.behind)) }
        _ = try await visitor.get(Self.path.replacing("recruitment", with: "recruitment.csv"))
        #expect(
            try store.logged(.consultation)
                == Array(repeating: "a.khan: read the report `recruitment` on all boroughs, 2026-10-01 to 2026-11-20 (programme board)", count: 4))
    }

    @Test("another borough, other days and another report have figures of their own")
    func choices() async throws {
        try store.take([FilledStore.line("N-1"), FilledStore.line("N-2", borough: "Leeds"), FilledStore.line("N-3", borough: "Leeds")])
        let visitor = try await reader()
        #expect(people(try await visitor.get(Self.path)) == "3")
        #expect(people(try await visitor.get(Self.path + "&borough=Leeds")) == "2")
        #expect(people(try await visitor.get(Self.path + "&borough=Camden")) == "1")
        #expect(try await visitor.get(Self.path.replacing("2026-10-01", with: "2026-09-01")).text.contains("1 September 2026 to 20 November 2026"))
        #expect(try await visitor.get("/reports/taskings?from=2026-10-01&to=2026-11-20").heading == Words.english[.taskingsTitle])
    }

    @Test("counting that fails is tried again, much that is recorded makes it no busier, and no more is kept than there is room for")
    func failing() throws {
        struct Fails: Error {}
        struct NoReport: PrintedReport {
            let page = ReportPage(title: "T", sections: [])
            let csv = ""
            func write(to json: inout JSONWriter) {}
        }
        let desk = FigureDesk(), counts = Locked(0)
        func ask(_ name: String, after row: Int = 1, now: Int = 0) throws -> FigureDesk.Figures {
            try desk.figures(name, after: row, now: now, later: { $0() }) {
                counts.withLock { $0 += 1 }
                return FigureDesk.Figures(report: NoReport(), countedAt: now, took: 50, row: row)
            }
        }
        #expect(throws: Fails.self) { try desk.figures("a", after: 1, now: 0, later: { $0() }) { throw Fails() } }
        _ = try ask("a")
        _ = try ask("a")
        #expect(counts.withLock { $0 } == 1)
        // What fails behind the page leaves the older figures, and the next who asks has them counted.
        #expect(try desk.figures("a", after: 2, now: 500, later: { $0() }) { throw Fails() }.isBehind)
        #expect(try ask("a", after: 2, now: 500).isBehind)
        #expect(!(try ask("a", after: 2, now: 500)).isBehind)
        #expect(counts.withLock { $0 } == 2)
        // Counting took 50 ms, so there is a pause of 500 before it is done again.
        #expect(try ask("a", after: 3, now: 999).isBehind)
        #expect(try ask("a", after: 3, now: 999).isBehind)
        #expect(try ask("a", after: 3, now: 1000).isBehind)
        #expect(!(try ask("a", after: 3, now: 1000)).isBehind)
        #expect(counts.withLock { $0 } == 3)
        for name in 0..<70 { _ = try ask("\(name)") }
        _ = try ask("a", after: 2)
        #expect(counts.withLock { $0 } == 74)
    }
}
