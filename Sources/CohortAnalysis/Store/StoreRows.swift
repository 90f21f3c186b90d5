package import Cohorts
package import DecisionStore
package import Evidence
import Notation

/// The nominals of a store, each in one row that is filled again and again.
package final class StoreRows {
    package let row: NominalRow
    private var decoder: NominalDecoder
    /// Nominals whose record can be read, and those whose record cannot.
    package private(set) var read = 0
    package private(set) var rejected = 0

    package init(layout: RowLayout) {
        row = NominalRow(layout: layout)
        decoder = NominalDecoder(layout: layout)
    }

    /// Gives each nominal that may be counted, while ``row`` holds its record.
    /// - Parameter borough: only those who live there now; nil for all.
    /// - Throws: ``StoreError``, and what `body` throws.
    package func each(_ reader: StoreReader, borough: String?, _ body: (NominalFigures) throws -> Void) throws {
        try reader.figures(borough: borough) { nominal in
            let fault = try nominal.line().withUnsafeBytes { decoder.decode($0, lineNumber: 1, into: row) }
            guard fault == nil else {
                rejected += 1
                return
            }
            read += 1
            try body(nominal)
        }
    }
}

extension StoreReader {
    /// Whom a report counts.
    package func source(borough: String?) throws -> StoreSource { StoreSource(borough: borough, restricted: try restrictedCount(borough: borough)) }
}
