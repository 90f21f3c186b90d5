import ArgumentParser
import Decisions
import Governance
import Notation

struct BoardStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say where every pack stands, and why one is not in force.",
        usage: "waymark board status [<pack>] [options]",
        discussion: """
            Example: waymark board status --store store

            The log, every digest and every signature are verified first. Exit codes: 0 done; 2 there is no store; 4 the log \
            or a pack was tampered with.
            """)

    @Argument(help: "Only this pack, by its id.")
    var pack: String?
    @OptionGroup var store: StoreOption
    @OptionGroup var date: DateOption
    @OptionGroup var format: FormatOption

    func run() throws {
        let book = try store.board().book(on: date.day)
        let standings = book.standings.filter { pack == nil || $0.approval == nil || $0.approval?.pack.id == pack }
        let out = try ResultFile(nil)
        if format.format == .json {
            var json = JSONWriter()
            json.beginObject()
            json.key("as_of"); json.string(date.day.description)
            json.key("quorum"); json.string(book.people.quorum.inWords)
            json.key("packs")
            json.beginArray()
            for standing in standings { StandingText(standing: standing).write(to: &json) }
            json.endArray()
            json.endObject()
            try out.write(json.text + "\n")
        } else {
            let lines = standings.isEmpty ? ["nothing was submitted"] : standings.flatMap { StandingText(standing: $0).lines }
            try out.write(lines.map { Terminal.wrapped($0, indent: 4) + "\n" }.joined())
        }
        try out.finish()
        if standings.contains(where: { $0.state == .altered }) { throw Stop(.notPermitted) }
    }
}
