import Cohorts
import DecisionStore

/// The inputs of a borough in the order of the ids, some at a time, so that memory does not grow with their number.
final class StoredInputs: CohortSource {
    var pendingRejects: [Reject] = []
    private let reader: StoreReader
    private let borough: String
    private var page: ArraySlice<RunInput> = []
    private var last = ""
    private var count = 0

    init(_ reader: StoreReader, borough: String) {
        self.reader = reader
        self.borough = borough
    }

    /// nil at the end.
    func next() throws -> RunInput? {
        if page.isEmpty { page = try reader.inputs(borough: borough, after: last)[...] }
        guard let input = page.popFirst() else { return nil }
        last = input.nominal
        count += 1
        return input
    }

    func next(_ body: (UnsafeRawBufferPointer, Int) -> Void) throws(CohortError) -> Bool {
        do {
            guard let input = try next() else { return false }
            input.line.withUnsafeBytes { body($0, count) }
            return true
        } catch {
            throw CohortError(message: "\(error)")
        }
    }

    func rewind() {
        page = []
        last = ""
        count = 0
    }

    func locate(_ reject: Reject) -> Reject { reject }
}
