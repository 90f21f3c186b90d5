import ArgumentParser
import Cohorts
import Decisions
import FieldDefinitions
import Notation
import RulePacks

struct CohortCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort", abstract: "Check cohort files, and make synthetic ones.",
        subcommands: [ValidateCohortCommand.self, SynthCohortCommand.self])
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
        var validation = CohortValidation(layout: layout)
        var json = JSONWriter()
        do throws(CohortError) {
            let source = try openCohort(path: cohort, layout: layout, rewindable: false)
            validation = try validation.run(source)
        } catch {
            throw Stop(error)
        }
        for reject in validation.rejects {
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
        try rejectsFile?.finish()
        try out.finish()
        Terminal.error("\(Numbers.count(validation.good, "good line")), \(Numbers.grouped(validation.rejects.count)) to be rejected.")
        if !validation.rejects.isEmpty { throw Stop(.partly) }
    }
}

/// One reading of a cohort file, for what is wrong with it.
private struct CohortValidation {
    let layout: RowLayout
    private(set) var good = 0
    private(set) var rejects: [Reject] = []

    init(layout: RowLayout) { self.layout = layout }

    func run(_ source: any CohortSource) throws(CohortError) -> CohortValidation {
        var result = self
        var decoder = NominalDecoder(layout: layout)
        let row = NominalRow(layout: layout)
        var seen = SeenIDs()
        var isEnd = false
        while !isEnd {
            var found: Reject?
            isEnd = try !source.next { line, number in
                found = decoder.decode(line, lineNumber: number, into: row)
                if found != nil { return }
                let id = row.id
                if Array(id.utf8).withUnsafeBytes({ seen.insert($0) }) { result.good += 1 } else { found = .duplicate(id: id, line: number) }
            }
            result.rejects += source.pendingRejects
            source.pendingRejects = []
            if let found { result.rejects.append(try source.locate(found)) }
        }
        return result
    }
}
