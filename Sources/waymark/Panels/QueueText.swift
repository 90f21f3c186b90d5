import DecisionStore
import Decisions
import Notation
import TaskingProcess

/// A panel's queue, in words and as JSON.
struct QueueText {
    let items: [QueueItem]
    let today: Day
    /// nil for all.
    let borough: String?

    var lines: [String] {
        let place = borough.map { " for \($0)" } ?? ""
        if items.isEmpty { return ["nothing waits for the panel\(place)"] }
        let overdue = items.count { $0.overdue > 0 }
        let heading = "\(Numbers.count(items.count, "recommendation")) to decide on\(place)" + (overdue > 0 ? ", \(Numbers.grouped(overdue)) overdue" : "")
        return [heading] + items.flatMap(lines)
    }

    private func lines(_ item: QueueItem) -> [String] {
        let kept = item.kept
        var lines = [
            "", "R\(kept.id)  \(kept.nominal): \(item.act)",
            "  now: \(PanelWords.standing(item.standing))",
            "  waits since \(kept.made.inWords), \(PanelWords.deadline(kept.decideBy, on: today))",
        ]
        if let why = item.why { lines.append(PanelWords.line("  why: \(why)", most: 80)) }
        if !item.unknown.isEmpty { lines.append("  not known: \(item.unknown.map(\.title).joined(separator: ", "))") }
        return lines
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("as_of"); json.string(today.description)
        json.key("borough"); json.optional(borough)
        json.key("overdue"); json.int(items.count { $0.overdue > 0 })
        json.key("recommendations")
        json.array(items) { item, json in
            json.beginObject()
            json.members(item.kept, overdue: item.overdue)
            json.key("why"); json.optional(item.why)
            json.key("unknown"); json.array(item.unknown) { $1.field($0) }
            json.key("standing"); QueueText.write(item.standing, to: &json)
            json.endObject()
        }
        json.endObject()
    }

    static func write(_ standing: NominalStanding, to json: inout JSONWriter) {
        json.beginObject()
        json.key("standing"); json.string(standing.kind.rawValue)
        json.key("category"); json.optional(standing.category)
        json.endObject()
    }
}
