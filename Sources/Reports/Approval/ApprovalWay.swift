import Evidence
import Notation

/// People who go the same way, by the same rule and for the same cause: how many, and not who.
struct ApprovalWay: Hashable {
    /// `join`, `leave`, `other`
    var kind: String
    var from: String
    var to: String
    var rule: String?
    var title: String?
    var cause: ImpactCause
    var people = 0

    /// The most frequent first.
    static func all(_ report: ImpactReport) -> [ApprovalWay] {
        var ways: [ApprovalWay] = []
        for (kind, people) in [("join", report.joiners), ("leave", report.leavers), ("other", report.moved)] {
            for person in people {
                let way = ApprovalWay(kind: kind, from: person.from, to: person.to, rule: person.rule, title: person.title, cause: person.cause)
                if let place = ways.firstIndex(where: { $0.isSame(as: way) }) { ways[place].people += 1 } else {
                    ways.append(way)
                    ways[ways.count - 1].people = 1
                }
            }
        }
        return ways.enumerated().sorted { ($1.element.people, $0.offset) < ($0.element.people, $1.offset) }.map(\.element)
    }

    private func isSame(as other: ApprovalWay) -> Bool {
        var copy = self
        copy.people = other.people
        return copy == other
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("kind"); json.string(kind)
        json.key("from"); json.string(from)
        json.key("to"); json.string(to)
        json.key("rule"); json.optional(rule)
        json.key("title"); json.optional(title)
        json.key("people"); json.int(people)
        json.key("cause")
        json.beginObject()
        cause.writeKeys(to: &json)
        json.endObject()
        json.endObject()
    }
}
