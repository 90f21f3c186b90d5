/// Which figures of the table that follows a chart the chart shows: who draws it anew reads them there.
package struct ChartSource: Sendable, Equatable {
    /// Places of the table's columns, from 0; the first holds the names of the rows.
    package var columns: [Int]
    /// So many rows from the first; nil for every row that is no total.
    package var rows: Int?

    package init(_ columns: some Sequence<Int>, rows: Int? = nil) {
        self.columns = Array(columns)
        self.rows = rows
    }
}
