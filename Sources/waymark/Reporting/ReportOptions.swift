import ArgumentParser
import Notation
import Reports

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
}

/// How a report is written, and where.
struct ReportOptions: ParsableArguments {
    @Option(help: "text for people, json for programs, csv for spreadsheets.")
    var format: ReportFormat = .text
    @Option(help: ArgumentHelp("Write a page of HTML here, too, whole or not at all.", valueName: "file"))
    var html: String?
    @OptionGroup var output: OutputOption

    /// Opens the files first, so that no work is done for a place that cannot be written.
    func open() throws -> ReportFiles {
        ReportFiles(format: format, result: try ResultFile(output.output), page: try html.map { try ResultFile($0) })
    }
}

/// The files of one report.
struct ReportFiles {
    let format: ReportFormat
    let result: ResultFile
    let page: ResultFile?

    func write(_ report: some PrintedReport) throws {
        switch format {
        case .text: try result.write(report.page.text)
        case .csv: try result.write(Array(report.csv.utf8)[...])
        case .json:
            var json = JSONWriter()
            report.write(to: &json)
            json.newline()
            try result.write(json.bytes[...])
        }
        try page?.write(report.page.html)
        try result.prepare()
        try page?.finish()
        try result.finish()
    }
}
