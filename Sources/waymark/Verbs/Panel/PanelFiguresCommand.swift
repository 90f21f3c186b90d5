import ArgumentParser
import Notation
import TaskingProcess

struct PanelFiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "How often the panel departs from recommendations, by rule, and how long it takes.",
        usage: "waymark panel figures [options]",
        discussion: """
            Example: waymark panel figures --borough Camford --store store

            Nobody is named in it. Exit codes: 0 done; 2 there is no store.
            """)

    @OptionGroup var store: StoreOption
    @Option(help: "Only nominals of this borough.")
    var borough: String?
    @Option(help: ArgumentHelp("Only what was decided on this day or later.", valueName: "date"))
    var from: DayArgument?
    @Option(help: ArgumentHelp("Only what was decided on this day or earlier.", valueName: "date"))
    var to: DayArgument?
    @OptionGroup var format: FormatOption

    func run() throws {
        let text = FiguresText(try store.panel().figures(borough: borough, from: from?.day, to: to?.day))
        try Printed.print(format.format, text.lines) { text.write(to: &$0) }
    }
}
