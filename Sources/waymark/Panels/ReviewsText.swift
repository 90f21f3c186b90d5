import DecisionStore
import Notation
import TaskingProcess

/// Who is overdue for a review, in words and as JSON.
struct ReviewsText {
    let overdue: [OverdueReview]
    let today: Day
    let every: Span
    /// nil for all.
    let borough: String?

    var lines: [String] {
        let place = borough.map { " in \($0)" } ?? ""
        if overdue.isEmpty { return ["nobody is overdue for a review\(place): cases are reviewed every \(every)"] }
        let people = overdue.count == 1 ? "1 person is" : "\(Numbers.grouped(overdue.count)) people are"
        return ["\(people) overdue for a review\(place): cases are reviewed every \(every)", ""] + overdue.map(line)
    }

    private func line(_ review: OverdueReview) -> String {
        let member = review.member
        let last = member.lastReview.map { "last reviewed on \($0.inWords)" } ?? member.since.map { "never reviewed, joined on \($0.inWords)" } ?? "never reviewed"
        let due = review.due.map { "; overdue by \(Numbers.count(today.number - $0.number, "day"))" } ?? ""
        return "\(member.nominal), \(PanelWords.value(member.category)): \(last)\(due)"
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("as_of"); json.string(today.description)
        json.key("borough"); json.optional(borough)
        json.key("review_every"); json.string(every.description)
        json.key("overdue")
        json.array(overdue) { review, json in
            json.beginObject()
            json.key("nominal"); json.string(review.member.nominal)
            json.key("borough"); json.string(review.member.borough)
            json.key("category"); json.string(review.member.category)
            json.key("since"); json.optional(review.member.since?.description)
            json.key("last_review"); json.optional(review.member.lastReview?.description)
            json.key("due"); json.optional(review.due?.description)
            json.key("overdue_days"); json.optional(review.due.map { today.number - $0.number })
            json.endObject()
        }
        json.endObject()
    }
}
