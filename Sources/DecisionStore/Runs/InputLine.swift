import Cohorts
import Notation

/// The line of somebody as a run is given it: the imported one, with where they stand in the store, and with the taskings,
/// reviews and scores that the store has of them.
struct InputLine {
    struct Tasking {
        var kind: String
        var opened: String
        var due: String?
        var status: String
    }

    struct Review {
        var day: String
        var outcome: String
    }

    struct Score {
        var day: String
        var matrix: String
        var score: Double
        var band: String?
    }

    var standing: NominalStanding
    var taskings: [Tasking] = []
    var reviews: [Review] = []
    /// Oldest first.
    var scores: [Score] = []

    /// The imported line itself where there is nothing to replace in it.
    /// - Throws: `JSONScan.Fault` where the line is not JSON.
    func made(from line: [UInt8]) throws(JSONScan.Fault) -> [UInt8] {
        let members = try LineMembers(line)
        var values: [(name: String, json: [UInt8])] = []
        if let cohort = try cohort(members) { values.append(("cohort", cohort)) }
        if !taskings.isEmpty { values.append(("taskings", try taskings(members))) }
        if !reviews.isEmpty { values.append(("reviews", try reviews(members))) }
        if !scores.isEmpty { values.append(("scores", try scores(members))) }
        return values.isEmpty ? line : members.replacing(values)
    }

    /// nil where the line says the same.
    private func cohort(_ members: LineMembers) throws(JSONScan.Fault) -> [UInt8]? {
        let imported = try members.texts(of: "cohort")
        guard standing.kind == .member else { return imported == nil ? nil : Array("null".utf8) }
        var wanted: [String: String] = [:]
        wanted["category"] = standing.category
        wanted["since"] = standing.since?.description
        wanted["lead_agency"] = standing.leadAgency
        guard imported != wanted else { return nil }
        return object { json in
            for name in ["category", "since", "lead_agency"] {
                guard let text = wanted[name] else { continue }
                json.key(name); json.string(text)
            }
        }
    }

    private func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        body(&json)
        json.endObject()
        return json.bytes
    }

    private func list(_ items: [some Collection<UInt8>]) -> [UInt8] {
        var json = JSONWriter()
        json.beginArray()
        for item in items { json.raw(item) }
        json.endArray()
        return json.bytes
    }

    /// Where both have one of a kind and a date, it is the store that knows what became of it.
    private func taskings(_ members: LineMembers) throws(JSONScan.Fault) -> [UInt8] {
        let own = Set(taskings.map { [$0.kind, $0.opened] })
        let imported = try members.items(of: "taskings").filter { !own.contains([$0.texts["kind"] ?? "", $0.texts["opened"] ?? ""]) }
        return list(imported.map(\.bytes) + taskings.map { tasking in
            object { json in
                json.key("kind"); json.string(tasking.kind)
                json.key("opened"); json.string(tasking.opened)
                if let due = tasking.due { json.key("due"); json.string(due) }
                json.key("status"); json.string(tasking.status)
            }[...]
        })
    }

    private func reviews(_ members: LineMembers) throws(JSONScan.Fault) -> [UInt8] {
        let imported = try members.items(of: "reviews")
        let known = Set(imported.map { [$0.texts["date"] ?? "", $0.texts["outcome"] ?? ""] })
        return list(imported.map(\.bytes) + reviews.filter { !known.contains([$0.day, $0.outcome]) }.map { review in
            object { json in
                json.key("date"); json.string(review.day)
                json.key("outcome"); json.string(review.outcome)
            }[...]
        })
    }

    /// In order of date; where both have one of a matrix and a date, the imported one.
    private func scores(_ members: LineMembers) throws(JSONScan.Fault) -> [UInt8] {
        let imported = try members.items(of: "scores")
        let known = Set(imported.map { [$0.texts["date"] ?? "", $0.texts["matrix"] ?? ""] })
        let added = scores.filter { !known.contains([$0.day, $0.matrix]) }.map { score in
            let json = object { json in
                json.key("date"); json.string(score.day)
                json.key("matrix"); json.string(score.matrix)
                json.key("score"); json.number(score.score)
                if let band = score.band { json.key("band"); json.string(band) }
            }
            return (day: score.day, json: json[...])
        }
        let all = imported.map { (day: $0.texts["date"] ?? "", json: $0.bytes) } + added
        // The order of the imported ones among themselves stays: sorting is stable.
        return list(all.sorted { $0.day < $1.day }.map(\.json))
    }
}
