import DecisionStore
import Decisions
import Notation
import TaskingProcess

extension PictureText {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("as_of"); json.string(today.description)
        json.key("nominal"); json.string(picture.nominal.id)
        json.key("borough"); json.string(picture.nominal.borough)
        json.key("standing"); json.standing(picture.nominal.standing)
        json.key("recommendation")
        if let kept = picture.recommendation {
            json.beginObject()
            json.members(kept, overdue: picture.overdue)
            json.key("because"); json.strings(kept.recommendation.because)
            json.endObject()
        } else {
            json.null()
        }
        json.key("unknown"); json.array(picture.unknown) { $1.field($0) }
        json.key("scores"); json.array(picture.scores) { PictureText.write($0, to: &$1) }
        json.key("criteria"); json.array(picture.criteria) { PictureText.write($0, to: &$1) }
        json.key("history"); json.array(picture.history) { PictureText.write($0, to: &$1) }
        json.key("taskings"); json.array(picture.taskings) { $1.tasking($0, today: today) }
        json.key("reviews"); json.array(picture.reviews) { PictureText.write($0, to: &$1, withNominal: false) }
        json.key("decisions"); json.array(picture.decisions) { DecisionText($0).write(to: &$1) }
        json.key("warnings"); json.strings(picture.warnings)
        json.key("error"); json.optional(picture.error)
        json.key("worked_out")
        if let basis = picture.basis {
            json.beginObject()
            json.key("decision"); json.string(basis.decision)
            json.key("as_of"); json.string(basis.asOf.description)
            json.key("pack"); json.string(basis.pack)
            json.key("version"); json.string(basis.version)
            json.endObject()
        } else {
            json.null()
        }
        json.endObject()
    }

    private static func write(_ score: PanelPicture.Score, to json: inout JSONWriter) {
        json.beginObject()
        json.key("matrix"); json.string(score.matrix)
        json.key("title"); json.string(score.title)
        json.key("score"); json.number(score.low)
        json.key("to"); json.optional(score.high)
        json.key("band"); json.optional(score.band)
        json.key("rows")
        json.array(score.rows) { row, json in
            json.beginObject()
            json.key("title"); json.string(row.title)
            json.key("points"); json.number(row.low)
            json.key("to"); json.optional(row.high)
            json.key("because"); json.optional(row.because)
            json.key("unknown"); json.array(row.unknown) { $1.field($0) }
            json.endObject()
        }
        json.endObject()
    }

    private static func write(_ criterion: PanelPicture.Criterion, to json: inout JSONWriter) {
        json.beginObject()
        json.key("name"); json.string(criterion.name)
        json.key("title"); json.string(criterion.title)
        json.key("met"); json.string(criterion.met.rawValue)
        json.key("rows")
        json.array(criterion.rows) { row, json in
            json.beginObject()
            json.key("title"); json.string(row.title)
            json.key("met"); json.string(row.met.rawValue)
            json.key("unknown"); json.array(row.unknown) { $1.field($0) }
            json.endObject()
        }
        json.endObject()
    }

    private static func write(_ history: PanelPicture.History, to json: inout JSONWriter) {
        json.beginObject()
        json.key("matrix"); json.string(history.matrix)
        json.key("title"); json.string(history.title)
        json.key("points")
        json.array(history.points) { point, json in
            json.beginObject()
            json.key("date"); json.string(point.day.description)
            json.key("score"); json.number(point.score)
            json.key("band"); json.optional(point.band)
            json.endObject()
        }
        json.endObject()
    }

    static func write(_ review: KeptReview, to json: inout JSONWriter, withNominal: Bool) {
        json.beginObject()
        if withNominal { json.key("nominal"); json.string(review.nominal) }
        json.key("date"); json.string(review.day.description)
        json.key("by"); json.optional(review.who)
        json.key("outcome"); json.string(review.outcome)
        json.key("words"); json.string(review.words)
        json.endObject()
    }
}
