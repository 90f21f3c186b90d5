import ArgumentParser
import DecisionStore
import Governance
import Notation
import TaskingProcess

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Record that the panel has reviewed somebody's case today.",
        usage: "waymark panel review <nominal> --outcome <word> --words <words> [options]",
        discussion: """
            Example: waymark panel review N-0001 --outcome progress --words "In work since May." --by p.grey --store store

            It takes the role panel. Exit codes: 0 done; 2 the store has no such nominal; 4 not permitted.
            """)

    @Argument(help: "The nominal's id.")
    var nominal: String
    @Option(help: ArgumentHelp("What it came to, in a word.", valueName: "word"))
    var outcome: String
    @Option(help: ArgumentHelp("What was found.", valueName: "words"))
    var words: String
    @OptionGroup var by: ByOption
    @OptionGroup var store: StoreOption
    @OptionGroup var format: FormatOption

    func run() throws {
        let review = try store.panel().review(nominal, outcome: outcome, words: words, by: by.by)
        try Printed.print(format.format, ["\(review.nominal): review of \(review.day.inWords) recorded, \(review.outcome)"]) { PictureText.write(review, to: &$0, withNominal: true) }
    }
}

struct ReviewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reviews",
        abstract: "List who in the cohort is overdue for a review.",
        usage: "waymark panel reviews --by <id> --why <words> [options]",
        discussion: """
            Example: waymark panel reviews --borough Camford --by p.grey --why "panel of 3 December" --store store

            It takes the role panel. How often cases are reviewed stands in the store's waymark.lua. Everybody who is listed \
            is logged as consulted. Exit codes: 0 done; 2 there is no store; 4 not permitted.
            """)

    @OptionGroup var why: WhyOption
    @OptionGroup var store: StoreOption
    @Option(help: "Only nominals of this borough.")
    var borough: String?
    @OptionGroup var format: FormatOption

    func run() throws {
        let panel = try store.panel()
        let text = ReviewsText(
            overdue: try panel.overdueReviews(by: why.by, why: why.why, borough: borough), today: panel.today, every: panel.people.panel.reviewEvery, borough: borough)
        try Printed.print(format.format, text.lines) { text.write(to: &$0) }
    }
}
