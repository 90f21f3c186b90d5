import ArgumentParser
import Cohorts
import Conversion
import Decisions
import FieldDefinitions
import Notation
import RulePacks

struct ConvertCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, dmn, pack
        case spreadsheet = "xlsx-csv"
    }

    static let configuration = CommandConfiguration(
        commandName: "convert", _superCommandName: Waymark.name,
        abstract: "Bring a scoring matrix or decision table to CSV or DMN, and back.",
        usage: """
            waymark convert <pack> --matrix <name> --to csv|xlsx-csv|dmn [-o <file>]
            waymark convert <pack> --table <name> --to csv|xlsx-csv|dmn [-o <file>]
            waymark convert <file> --to pack -o <folder>
            waymark convert <file> --into <pack> [--dry-run]
            """,
        discussion: """
            Example: waymark convert rules/staffordshire --matrix sac --to xlsx-csv -o sac.csv

            A file in CSV or DMN becomes a pack of its own, or replaces the rows of a matrix or table that a pack has.

            Exit codes: 0 done; 1 a pack does not load, or what the file says is no pack; 2 wrong usage, or a file that cannot be read or \
            written.
            """)

    @Argument(help: ArgumentHelp("A pack's folder, or a file in CSV or DMN.", valueName: "pack-or-file"))
    var input: String
    @Option(help: ArgumentHelp("The scoring matrix that is meant.", valueName: "name"))
    var matrix: String?
    @Option(help: ArgumentHelp("The decision table that is meant.", valueName: "name"))
    var table: String?
    @Option(help: "csv for programs, xlsx-csv for spreadsheets, dmn for DMN 1.5, or pack for a pack of its own.")
    var to: Format?
    @Option(help: ArgumentHelp("Put the file's table in the place of the pack's table of that name.", valueName: "pack"))
    var into: String?
    @Flag(help: "With --into: say what would change, and write nothing.")
    var dryRun = false
    @Option(help: ArgumentHelp("With --to pack: the first day on which the pack is valid. Default: today.", valueName: "date"))
    var validFrom: DayArgument?
    @OptionGroup var output: OutputOption

    func validate() throws {
        if matrix != nil, table != nil { throw ValidationError("give `--matrix` or `--table`, not both") }
        if (to == nil) == (into == nil) { throw ValidationError("say what is wanted: `--to csv`, `--to xlsx-csv`, `--to dmn`, `--to pack`, or `--into` a pack") }
        if into == nil, dryRun { throw ValidationError("`--dry-run` goes with `--into`") }
        if into != nil, output.output != nil { throw ValidationError("`--into` writes the pack's own file: leave `-o` out") }
        if to == .pack, output.output == nil { throw ValidationError("name the new pack's folder with `-o`, such as `-o rules/camford`") }
        if to != .pack, validFrom != nil { throw ValidationError("`--valid-from` goes with `--to pack`") }
    }

    func run() throws {
        let isFolder = TableFile.isFolder(input)
        switch (to, into) {
        case (.pack?, _):
            if isFolder { throw Stop(.usage, "`\(input)` is a pack already: give a file in CSV or DMN") }
            try writePack()
        case (_, let pack?):
            if isFolder { throw Stop(.usage, "`\(input)` is a folder: give a file in CSV or DMN to put into `\(pack)`") }
            try change(pack)
        case (let format?, nil): try export(format, isFolder: isFolder)
        case (nil, nil): break
        }
    }

    // MARK: Out of a pack

    private func export(_ format: Format, isFolder: Bool) throws {
        let catalogue: FieldCatalogue
        let found: PackTable
        if isFolder {
            let program = try program(input, asOf: DateOption.today)
            catalogue = program.pack.catalogue
            found = try chosen(in: program)
        } else {
            let file = try TableFile(input).tables(.standard)
            catalogue = FieldCatalogue.standard.adding(file.fields)
            found = try chosen(in: file)
        }
        let text =
            switch format {
            case .dmn: found.dmn(catalogue)
            case .spreadsheet: found.spreadsheetCSV
            case .csv, .pack: found.csv
            }
        let file = try ResultFile(output.output)
        if output.output == nil, Terminal.outputIsTerminal { try file.write(text) } else { try file.write(Array(text.utf8)[...]) }
        try file.finish()
    }

    private func chosen(in program: RuleProgram) throws -> PackTable {
        do throws(ConversionError) {
            if let matrix { return try PackTable(.matrix, matrix, in: program) }
            if let table { return try PackTable(.decisionTable, table, in: program) }
        } catch {
            throw Stop(.usage, error.text)
        }
        let names = PackTable.names(in: program).map { "  \($0.kind == .matrix ? "--matrix" : "--table") \($0.name)" }
        throw Stop(.usage, names.isEmpty ? "the pack has neither a matrix nor a decision table" : "say which table is meant:\n" + names.joined(separator: "\n"))
    }

    private func chosen(in file: DMNFile) throws -> PackTable {
        if let name = matrix ?? table {
            let kind: PackTableKind = matrix == nil ? .decisionTable : .matrix
            if let found = file.tables.first(where: { $0.kind == kind && $0.name == name }) { return found }
            // The one table of a file is meant, whatever its name.
            if into != nil, let only = file.tables.first, file.tables.count == 1, only.kind == kind { return only }
            throw Stop(.usage, "`\(input)` has no \(kind == .matrix ? "matrix" : "decision table") `\(name)`: it has \(file.tables.map(\.words).joined(separator: ", "))")
        }
        guard let only = file.tables.first, file.tables.count == 1 else {
            throw Stop(.usage, "`\(input)` has several tables: say which is meant\n" + file.tables.map { "  \($0.kind == .matrix ? "--matrix" : "--table") \($0.name)" }.joined(separator: "\n"))
        }
        return only
    }

    private func program(_ path: String, asOf: Day) throws -> RuleProgram {
        let source = try Packs.load(path)
        return try RuleProgram(source, layout: RowLayout(source.catalogue), asOf: asOf)
    }

    // MARK: Into a pack

    private func writePack() throws {
        let folder = String((output.output ?? "").reversed().drop { $0 == "/" }.reversed())
        let id = folder.split(separator: "/").last.map(String.init) ?? ""
        let file = try TableFile(input).tables(.standard)
        let tables = matrix == nil && table == nil ? file.tables : [try chosen(in: file)]
        do throws(ConversionError) {
            let pack = try ImportedPack(id, title: file.name, tables: tables, fields: file.fields, from: validFrom?.day ?? DateOption.today, origin: origin)
            let written = try pack.write(to: folder)
            Terminal.output("wrote \(folder)")
            for file in written.files { Terminal.output("  \(file)") }
            let warnings = written.findings.count { $0.severity == .warning }
            Terminal.output("`check` finds no errors" + (warnings == 0 ? "" : " and \(Numbers.count(warnings, "warning"))"))
            Terminal.output("Next:")
            for line in ["waymark check \(folder)", "waymark test \(folder)", "read \(folder)/README.md: what a board has to decide"] { Terminal.output("  \(line)") }
        } catch {
            throw Stop(.failedCheck, error.text)
        }
    }

    private var origin: String { input.split(separator: "/").last.map(String.init) ?? input }

    private func change(_ path: String) throws {
        let program = try program(path, asOf: DateOption.today)
        let given = try chosen(in: try TableFile(input).tables(program.pack.catalogue))
        let edit: PackEdit
        do throws(ConversionError) {
            edit = try PackEdit(given, named: given.kind == .matrix ? matrix : table, into: program)
        } catch {
            throw Stop(.failedCheck, error.text)
        }
        guard !edit.changes.isEmpty else { return Terminal.output(Terminal.wrapped("\(path)/\(edit.file) says the same already: nothing was changed", indent: 4)) }
        if !dryRun {
            guard PackSource.bytes(of: edit.file, inFolder: path) == program.pack.ownRuleFiles.first(where: { $0.name == edit.file })?.bytes else {
                throw Stop(.usage, "`\(path)/\(edit.file)` changed meanwhile; nothing was written, so try again")
            }
            try PackFiles.write(edit.bytes, to: edit.file, of: path)
        }
        Terminal.output("\(path)/\(edit.file) \(dryRun ? "would change" : "changed"):")
        for change in edit.changes { Terminal.output(Terminal.wrapped("  \(change)", indent: 4)) }
        if !dryRun { Terminal.output("Next:\n  waymark check \(path)\n  waymark test \(path)") }
    }
}
