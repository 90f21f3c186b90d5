/// Where each table of a page can be had by itself.
package struct TableLinks: Sendable {
    /// What each link says: `As CSV`.
    package var title: String
    /// The address of a table, by its name among ``ReportPage/tables``.
    package var address: @Sendable (String) -> String

    package init(_ title: String, address: @escaping @Sendable (String) -> String) {
        self.title = title
        self.address = address
    }
}
