import ArgumentParser
import Decisions
import Notation
import TaskingProcess

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record what the panel decided on a recommendation.",
        usage: "waymark panel record <recommendation> --confirm|--depart [options]",
        discussion: """
            Example: waymark panel record R1 --depart risk_lower --words "In work, and seen weekly." --by p.grey --store store

            It takes the role panel. To confirm is to do what is recommended; to depart is to leave things as they are, or to \
            do what --action says. Taking somebody's place in the cohort, or their category, needs a review first. Exit \
            codes: 0 done; 2 there is no such recommendation, or something in the act is wrong; 4 not permitted.
            """)

    @Argument(help: "The recommendation's number, such as R12.")
    var recommendation: String
    @Flag(help: "Do what is recommended.")
    var confirm = false
    @Option(
        help: ArgumentHelp(
            "Decide otherwise, for this reason: \(DepartureReason.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "reason"))
    var depart: String?
    @Option(help: ArgumentHelp("The panel's words on it; a departure needs them.", valueName: "words"))
    var words: String = ""
    @Option(help: "What is done instead, or where the rules could not tell: select, monitor, none, retain or deselect.")
    var action: String?
    @Option(help: "The category, with select; with deselect the one to move to.")
    var category: String?
    @Option(help: ArgumentHelp("Do not recommend the same before this day. Default: in three months.", valueName: "date"))
    var again: DayArgument?
    @OptionGroup var by: ByOption
    @OptionGroup var store: StoreOption
    @OptionGroup var format: FormatOption

    func validate() throws {
        if confirm == (depart != nil) { throw ValidationError("say either --confirm, or --depart with a reason") }
    }

    func run() throws {
        let id = try Reference.number(recommendation, after: "R", what: "recommendation")
        let outcome = try depart.map { PanelAct.Outcome.depart(try DepartureReason(code: $0)) } ?? .confirm
        let act = PanelAct(outcome, words: words, action: try action.map(action(named:)), category: category, again: again?.day)
        let text = DecisionText(try store.panel().record(id, act, by: by.by))
        try Printed.print(format.format, [text.sentence]) { text.write(to: &$0) }
    }

    private func action(named name: String) throws -> Recommendation.Action {
        let names = Recommendation.Action.allCases.filter { $0 != .refer }.map(\.rawValue)
        guard let action = Recommendation.Action(rawValue: name), action != .refer else {
            throw Stop(.usage, "`\(name)` is nothing that a panel can do: " + (nearestName(to: name, in: names).map { "did you mean `\($0)`?" } ?? "it is one of \(names.map { "`\($0)`" }.joined(separator: ", "))"))
        }
        return action
    }
}
