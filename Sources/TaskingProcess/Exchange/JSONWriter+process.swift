import Decisions
package import DecisionStore
package import Notation

// How recommendations and taskings read as JSON, on the command line and in the API.
extension JSONWriter {
    /// What every view says of a recommendation, as members of an object.
    package mutating func members(_ kept: StoredRecommendation, overdue: Int) {
        key("id"); string("R\(kept.id)")
        key("nominal"); string(kept.nominal)
        key("borough"); string(kept.borough)
        key("decision"); string(kept.decision)
        key("state"); string(kept.state.rawValue)
        key("action"); string(kept.recommendation.action.rawValue)
        key("category"); optional(kept.recommendation.category)
        key("rule"); optional(kept.recommendation.rule)
        key("title"); optional(kept.recommendation.title)
        key("words"); string(PanelWords.act(kept.recommendation.action, category: kept.recommendation.category))
        key("made"); string(kept.made.description)
        key("decide_by"); string(kept.decideBy.description)
        key("overdue_days"); int(overdue)
        key("closed"); optional(kept.closed?.description)
    }

    package mutating func field(_ field: UnknownField) {
        beginObject()
        key("field"); string(field.path)
        key("title"); string(field.title)
        key("settle"); optional(field.settle)
        endObject()
    }

    /// Where somebody stands, since when, and by whom they are led.
    package mutating func standing(_ standing: NominalStanding) {
        beginObject()
        key("standing"); string(standing.kind.rawValue)
        key("category"); optional(standing.category)
        key("since"); optional(standing.since?.description)
        key("lead_agency"); optional(standing.leadAgency)
        endObject()
    }

    package mutating func tasking(_ task: KeptTasking, today: Day) {
        beginObject()
        key("id"); string("T\(task.id)")
        key("nominal"); string(task.nominal)
        key("borough"); string(task.borough)
        key("decision"); string(task.decision)
        key("kind"); string(task.kind)
        key("title"); string(task.title)
        key("owner"); string(task.owner)
        key("priority"); optional(task.priority)
        key("opened"); string(task.opened.description)
        key("due"); optional(task.due?.description)
        key("overdue_days"); int(task.status == .open ? max(0, task.due.map { today.number - $0.number } ?? 0) : 0)
        key("because"); optional(task.because)
        key("status"); string(task.status.rawValue)
        key("closed"); optional(task.closed?.description)
        key("by"); optional(task.who)
        key("words"); optional(task.words)
        endObject()
    }

    /// What a recommendation is for a program outside the store.
    package mutating func recommendation(_ one: ExchangedRecommendation, today: Day) {
        beginObject()
        members(one.kept, overdue: one.kept.state == .open ? max(0, today.number - one.kept.decideBy.number) : 0)
        key("because"); strings(one.kept.recommendation.because)
        key("unknown"); array(one.kept.recommendation.unknown) { $1.field(UnknownField($0)) }
        key("standing"); standing(one.standing)
        key("pack"); string(one.pack)
        key("version"); string(one.version)
        endObject()
    }
}
