import ArgumentParser
import Governance

struct ExportPackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a submitted or approved pack into one file, with its evidence and signatures.",
        usage: "waymark pack export <pack> [options]",
        discussion: """
            Example: waymark pack export camford --store store -o camford.waymark

            The same pack with the same signatures gives the same bytes. Exit codes: 0 done; 2 the file cannot be written; 4 \
            it was altered, or nothing of that name was submitted.
            """)

    @Argument(help: "What was submitted: the pack's id, id@version, or the beginning of the approval pack's digest.")
    var pack: String
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOption

    func run() throws {
        let bytes = try store.board().export(pack)
        let file = try ResultFile(output.output)
        try file.write(bytes[...])
        try file.finish()
    }
}

struct ImportPackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take a pack, or further signatures for one, from a file that another store wrote.",
        usage: "waymark pack import <file> --by <id> [options]",
        discussion: """
            Example: waymark pack import camford.waymark --by j.ofori --store store

            Everything in the file is verified against this store's waymark.lua, and nothing is taken where anything is \
            refused. Exit codes: 0 done; 2 the file cannot be read; 4 not permitted.
            """)

    @Argument(help: "The file.")
    var file: String
    @Option(help: ArgumentHelp("Who you are: your id in the store's waymark.lua.", valueName: "id"))
    var by: String
    @OptionGroup var store: StoreOption
    @OptionGroup var format: FormatOption

    func run() throws {
        let board = try store.board(makes: true)
        let (standing, new) = try board.take(try WholeFile.read(file, most: PackExport.mostBytes), by: by)
        if new == 0 { Terminal.error("nothing in `\(file)` is new here") }
        try StandingText(standing: standing).print(format.format)
    }
}
