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

    @OptionGroup var act: NominalActOptions

    func run() throws {
        let wasRestricted = try act.perform { try $0.unrestrict($1, who: $2, why: $3) }
        Terminal.output(wasRestricted ? "no longer restricted; the next run has them again" : "not restricted; nothing was changed")
    }
}
