import ArgumentParser
import Governance

struct ShowApprovalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what was submitted: the approval pack, its evidence and its signatures.",
        usage: "waymark board show <pack> [options]",
        discussion: """
            Example: waymark board show camford --store store

            Exit codes: 0 done; 2 there is no store, or the file cannot be written; 4 it was altered, or nothing of that name \
            was submitted.
            """)

    @Argument(help: "What was submitted: the pack's id, id@version, or the beginning of the approval pack's digest.")
    var pack: String
    @Flag(help: "Print the evidence, a JSON document.")
    var evidence = false
    @OptionGroup var store: StoreOption
    @OptionGroup var date: DateOption
    @OptionGroup var format: FormatOption
    @OptionGroup var output: OutputOption

    func run() throws {
        let board = try store.board()
        let book = try board.book(on: date.day)
        let examination = try board.find(pack, in: book)
        if let refusal = examination.alterations.first { throw refusal }
        let file = try ResultFile(output.output)
        if evidence {
            try file.write((examination.dossier.evidence + [0x0A])[...])
        } else if format.format == .json {
            try file.write((examination.dossier.document + [0x0A])[...])
        } else {
            try file.write(ApprovalText(book.standing(examination)).text)
        }
        try file.finish()
    }
}
