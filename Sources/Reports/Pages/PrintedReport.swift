package import Notation

/// A report in each of its forms: text and HTML from one page, JSON for programs, CSV for spreadsheets.
package protocol PrintedReport: Sendable {
    var page: ReportPage { get }
    /// One object.
    func write(to json: inout JSONWriter)
    var csv: String { get }
}
