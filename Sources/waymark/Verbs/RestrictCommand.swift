import ArgumentParser
import DecisionStore

struct RestrictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restrict",
        abstract: "Make a nominal inert: no rule looks at them, and no work is given out.",
        usage: "waymark cohort restrict <id> --by <id> --why <words> [options]",
        discussion: """
            Example: waymark cohort restrict N-0001 --by j.ofori --why "objection of 3 November" --store store

            Open recommendations and taskings are closed; runs and exports leave them out until waymark cohort unrestrict. Exit \
            codes: 0 done; 2 the store does not have them; 4 not permitted.
            """)

    @OptionGroup var act: NominalActOptions

    func run() throws {
        let isNew = try act.perform { try $0.restrict($1, who: $2, why: $3) }
        Terminal.output(isNew ? "restricted; what was open is closed" : "restricted already; nothing was changed")
    }
}
