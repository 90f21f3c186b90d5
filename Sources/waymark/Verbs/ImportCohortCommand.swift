import ArgumentParser
import Cohorts
import DecisionStore
import FieldDefinitions
import Governance
import Notation
import RulePacks

struct ImportCohortCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take a cohort file into the store: all of its good lines, or nothing.",
        usage: "waymark cohort import <cohort> --by <id> --why <words> [options]",
        discussion: """
            Example: waymark cohort import cohort.ndjson --by j.ofori --why "nightly extract" --store store

            A nominal that is there already gets the new line; nobody is taken out. Where somebody stands, in the cohort or \
            not, is taken from their first line only. Lines that cannot be read go to the \
            rejects file. Exit codes: 0 done; 2 a file cannot be read or written, and nothing was changed; 3 some lines were \
            rejected.
            """)

    @Argument(help: "The cohort: .ndjson, .csv, or - for standard input.")
    var cohort: String
    @OptionGroup var why: WhyOption
    @OptionGroup var store: StoreOption
    @Option(help: ArgumentHelp("Know the fields of this pack's boroughs.", valueName: "folder"))
    var pack: String?
    @Option(help: ArgumentHelp("Where rejected lines go. Default: the cohort's name with .rejects.ndjson.", valueName: "file"))
    var rejects: String?

    func run() throws {
        let layout = RowLayout(try pack.map { try Packs.load($0).catalogue } ?? .standard)
        let (opened, people) = try store.open(makes: true)
        try why.check(people)
        let source = try openCohort(path: cohort, layout: layout, rewindable: false)
        let path = rejects ?? (cohort == "-" ? "stdin" : cohort) + ".rejects.ndjson"
        var file = try rejects.map { try ResultFile($0) }
        var json = JSONWriter()
        let result = try opened.take(source, layout: layout, name: cohort, who: why.by, why: why.why) { reject in
            let out = try file ?? ResultFile(path)
            file = out
            json.reset()
            reject.write(to: &json)
            json.newline()
            try out.write(json.bytes[...])
        }
        try file?.finish()
        Terminal.output(
            Terminal.wrapped(
                "\(Numbers.count(result.read, "line")) read: \(Numbers.grouped(result.added)) added, \(Numbers.grouped(result.changed)) changed, \(Numbers.grouped(result.unchanged)) unchanged, \(Numbers.grouped(result.rejected)) rejected"))
        if result.standing > 0 {
            Terminal.output(
                Terminal.wrapped(
                    "\(Numbers.count(result.standing, "line")) would have somebody stand otherwise than the store has it: the store's stays, which only a panel changes"))
        }
        if result.rejected > 0 {
            Terminal.error(Terminal.wrapped("\(Numbers.count(result.rejected, "line")) rejected: see \(path)"))
            throw Stop(.partly)
        }
    }
}

/// Who does something to people's data, and why, for the log.
struct WhyOption: ParsableArguments {
    @Option(help: ArgumentHelp("Who you are: your id in the store's waymark.lua.", valueName: "id"))
    var by: String
    @Option(help: ArgumentHelp("Why, for the log.", valueName: "words"))
    var why: String

    /// - Throws: `Refusal` where they do not have the role.
    func check(_ people: People, as role: Role) throws { _ = try people.person(by, as: role) }

    /// - Throws: `Refusal` where the store does not know the person.
    func check(_ people: People) throws {
        guard people[by] == nil else { return }
        throw people.unknown(by)
    }
}
