package import Cohorts

/// The people of a cohort file, one after the other, in one row that is filled again and again.
package final class CohortReading {
    package enum Step {
        /// `row` holds the next nominal.
        case nominal
        case rejected(Reject)
    }

    package let row: NominalRow
    /// Nominals given, and lines rejected, so far.
    package private(set) var read = 0
    package private(set) var rejected = 0
    private let source: any CohortSource
    private var decoder: NominalDecoder
    private var seen = SeenIDs()
    private var waiting: ArraySlice<Reject> = []
    private var isEnd = false

    package init(_ source: any CohortSource, layout: RowLayout) {
        self.source = source
        decoder = NominalDecoder(layout: layout)
        row = NominalRow(layout: layout)
    }

    /// - Returns: nil at the end of the file.
    /// - Throws: where the file cannot be read on.
    package func next() throws(CohortError) -> Step? {
        while true {
            if let reject = waiting.popFirst() {
                rejected += 1
                return .rejected(reject)
            }
            if isEnd { return nil }
            var found: Reject?
            var wasGiven = false
            isEnd = try !source.next { line, number in
                wasGiven = true
                found = decoder.decode(line, lineNumber: number, into: row)
                if found != nil { return }
                let id = row.id
                if !Array(id.utf8).withUnsafeBytes({ seen.insert($0) }) { found = .duplicate(id: id, line: number) }
            }
            let late = source.pendingRejects
            source.pendingRejects = []
            waiting += late
            if let found { waiting.append(try source.locate(found)) } else if wasGiven {
                read += 1
                return .nominal
            }
        }
    }
}
