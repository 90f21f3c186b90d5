import DecisionStore
import Decisions
import Governance
import Notation

/// Where an approval pack stands, in words and as JSON.
struct StandingText {
    let standing: PackStanding

    /// `stoke-on-trent 1.2.0: in force from 2026-12-01 to 2027-12-01`
    var heading: String {
        guard let approval = standing.approval else { return "\(standing.examination.digest): altered" }
        let name = "\(approval.pack.id) \(approval.pack.version)"
        let dates = "from \(approval.from) to \(approval.until)"
        return switch standing.state {
        case .submitted: "\(name): submitted on \(approval.submitted) by \(approval.author), waits for signatures"
        case .approved: "\(name): approved, in force \(dates)"
        case .inForce: "\(name): in force \(dates)"
        default: "\(name): \(standing.state.rawValue)"
        }
    }

    var signatures: [String] {
        standing.examination.signers.map { "signed by \($0.person.id) (\($0.person.name), \($0.person.agency)) on \($0.statement.on)" }
    }

    private var review: [String] {
        guard standing.isReviewDue, let approval = standing.approval else { return [] }
        return ["it was to be reviewed by \(approval.reviewBy)"]
    }

    var lines: [String] {
        [heading] + (signatures + standing.reasons.map(\.message) + review).map { "  " + $0 }
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        let approval = standing.approval
        func text(_ key: StaticString, _ value: String?) {
            json.key(key)
            json.optional(value)
        }
        text("pack", approval?.pack.id)
        text("version", approval?.pack.version)
        text("digest", approval?.pack.digest)
        text("approval_pack", standing.examination.digest)
        text("borough", approval?.borough)
        text("state", standing.state.rawValue)
        text("from", approval?.from.description)
        text("review_by", approval?.reviewBy.description)
        text("until", approval?.until.description)
        json.key("review_due"); json.bool(standing.isReviewDue)
        text("replaces", approval?.replaces)
        text("author", approval?.author)
        text("submitted", approval?.submitted.description)
        json.key("quorum")
        json.optional(approval?.quorum.inWords)
        json.key("signatures"); StandingText.write(standing.examination.signers, to: &json)
        json.key("reasons")
        json.beginArray()
        for reason in standing.reasons {
            json.beginObject()
            json.key("code"); json.string(reason.kind.rawValue)
            json.key("message"); json.string(reason.message)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    static func write(_ signers: [(person: Person, statement: Statement)], to json: inout JSONWriter) {
        json.beginArray()
        for (person, statement) in signers {
            json.beginObject()
            json.key("by"); json.string(person.id)
            json.key("name"); json.string(person.name)
            json.key("agency"); json.string(person.agency)
            json.key("on"); json.string(statement.on.description)
            json.key("key"); json.string(person.key?.description ?? "")
            json.endObject()
        }
        json.endArray()
    }

    func print(_ format: Format) throws {
        let out = try ResultFile(nil)
        if format == .json {
            var json = JSONWriter()
            write(to: &json)
            try out.write(json.text + "\n")
        } else {
            try out.write(lines.map { Terminal.wrapped($0, indent: 4) + "\n" }.joined())
        }
        try out.finish()
    }
}
