import DecisionStore
import Decisions
import Notation
import TaskingProcess

/// What a panel decided, in words and as JSON.
struct DecisionText {
    let decision: PanelDecision

    init(_ decision: PanelDecision) { self.decision = decision }

    /// `R12 confirmed: N-0001 is in the cohort as ppo now`
    var sentence: String {
        let what = decision.outcome == .confirmed ? "confirmed" : "departed from"
        let stands = decision.move.map { "\(decision.nominal) is now \(PanelWords.standing($0.now))" } ?? "\(decision.nominal) stays as before"
        let again = decision.move == nil ? "; the same is not recommended again before \(decision.again.inWords)" : ""
        return "R\(decision.recommendation) \(what): \(stands)\(again)"
    }

    /// As a line of somebody's history.
    var line: String {
        var line = "\(decision.day.inWords), \(decision.who): "
        line += decision.outcome == .confirmed ? "confirmed, \(act)" : "departed from what was recommended, \(act)"
        if let reason = decision.reason { line += " (\(DepartureReason(rawValue: reason)?.inWords ?? reason))" }
        return line + (decision.words.isEmpty ? "" : ": \(decision.words)")
    }

    private var act: String { PanelWords.act(decision.action, category: decision.category) }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("recommendation"); json.string("R\(decision.recommendation)")
        json.key("nominal"); json.string(decision.nominal)
        json.key("borough"); json.string(decision.borough)
        json.key("day"); json.string(decision.day.description)
        json.key("by"); json.string(decision.who)
        json.key("outcome"); json.string(decision.outcome.rawValue)
        json.key("action"); json.string(decision.action.rawValue)
        json.key("category"); json.optional(decision.category)
        json.key("reason"); json.optional(decision.reason)
        json.key("words"); json.string(decision.words)
        json.key("again"); json.string(decision.again.description)
        json.key("was")
        if let move = decision.move { QueueText.write(move.was, to: &json) } else { json.null() }
        json.key("now")
        if let move = decision.move { QueueText.write(move.now, to: &json) } else { json.null() }
        json.endObject()
    }
}
