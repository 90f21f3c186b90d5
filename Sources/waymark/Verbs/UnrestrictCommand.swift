import ArgumentParser
import DecisionStore

struct UnrestrictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unrestrict",
        abstract: "Have the next run look at a restricted nominal again.",
        usage: "waymark cohort unrestrict <id> --by <id> --why <words> [options]",
        discussion: """
            Example: waymark cohort unrestrict N-0001 --by j.ofori --why "objection not upheld" --store store

            What was closed stays closed. Exit codes: 0 done; 2 the store does not have them; 4 not permitted.
            """)

    @Argument(help: "The nominal's id.")
    var id: String
    @OptionGroup var why: WhyOption
    @OptionGroup var store: StoreOption

    func run() throws {
        let (opened, people) = try store.open()
        try why.check(people)
        let wasRestricted = try opened.unrestrict(id, who: why.by, why: why.why)
        Terminal.output(wasRestricted ? "no longer restricted; the next run has them again" : "not restricted; nothing was changed")
    }
}
