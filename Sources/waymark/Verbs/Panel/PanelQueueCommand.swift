import ArgumentParser
import Notation
import TaskingProcess

struct PanelQueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "List the recommendations that wait for the panel, the most urgent first.",
        usage: "waymark panel queue --by <id> --why <words> [options]",
        discussion: """
            Example: waymark panel queue --borough Camford --by p.grey --why "panel of 3 December" --store store

            It takes the role panel. Everybody who is listed is logged as consulted. Exit codes: 0 done; 2 there is no store; \
            4 not permitted.
            """)

    @OptionGroup var why: WhyOption
    @OptionGroup var store: StoreOption
    @Option(help: "Only nominals of this borough.")
    var borough: String?
    @Flag(help: "Only what was to be decided before today.")
    var overdue = false
    @OptionGroup var format: FormatOption

    func run() throws {
        let panel = try store.panel()
        let items = try panel.queue(by: why.by, why: why.why, borough: borough, overdueOnly: overdue)
        let text = QueueText(items: items, today: panel.today, borough: borough)
        try Printed.print(format.format, text.lines) { text.write(to: &$0) }
    }
}

/// What a verb prints: lines for people, or one JSON value.
enum Printed {
    static func print(_ format: Format, _ lines: [String], _ write: (inout JSONWriter) -> Void) throws {
        let out = try ResultFile(nil)
        if format == .json {
            var json = JSONWriter()
            write(&json)
            json.newline()
            try out.write(json.bytes[...])
        } else {
            try out.write(lines.map { Terminal.wrapped($0, indent: $0.prefix { $0 == " " }.count + 2) + "\n" }.joined())
        }
        try out.finish()
    }
}
