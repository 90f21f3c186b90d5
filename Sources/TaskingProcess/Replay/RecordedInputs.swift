import Cohorts
import DecisionStore

/// The decisions of a run with what they were made from, in the order of their places and some at a time.
final class RecordedInputs: CohortSource {
    var pendingRejects: [Reject] = []
    private let reader: StoreReader
    private let run: Int
    private var page: ArraySlice<StoredDecision> = []
    private var last = 0

    init(_ reader: StoreReader, run: Int) {
        self.reader = reader
        self.run = run
    }

    /// Goes on with the decision at a place.
    func skip(to place: Int) {
        page = []
        last = place - 1
    }

    /// nil at the end.
    func next() throws -> StoredDecision? {
        if page.isEmpty { page = try reader.decisions(run: run, after: last)[...] }
        guard let decision = page.popFirst() else { return nil }
        last = decision.place
        return decision
    }

    func next(_ body: (UnsafeRawBufferPointer, Int) -> Void) throws(CohortError) -> Bool {
        do {
            guard let decision = try next() else { return false }
            (decision.line ?? []).withUnsafeBytes { body($0, decision.place) }
            return true
        } catch {
            throw CohortError(message: "\(error)")
        }
    }

    func rewind() { skip(to: 1) }
    func locate(_ reject: Reject) -> Reject { reject }
}
