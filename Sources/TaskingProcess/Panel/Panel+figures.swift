import DecisionStore
package import Decisions
package import Notation
package import Statistics

/// How panels decide, in numbers that lead to nobody.
package struct PanelFigures: Sendable, Equatable {
    /// So many departures of so many decisions.
    package struct Rule: Sendable, Equatable {
        /// nil where no rule decided.
        package var rule: String?
        /// As it reads in the last recommendation counted; nil where it has none.
        package var title: String?
        package var action: Recommendation.Action
        package var departed: Proportion
    }

    package struct Reason: Sendable, Equatable {
        package var reason: DepartureReason
        package var count: Int
    }

    /// Days from recommendation to decision.
    package struct Days: Sendable, Equatable {
        package var median: Double
        /// Nine in ten were decided within so many.
        package var ninety: Int
    }

    /// nil for all.
    package var borough: String?
    /// nil where there is no first day.
    package var from: Day?
    /// nil where there is no last day.
    package var to: Day?
    /// Of the recommendations on which something was recommended: without questions that the rules put to people.
    package var departed: Proportion
    /// Questions that the rules put to people, and that were decided.
    package var questions: Int
    /// nil where nothing was decided.
    package var days: Days?
    /// Decided after the day to decide by.
    package var late: Int
    package var waiting: Int
    package var overdue: Int
    /// Most decisions first.
    package var rules: [Rule]
    /// Reason codes by how often they were given, most first.
    package var reasons: [Reason]
    package var warnings: [String]
}

extension Panel {
    /// So many decisions without a departure are a warning.
    package static let tooManyConfirmed = 20

    /// - Parameters:
    ///   - borough: only for its nominals; nil for all.
    ///   - from: decided on this day or later; nil where there is no first day.
    ///   - to: decided on this day or earlier; nil where there is no last day.
    package func figures(borough: String? = nil, from: Day? = nil, to: Day? = nil) throws -> PanelFigures {
        let (decisions, waiting) = try store.read { reader in
            (try reader.countedDecisions(borough: borough, from: from, to: to), try reader.waitingCounts(borough: borough, on: today))
        }
        let recommended = decisions.filter { $0.action != .refer }
        return PanelFigures(
            borough: borough, from: from, to: to, departed: Panel.departed(recommended), questions: decisions.count - recommended.count,
            days: Panel.days(decisions.map { $0.day.number - $0.made.number }), late: decisions.count { $0.day > $0.decideBy }, waiting: waiting.open,
            overdue: waiting.overdue, rules: Panel.rules(recommended), reasons: Panel.reasons(decisions), warnings: Panel.warnings(recommended))
    }

    private static func departed(_ decisions: [CountedDecision]) -> Proportion {
        Proportion(decisions.count { $0.outcome == .departed }, of: decisions.count)
    }

    private static func days(_ days: [Int]) -> PanelFigures.Days? {
        guard !days.isEmpty else { return nil }
        let sorted = days.sorted()
        let middle = sorted.count / 2
        let median = sorted.count.isMultiple(of: 2) ? Double(sorted[middle - 1] + sorted[middle]) / 2 : Double(sorted[middle])
        return PanelFigures.Days(median: median, ninety: sorted[(sorted.count * 9 + 9) / 10 - 1])
    }

    private static func rules(_ decisions: [CountedDecision]) -> [PanelFigures.Rule] {
        struct Key: Hashable {
            var rule: String?
            var action: Recommendation.Action
        }
        return Dictionary(grouping: decisions) { Key(rule: $0.rule, action: $0.action) }
            .map { PanelFigures.Rule(rule: $0.rule, title: $1.last?.title, action: $0.action, departed: departed($1)) }
            .sorted { ($1.departed.of, $0.rule ?? "", $0.action.rawValue) < ($0.departed.of, $1.rule ?? "", $1.action.rawValue) }
    }

    private static func reasons(_ decisions: [CountedDecision]) -> [PanelFigures.Reason] {
        let given = decisions.compactMap { $0.reason.flatMap(DepartureReason.init(rawValue:)) }
        return DepartureReason.allCases.map { reason in PanelFigures.Reason(reason: reason, count: given.count { $0 == reason }) }
            .filter { $0.count > 0 }.sorted { ($1.count, $0.reason.rawValue) < ($0.count, $1.reason.rawValue) }
    }

    /// A panel that never departs may be passing on what the rules say without looking.
    private static func warnings(_ decisions: [CountedDecision]) -> [String] {
        Dictionary(grouping: decisions, by: \.borough).sorted { $0.key < $1.key }.compactMap { borough, decisions in
            guard decisions.count >= tooManyConfirmed, departed(decisions).count == 0 else { return nil }
            return "the panel of \(borough) has confirmed all \(Numbers.grouped(decisions.count)) recommendations: look whether each was weighed"
        }
    }
}
