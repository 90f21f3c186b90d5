package import DecisionStore
package import Decisions
package import Notation

/// How recommendations and standings read. One word for one thing, on the command line and in the browser.
package enum PanelWords {
    /// `burglary_dwelling` as people write it.
    package static func value(_ text: String) -> String { text.split(separator: "_", omittingEmptySubsequences: false).joined(separator: " ") }

    /// What is recommended or was decided: `select as ppo`, `move to monitor`, `de-select`.
    package static func act(_ action: Recommendation.Action, category: String?) -> String {
        let category = category.map(value)
        return switch action {
        case .select: "select" + (category.map { " as \($0)" } ?? "")
        case .monitor: "monitor, outside the cohort"
        case .none: "no place in the cohort, and no monitoring"
        case .retain: "keep" + (category.map { " as \($0)" } ?? " in the cohort")
        case .deselect: category.map { "move to \($0)" } ?? "de-select"
        case .refer: "the rules cannot tell: people decide"
        }
    }

    /// `in the cohort as ppo`, `monitored, outside the cohort`, `not in the cohort`.
    package static func standing(_ standing: NominalStanding) -> String {
        switch standing.kind {
        case .none: "not in the cohort"
        case .watched: "monitored, outside the cohort"
        case .member: "in the cohort" + (standing.category.map { " as \(value($0))" } ?? "")
        }
    }

    /// In a word, for the log: `none`, `watched`, `member ppo`.
    static func log(_ standing: NominalStanding) -> String { standing.kind.rawValue + (standing.category.map { " \($0)" } ?? "") }

    /// `decide by 16 November 2026`, `overdue by 5 days, since 16 November 2026`.
    package static func deadline(_ day: Day, on today: Day) -> String {
        day < today ? "overdue by \(Numbers.count(today.number - day.number, "day")), since \(day.inWords)" : "decide by \(day.inWords)"
    }

    /// A text on one line of at most so many letters; a leading indent stays.
    package static func line(_ text: String, most: Int) -> String {
        let indent = text.prefix { $0 == " " }
        let flat = String(indent) + text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard flat.count > most else { return flat }
        let cut = flat.prefix(most - 1)
        return String(cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
    }
}
