import ArgumentParser
import Cohorts
import Decisions
import FieldDefinitions
import Notation
import RulePacks

struct CohortCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort", abstract: "Check cohort files, make synthetic ones, and keep the store's nominals.",
        subcommands: [
            ValidateCohortCommand.self, SynthCohortCommand.self, ImportCohortCommand.self, ExportCohortCommand.self, RestrictCommand.self,
            UnrestrictCommand.self, ForgetCommand.self,
        ])
}

struct ValidateCohortCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Read a cohort file and say which lines would be rejected, and why.",
        usage: "waymark cohort validate <cohort> [options]",
        discussion: """
            Example: waymark cohort validate cohort.ndjson

            Exit codes: 0 every line is good; 2 the file cannot be read; 3 some lines would be rejected.
            """)

    @Argument(help: "The cohort: .ndjson, .csv, or - for standard input.")
    var cohort: String
    @Option(help: ArgumentHelp("Know the fields of this pack's boroughs.", valueName: "folder"))
    var pack: String?
    @Option(help: ArgumentHelp("Write the rejects here as NDJSON, too.", valueName: "file"))
    var rejects: String?
    @OptionGroup var format: FormatOption

    func run() throws {
        let layout = RowLayout(try pack.map { try Packs.load($0).catalogue } ?? .standard)
        let rejectsFile = try rejects.map { try ResultFile($0) }
        let out = try ResultFile(nil)
        var bad = 0
        var json = JSONWriter()
        let validation: CohortValidation
        do throws(CohortError) {
            validation = CohortValidation(try openCohort(path: cohort, layout: layout, rewindable: false), layout: layout)
        } catch {
            throw Stop(error)
        }
        while let rejects = try validation.next() {
            for reject in rejects {
                bad += 1
                json.reset()
                reject.write(to: &json)
                json.newline()
                try rejectsFile?.write(json.bytes[...])
                if format.format == .json {
                    try out.write(json.bytes[...])
                } else {
                    try out.write(Terminal.wrapped("\(cohort):\(reject.line): \(reject.id.map { "\($0): " } ?? "")\(reject.message)", indent: 4) + "\n")
                }
            }
        }
        try rejectsFile?.finish()
        try out.finish()
        Terminal.error("\(Numbers.count(validation.good, "good line")), \(Numbers.grouped(bad)) to be rejected.")
        if bad > 0 { throw Stop(.partly) }
    }
}

/// One reading of a cohort file, for what is wrong with it.
private final class CohortValidation {
    private(set) var good = 0
    private let source: any CohortSource
    private var decoder: NominalDecoder
    private let row: NominalRow
    private var seen = SeenIDs()
    private var isEnd = false

    init(_ source: any CohortSource, layout: RowLayout) {
        self.source = source
        decoder = NominalDecoder(layout: layout)
        row = NominalRow(layout: layout)
    }

    /// What is wrong with the next nominal; nil at the end of the file.
    func next() throws(CohortError) -> [Reject]? {
        guard !isEnd else { return nil }
        var found: Reject?
        isEnd = try !source.next { line, number in
            found = decoder.decode(line, lineNumber: number, into: row)
            if found != nil { return }
            let id = row.id
            if Array(id.utf8).withUnsafeBytes({ seen.insert($0) }) { good += 1 } else { found = .duplicate(id: id, line: number) }
        }
        var rejects = source.pendingRejects
        source.pendingRejects = []
        if let found { rejects.append(try source.locate(found)) }
        return rejects
    }
}
