import CohortAnalysis
import DecisionStore
import Evidence
import StoreTestKit
import Testing

@Suite("taskings counted from a store")
struct TaskingsAnalysisTests {
    private func filled() throws -> FilledStore {
        let store = try FilledStore()
        try store.take(["A", "B", "C"].map { FilledStore.line($0, borough: $0 == "C" ? "Newham" : "Camden") } + [FilledStore.line("D", borough: "Enfield")])
        // Asked for before the period and done in it: received, and not requested.
        try store.tasks("A", "intel_plan", in: "Camden", opened: "2025-12-20", due: "2025-12-31", "done", closed: "2026-01-04")
        try store.tasks("A", "intel_plan", in: "Camden", opened: "2026-01-10", due: "2026-01-20", "done", closed: "2026-01-20")
        try store.tasks("B", "intel_plan", in: "Camden", opened: "2026-01-11", due: "2026-01-20")
        try store.tasks("B", "visit", in: "Camden", opened: "2026-02-01", due: nil, "cancelled", closed: "2026-02-03")
        try store.tasks("C", "visit", in: "Newham", opened: "2026-02-01", due: "2026-12-31")
        // Over before it, and begun after it.
        try store.tasks("C", "letter", in: "Newham", opened: "2025-11-01", due: nil, "done", closed: "2025-11-02")
        try store.tasks("C", "letter", in: "Newham", opened: "2026-03-01", due: nil)
        try store.tasks("D", "visit", in: "Enfield", opened: "2026-02-01", due: nil)
        try store.restrict("D")
        return store
    }

    private func report(_ store: FilledStore, borough: String? = nil) throws -> TaskingsReport {
        try store.store.read { reader in
            try TaskingsReport(reader, scope: ReportScope(try People.day("2026-01-01")...People.day("2026-02-28"), source: try reader.source(borough: borough)))
        }
    }

    /// Asked for, done, cancelled, late, open, overdue, and twice the median of days.
    private func row(_ figures: TaskingFigures) -> [Int] {
        [figures.askedFor, figures.done, figures.cancelled, figures.late, figures.open, figures.overdue, figures.toDone.twiceMedian ?? -1]
    }

    @Test("by borough and kind, and in all: more can be done than was asked for in the period")
    func boroughs() throws {
        let report = try report(filled())
        #expect(report.boroughs == ["Camden", "Enfield", "Newham"])
        #expect(report.kinds == ["intel_plan", "visit"])
        #expect(row(report.figures("Camden", "intel_plan")) == [2, 2, 0, 1, 1, 1, 25])
        #expect(row(report.figures("Camden", "visit")) == [1, 0, 1, 0, 0, 0, -1])
        #expect(row(report.figures("Newham", "visit")) == [1, 0, 0, 0, 1, 0, -1])
        #expect(row(report.figures("Enfield", nil)) == [0, 0, 0, 0, 0, 0, -1])
        #expect(row(report.figures("Camden", nil)) == [3, 2, 1, 1, 1, 1, 25])
        #expect(row(report.figures(nil, "visit")) == [2, 0, 1, 0, 1, 0, -1])
        #expect(row(report.figures(nil, nil)) == [4, 2, 1, 1, 2, 1, 25])
    }

    @Test("by month, with what was open at its end")
    func months() throws {
        let report = try report(filled())
        let months = report.scope.months
        #expect(row(report.figures(months[0], "intel_plan")) == [2, 2, 0, 1, 1, 1, 25])
        #expect(row(report.figures(months[1], "intel_plan")) == [0, 0, 0, 0, 1, 1, -1])
        #expect(row(report.figures(months[1], "visit")) == [2, 0, 1, 0, 1, 0, -1])
    }

    @Test("of one borough")
    func borough() throws {
        let report = try report(filled(), borough: "Newham")
        #expect(report.boroughs == ["Newham"])
        #expect(row(report.figures(nil, nil)) == [1, 0, 0, 0, 1, 0, -1])
    }
}
