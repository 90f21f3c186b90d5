import ArgumentParser
import CohortAnalysis
import Cohorts
import FieldDefinitions
import Notation
import RulePacks

/// How a cohort is read for a report.
struct CohortInputOption: ParsableArguments {
    @Option(help: ArgumentHelp("Know the fields of this pack's boroughs.", valueName: "folder"))
    var pack: String?

    func layout() throws -> RowLayout { RowLayout(try pack.map { try Packs.load($0).catalogue } ?? .standard) }

    /// Gives each nominal that can be read. Lines that cannot are told on standard error, the first of them in words.
    func read(_ path: String, _ layout: RowLayout, _ body: (NominalRow) throws -> Void) throws -> (read: Int, rejected: Int) {
        let reading = CohortReading(try openCohort(path: path, layout: layout, rewindable: false), layout: layout)
        while let step = try reading.next() {
            switch step {
            case .nominal: try body(reading.row)
            case .rejected(let reject):
                if reading.rejected == 1 { Terminal.error(Terminal.wrapped("\(path):\(reject.line): \(reject.message)", indent: 4)) }
            }
        }
        if reading.rejected > 0 {
            Terminal.error(Terminal.wrapped("\(Numbers.count(reading.rejected, "line")) of `\(path)` left out: `waymark cohort validate` lists them.", indent: 4))
        }
        return (reading.read, reading.rejected)
    }
}

enum FigureFiles {
    /// Reads a small file of figures whole.
    static func read<Figures>(_ path: String, _ reader: ([UInt8]) throws -> Figures) throws -> Figures {
        let bytes = try readWholeFile(path: path)
        do { return try reader(bytes) } catch let error as FigureFileError { throw Stop(.usage, error.message) }
    }
}
