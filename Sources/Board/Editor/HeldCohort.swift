import Cohorts

/// Lines of a cohort in memory, which end as soon as the work that reads them is over.
final class HeldCohort: CohortSource {
    /// The work was over before the cohort was.
    private(set) var isCutShort = false
    var pendingRejects: [Reject] = []
    private let lines: [[UInt8]]
    private let work: Workbench.Work
    private var place = 0

    init(_ lines: [[UInt8]], _ work: Workbench.Work) {
        self.lines = lines
        self.work = work
    }

    func next(_ body: (UnsafeRawBufferPointer, Int) -> Void) throws(CohortError) -> Bool {
        guard place < lines.count else { return false }
        if work.isOver {
            isCutShort = true
            throw CohortError(message: "the work was ended")
        }
        place += 1
        lines[place - 1].withUnsafeBytes { body($0, place) }
        return true
    }

    func rewind() { place = 0 }
    func locate(_ reject: Reject) -> Reject { reject }
}
