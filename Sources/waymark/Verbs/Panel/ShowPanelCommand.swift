import ArgumentParser
import Notation
import TaskingProcess

struct ShowPanelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one nominal as the panel sees them: recommendation, reasons, scores, work, reviews.",
        usage: "waymark panel show <recommendation> --by <id> --why <words> [options]",
        discussion: """
            Example: waymark panel show R1 --by p.grey --why "panel of 3 December" --store store

            It takes the role panel, and is logged as one consultation. Exit codes: 0 done; 2 there is no such \
            recommendation and no such nominal; 4 not permitted.
            """)

    @Argument(help: "A recommendation's number, such as R12, or a nominal's id.")
    var recommendation: String
    @OptionGroup var why: WhyOption
    @OptionGroup var store: StoreOption
    @OptionGroup var format: FormatOption

    func run() throws {
        let panel = try store.panel()
        let text = PictureText(try panel.picture(recommendation, by: why.by, why: why.why), today: panel.today)
        try Printed.print(format.format, text.lines) { text.write(to: &$0) }
    }
}
