import ArgumentParser
import DecisionStore
import Notation
import TaskingProcess

struct TasksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks", abstract: "The work that was given to people, and what became of it.",
        subcommands: [ListTasksCommand.self, DoneCommand.self, CancelCommand.self])
}

struct ListTasksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List taskings by the day on which they are due.",
        usage: "waymark tasks list --by <id> --why <words> [options]",
        discussion: """
            Example: waymark tasks list --owner research_hub --by p.grey --why "morning meeting" --store store

            Everybody whom a tasking is about is logged as consulted. Exit codes: 0 done; 2 there is no store; 4 not permitted.
            """)

    @OptionGroup var why: WhyOption
    @OptionGroup var store: StoreOption
    @Option(help: ArgumentHelp("Only what was given to this role.", valueName: "role"))
    var owner: String?
    @Option(help: "Only what is about nominals of this borough.")
    var borough: String?
    @Flag(help: "Only what was due before today.")
    var overdue = false
    @Flag(help: "What is done or cancelled, too.")
    var all = false
    @OptionGroup var format: FormatOption

    func run() throws {
        let tasks = try store.tasks()
        let text = TasksText(
            taskings: try tasks.list(by: why.by, why: why.why, owner: owner, borough: borough, overdueOnly: overdue, includesClosed: all), today: tasks.today)
        try Printed.print(format.format, text.lines) { text.write(to: &$0) }
    }
}

struct DoneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done",
        abstract: "Say that a tasking is done.",
        usage: "waymark tasks done <tasking> --by <id> [options]",
        discussion: """
            Example: waymark tasks done T1 --words "Plan sent to the sector." --by p.grey --store store

            Exit codes: 0 done; 2 there is no such tasking; 4 it is closed already, or not permitted.
            """)

    @Argument(help: "The tasking's number, such as T7.")
    var tasking: String
    @Option(help: ArgumentHelp("What came of it.", valueName: "words"))
    var words: String?
    @OptionGroup var by: ByOption
    @OptionGroup var store: StoreOption
    @OptionGroup var format: FormatOption

    func run() throws {
        let tasks = try store.tasks()
        let done = try tasks.finish(try Reference.number(tasking, after: "T", what: "tasking"), words: words, by: by.by)
        try Printed.print(format.format, ["T\(done.id) is done: \(done.title), for \(done.nominal)"]) { $0.tasking(done, today: tasks.today) }
    }
}

struct CancelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Say that a tasking will not be done, and why.",
        usage: "waymark tasks cancel <tasking> --words <words> --by <id> [options]",
        discussion: """
            Example: waymark tasks cancel T1 --words "Back in custody." --by p.grey --store store

            Exit codes: 0 done; 2 there is no such tasking; 4 it is closed already, or not permitted.
            """)

    @Argument(help: "The tasking's number, such as T7.")
    var tasking: String
    @Option(help: ArgumentHelp("Why it will not be done.", valueName: "words"))
    var words: String
    @OptionGroup var by: ByOption
    @OptionGroup var store: StoreOption
    @OptionGroup var format: FormatOption

    func run() throws {
        let tasks = try store.tasks()
        let cancelled = try tasks.cancel(try Reference.number(tasking, after: "T", what: "tasking"), words: words, by: by.by)
        try Printed.print(format.format, ["T\(cancelled.id) is cancelled: \(cancelled.title), for \(cancelled.nominal)"]) {
            $0.tasking(cancelled, today: tasks.today)
        }
    }
}
