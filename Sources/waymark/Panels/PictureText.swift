import DecisionStore
import Decisions
import Notation
import TaskingProcess

/// One nominal as a panel sees them, in words.
struct PictureText {
    let picture: PanelPicture
    let today: Day

    init(_ picture: PanelPicture, today: Day) {
        self.picture = picture
        self.today = today
    }

    private static let mostReviews = 3
    private static let mostScores = 6

    var lines: [String] {
        heading + recommendation + unknown + scores + criteria + history + taskings + reviews + decisions + basis
    }

    private var heading: [String] {
        let standing = picture.nominal.standing
        let since = standing.since.map { ", since \($0.inWords)" } ?? ""
        let lead = standing.leadAgency.map { ", led by \(PanelWords.value($0))" } ?? ""
        return ["\(picture.nominal.id), \(picture.nominal.borough): \(PanelWords.standing(standing))\(since)\(lead)"]
    }

    private func section(_ title: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 } }

    private var recommendation: [String] {
        guard let kept = picture.recommendation else { return section("Recommendation", ["nothing waits for the panel"]) }
        let recommended = kept.recommendation
        var lines = ["R\(kept.id): \(PanelWords.act(recommended.action, category: recommended.category))" + (recommended.title.map { ", \(recommended.action == .refer ? "about" : "by") “\($0)”" } ?? "")]
        if let closed = kept.closed {
            lines.append("\(kept.state.rawValue) on \(closed.inWords)")
        } else {
            lines.append("waits since \(kept.made.inWords), \(PanelWords.deadline(kept.decideBy, on: today))")
        }
        lines += recommended.because.map { "– \($0)" }
        if let error = picture.error { lines.append("the rules failed: \(error)") }
        return section("Recommendation", lines)
    }

    private var unknown: [String] {
        section("Not known, and what would settle it", picture.unknown.map { "– \($0.title)" + ($0.settle.map { ": \($0)" } ?? "") })
    }

    private var scores: [String] {
        picture.scores.flatMap { score in
            var heading = "\(score.title): \(PictureText.range(score.low, score.high))"
            if score.hasBands { heading += score.band.map { ", “\($0)”" } ?? ", band not known" }
            let width = score.rows.map { PictureText.range($0.low, $0.high).count }.max() ?? 0
            return section(
                heading,
                score.rows.map { row in
                    let points = PictureText.range(row.low, row.high)
                    var line = String(repeating: " ", count: width - points.count) + "\(points)  \(row.title)"
                    if let because = row.because { line += " (\(because))" }
                    return row.unknown.isEmpty ? line : line + ", for want of \(row.unknown.map(\.title).joined(separator: ", "))"
                })
        }
    }

    private var criteria: [String] {
        picture.criteria.flatMap { criterion in
            section(
                "\(criterion.title): \(PictureText.word(criterion.met, yes: "met", no: "not met"))",
                criterion.rows.map { row in
                    "\(PictureText.word(row.met, yes: "yes", no: "no")): \(row.title)"
                        + (row.unknown.isEmpty ? "" : ", for want of \(row.unknown.map(\.title).joined(separator: ", "))")
                })
        }
    }

    private var history: [String] {
        picture.history.flatMap { history in
            section(
                "\(history.title), earlier" + (history.points.count > PictureText.mostScores ? ", the last \(PictureText.mostScores) of \(history.points.count)" : ""),
                history.points.suffix(PictureText.mostScores).map { "\($0.day): \(shortestText($0.score))" + ($0.band.map { ", “\($0)”" } ?? "") })
        }
    }

    private var taskings: [String] {
        section(
            "Open work",
            picture.taskings.map { task in
                "T\(task.id)  \(task.title), for \(PanelWords.value(task.owner))" + (task.due.map { ", \(TasksText.deadline($0, on: today))" } ?? "")
            })
    }

    private var reviews: [String] {
        let count = picture.reviews.count
        return section(
            "Reviews" + (count > PictureText.mostReviews ? ", the last \(PictureText.mostReviews) of \(count)" : ""),
            picture.reviews.suffix(PictureText.mostReviews).reversed().map { review in
                "\(review.day.inWords)\(review.who.map { ", \($0)" } ?? ""): \(review.outcome)" + (review.words.isEmpty ? "" : ": \(review.words)")
            })
    }

    private var decisions: [String] { section("The panel decided before", picture.decisions.reversed().map { DecisionText($0).line }) }

    private var basis: [String] {
        let made = picture.basis.map { "Worked out as of \($0.asOf.inWords) by \($0.pack) \($0.version), decision \($0.decision)." }
        return section("Notes", picture.warnings + [made].compactMap { $0 } + ["This is a recommendation. People decide."])
    }

    /// `20`, `63 to 83`, `20 or more`.
    static func range(_ low: Double, _ high: Double?) -> String {
        guard let high else { return "\(shortestText(low)) or more" }
        return low == high ? shortestText(low) : "\(shortestText(low)) to \(shortestText(high))"
    }

    private static func word(_ met: Met, yes: String, no: String) -> String {
        switch met {
        case .yes: yes
        case .no: no
        case .unknown: "not known"
        }
    }
}
