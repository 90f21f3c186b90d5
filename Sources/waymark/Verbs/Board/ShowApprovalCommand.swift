import ArgumentParser
import Governance

struct ShowApprovalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what was submitted: the approval pack, its evidence and its signatures.",
        usage: "waymark board show <pack> [options]",
        discussion: """
            Example: waymark board show camford --store store

            What is written is verified first: it is what was submitted, to the last letter. Exit codes: 0 done; 2 there is no \
            store, or the file cannot be written; 4 it was altered, or nothing of that name was submitted.
            """)

    @Argument(help: "What was submitted: the pack's id, id@version, or the beginning of the approval pack's digest.")
    var pack: String
    @Flag(help: "Print the evidence, a JSON document.")
    var evidence = false
    @Option(help: ArgumentHelp("Write the evidence for people here, too: a page of HTML.", valueName: "file"))
    var html: String?
    @OptionGroup var store: StoreOption
    @OptionGroup var date: DateOption
    @OptionGroup var format: FormatOption
    @OptionGroup var output: OutputOption

    func run() throws {
        let board = try store.board()
        let book = try board.book(on: date.day)
        let examination = try board.find(pack, in: book)
        if let refusal = examination.alterations.first { throw refusal }
        if html != nil, examination.dossier.page == nil { throw Stop(.usage, "`\(pack)` was submitted without a page for people: `--evidence` prints its evidence") }
        let page = try html.map { try ResultFile($0) }
        if let text = examination.dossier.page { try page?.write(text[...]) }
        let file = try ResultFile(output.output)
        if evidence {
            try file.write((examination.dossier.evidence + [0x0A])[...])
        } else if format.format == .json {
            try file.write((examination.dossier.document + [0x0A])[...])
        } else {
            try file.write(ApprovalText(book.standing(examination)).text)
        }
        try file.prepare()
        try page?.prepare()
        try file.finish()
        try page?.finish()
    }
}
