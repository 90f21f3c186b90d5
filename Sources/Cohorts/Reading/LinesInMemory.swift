/// A cohort that is there already, line by line.
package final class LinesInMemory: CohortSource {
    package var pendingRejects: [Reject] = []
    private let lines: [[UInt8]]
    private var place = 0

    package init(_ lines: [[UInt8]]) { self.lines = lines }

    package convenience init(_ lines: [String]) { self.init(lines.map { Array($0.utf8) }) }

    package func next(_ body: (UnsafeRawBufferPointer, Int) -> Void) -> Bool {
        guard place < lines.count else { return false }
        place += 1
        lines[place - 1].withUnsafeBytes { body($0, place) }
        return true
    }

    package func rewind() { place = 0 }
    package func locate(_ reject: Reject) -> Reject { reject }
}
