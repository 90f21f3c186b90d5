package import Cohorts
package import DecisionStore
package import Evidence
package import Notation

extension TrendsReport {
    /// How the scores of a store's nominals moved.
    /// - Parameters:
    ///   - matrix: its name, as records have it.
    ///   - months: how far back the bands are shown, a point a month.
    /// - Throws: `StoreError`
    package init(_ reader: StoreReader, _ source: StoreSource, layout: RowLayout, asOf: Day, matrix: String, months: Int) throws {
        var analysis = TrendsAnalysis(layout: layout, asOf: asOf, matrix: matrix, months: months, store: source)
        let rows = StoreRows(layout: layout)
        try rows.each(reader, borough: source.borough) { analysis.add(rows.row, kept: try $0.scores(), steps: try $0.steps()) }
        self = analysis.finish(read: rows.read, rejected: rows.rejected)
    }
}

extension OutcomesAnalysis {
    /// The offending of a store's nominals, those who left among them.
    /// - Throws: `StoreError`
    package func report(_ reader: StoreReader, _ source: StoreSource, layout: RowLayout) throws -> OutcomesReport {
        var analysis = self
        let rows = StoreRows(layout: layout)
        try rows.each(reader, borough: source.borough) { analysis.add(rows.row, steps: try $0.steps()) }
        return analysis.finish(read: rows.read, rejected: rows.rejected)
    }
}

extension Store {
    /// Logs that somebody reads a report, and counts it.
    /// - Parameters:
    ///   - name: of the report.
    ///   - borough: nil for all.
    ///   - days: of which days it is, for the log.
    package func countReport<Report>(
        _ name: String, borough: String?, days: String, who: String, why: String, _ body: (StoreReader, StoreSource) throws -> Report
    ) throws -> Report {
        try logReport(name, borough: borough, days: days, who: who, why: why)
        return try read { try body($0, try $0.source(borough: borough)) }
    }

    /// Logs that somebody reads a report, where its figures are kept already.
    package func logReport(_ name: String, borough: String?, days: String, who: String, why: String) throws {
        try logReading(of: "the report `\(name)` on \(borough ?? "all boroughs"), \(days)", who: who, why: why)
    }
}
