/// A table with a caption, a heading for each column, and for each row its first cell as heading.
package struct ReportTable: Sendable {
    package struct Column: Sendable {
        package enum Kind: Sendable {
            /// Words, from the left.
            case text
            /// Numbers, in line at the right.
            case number
        }

        package var title: String
        package var kind: Kind

        package init(_ title: String, _ kind: Kind = .text) {
            self.title = title
            self.kind = kind
        }

        package static func text(_ title: String) -> Column { Column(title) }
        package static func number(_ title: String) -> Column { Column(title, .number) }
    }

    package struct Row: Sendable {
        /// One for each column, the row's heading first.
        package var cells: [String]
        /// It sums the others up.
        package var isTotal: Bool

        package init(_ cells: [String], isTotal: Bool = false) {
            self.cells = cells
            self.isTotal = isTotal
        }
    }

    package var caption: String
    package var columns: [Column]
    package var rows: [Row]
    /// Below the table: what a mark or a gap in it means.
    package var notes: [String]
    /// What stands in place of the rows where there are none.
    package var emptyText: String

    package init(_ caption: String, columns: [Column], rows: [Row], notes: [String] = [], emptyText: String = "None.") {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.emptyText = emptyText
    }
}
