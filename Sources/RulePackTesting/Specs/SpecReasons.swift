import Decisions
import Notation
import RulePacks

/// Why a decision is as it is, in a few lines below a failed expectation.
struct SpecReasons {
    private let view: DecisionView
    private var decision: Decision { view.decision }

    init(_ view: DecisionView) { self.view = view }

    /// - Parameter path: the part that was asked for, such as `score`, `sac`; empty for the whole decision.
    func lines(for path: [String]) -> [String] {
        let name = path.count > 1 ? path[1] : ""
        switch path.first {
        case "score", "band", "row": return decision.matrices.first { $0.name == name }.map(matrix) ?? []
        case "met": return decision.criteria.first { $0.name == name }.map(criteria) ?? []
        case "table": return decision.tables.first { $0.name == name }.map(table) ?? []
        case "class", "group", "reads", "trace", "nominal", "as_of", "error": return []
        case "tasking", "taskings": return taskings
        default: return recommendation
        }
    }

    private func matrix(_ answer: MatrixAnswer) -> [String] {
        let score = answer.high.map { $0 == answer.low ? shortestText(answer.low) : "\(shortestText(answer.low)) to \(shortestText($0))" }
            ?? "\(shortestText(answer.low)) or more"
        let width = answer.rows.map(\.id.count).max() ?? 0
        return ["`\(answer.name)` is \(score)" + (answer.hasBands ? ", \(answer.band.map { "`\($0)`" } ?? "in no known band")" : "") + ":"]
            + answer.rows.map { row in
                var line = "  " + row.id + String(repeating: " ", count: width - row.id.count) + "  "
                if row.isUnknown {
                    line += "\(shortestText(row.low)) \(row.high.map { "to \(shortestText($0))" } ?? "or more"), unknown for want of \(ticked(row.unknown))"
                } else {
                    line += shortestText(row.low)
                }
                return line + (row.because.map { "  \($0)" } ?? "")
            }
    }

    private func criteria(_ answer: CriterionAnswer) -> [String] {
        let width = answer.rows.map(\.id.count).max() ?? 0
        return ["`\(answer.name)`:"] + answer.rows.map { row in
            let words =
                switch row.met {
                case .yes: "met"
                case .no: "not met"
                case .unknown: "unknown for want of \(ticked(row.unknown))"
                }
            return "  " + row.id + String(repeating: " ", count: width - row.id.count) + "  " + words
        }
    }

    private func table(_ answer: TableAnswer) -> [String] {
        if answer.output == .unknown { return ["`\(answer.name)` is unknown for want of \(ticked(answer.unknown))"] }
        return [answer.rows.isEmpty ? "no row of `\(answer.name)` matches" : "`\(answer.name)`: row \(answer.rows.map(String.init).joined(separator: ", "))"]
    }

    private var taskings: [String] {
        let given = decision.taskings.map { "`\($0.kind)`" + ($0.because.map { ": \($0)" } ?? "") }
        return (given.isEmpty ? ["there are no taskings"] : ["the taskings are:"] + given.map { "  \($0)" }) + warnings
    }

    private var warnings: [String] { decision.warnings.map { "warning `\($0.code)`: \($0.text)" } }

    private var recommendation: [String] {
        let given = decision.recommendation
        var lines = ["the recommendation is `\(given.action.rawValue)`" + (given.rule.map { ", by the rule `\($0)`" } ?? ", as no rule fired")]
        lines += given.because.map { "  \($0)" }
        if !given.unknown.isEmpty { lines.append("  unknown: \(ticked(given.unknown))") }
        for answer in decision.criteria where answer.met != .yes { lines += criteria(answer) }
        for answer in decision.matrices { lines.append(matrix(answer)[0].dropLast() + "") }
        return lines + warnings
    }

    private func ticked(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
}
