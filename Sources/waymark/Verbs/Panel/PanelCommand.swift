import ArgumentParser
import TaskingProcess

struct PanelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "panel", abstract: "What a panel decides on recommendations, and what it looks at.",
        subcommands: [
            PanelQueueCommand.self, ShowPanelCommand.self, RecordCommand.self, ReviewCommand.self, ReviewsCommand.self, PanelFiguresCommand.self,
        ])
}

extension StoreOption {
    func panel() throws -> Panel {
        let (store, people) = try open()
        return Panel(store, people: people)
    }

    func tasks() throws -> Tasks {
        let (store, people) = try open()
        return Tasks(store, people: people)
    }
}

/// Who acts, where the act itself says why.
struct ByOption: ParsableArguments {
    @Option(help: ArgumentHelp("Who you are: your id in the store's waymark.lua.", valueName: "id"))
    var by: String
}

/// `R12` or `T7` on the command line.
enum Reference {
    static func number(_ text: String, after letter: Character, what: String) throws -> Int {
        guard let number = Panel.number(text, after: letter) else { throw Stop(.usage, "`\(text)` is not the number of a \(what): it is written as in `\(letter)12`") }
        return number
    }
}
