import Decisions
import Notation
import Statistics
import TaskingProcess

/// How panels decide, in words and as JSON.
struct FiguresText {
    let figures: PanelFigures

    init(_ figures: PanelFigures) { self.figures = figures }

    var lines: [String] {
        let place = figures.borough.map { " for \($0)" } ?? ""
        let decided = figures.departed.of + figures.questions
        var lines = ["\(Numbers.count(decided, "decision"))\(place)\(period)"]
        if let days = figures.days {
            lines.append("  half within \(Numbers.days(days.median)) of the recommendation, nine in ten within \(Numbers.days(Double(days.ninety))); \(Numbers.grouped(figures.late)) late")
        }
        lines.append("  \(Numbers.grouped(figures.waiting)) waiting now" + (figures.overdue > 0 ? ", \(Numbers.grouped(figures.overdue)) overdue" : ""))
        if figures.departed.of > 0 { lines.append("  departed from \(FiguresText.rate(figures.departed))") }
        if figures.questions > 0 { lines.append("  \(Numbers.count(figures.questions, "question")) that the rules left to people \(figures.questions == 1 ? "is" : "are") not among these") }
        if !figures.rules.isEmpty { lines += ["", "Departures by rule, with the 95% interval"] }
        for rule in figures.rules {
            lines.append("  \(rule.title.map { "“\($0)”" } ?? rule.rule ?? "no rule") (\(rule.action.rawValue)): \(FiguresText.rate(rule.departed))")
        }
        if !figures.reasons.isEmpty { lines += ["", "Reasons for departing"] }
        lines += figures.reasons.map { "  \($0.reason.rawValue), \($0.reason.inWords): \(Numbers.grouped($0.count))" }
        return lines + (figures.warnings.isEmpty ? [] : [""] + figures.warnings.map { "warning: \($0)" })
    }

    private var period: String { (figures.from.map { " from \($0.inWords)" } ?? "") + (figures.to.map { " up to \($0.inWords)" } ?? "") }

    /// `3 of 12, 25.0% (8.9% to 53.2%)`
    private static func rate(_ share: Proportion) -> String {
        guard let value = share.value, let interval = share.interval else { return "\(share.count) of \(share.of)" }
        return "\(Numbers.grouped(share.count)) of \(Numbers.grouped(share.of)), \(percentText(value)) (\(percentText(interval.low)) to \(percentText(interval.high)))"
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("borough"); json.optional(figures.borough)
        json.key("from"); json.optional(figures.from?.description)
        json.key("to"); json.optional(figures.to?.description)
        json.key("decisions"); json.int(figures.departed.of + figures.questions)
        json.key("questions"); json.int(figures.questions)
        FiguresText.write(figures.departed, to: &json)
        json.key("days")
        if let days = figures.days {
            json.beginObject()
            json.key("median"); json.number(days.median)
            json.key("ninety_percent"); json.int(days.ninety)
            json.endObject()
        } else {
            json.null()
        }
        json.key("late"); json.int(figures.late)
        json.key("waiting"); json.int(figures.waiting)
        json.key("overdue"); json.int(figures.overdue)
        json.key("rules")
        json.array(figures.rules) { rule, json in
            json.beginObject()
            json.key("rule"); json.optional(rule.rule)
            json.key("title"); json.optional(rule.title)
            json.key("action"); json.string(rule.action.rawValue)
            json.key("decisions"); json.int(rule.departed.of)
            FiguresText.write(rule.departed, to: &json)
            json.endObject()
        }
        json.key("reasons")
        json.array(figures.reasons) { reason, json in
            json.beginObject()
            json.key("reason"); json.string(reason.reason.rawValue)
            json.key("count"); json.int(reason.count)
            json.endObject()
        }
        json.key("warnings"); json.strings(figures.warnings)
        json.endObject()
    }

    private static func write(_ share: Proportion, to json: inout JSONWriter) {
        json.key("departed"); json.int(share.count)
        json.key("rate"); json.optional(share.value.map { rounded($0, places: 4) })
        json.key("low"); json.optional(share.interval.map { rounded($0.low, places: 4) })
        json.key("high"); json.optional(share.interval.map { rounded($0.high, places: 4) })
    }
}

extension Numbers {
    /// `1 day`, `3.5 days`
    fileprivate static func days(_ days: Double) -> String { "\(shortestText(days)) \(days == 1 ? "day" : "days")" }
}
