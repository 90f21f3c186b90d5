package import DecisionStore
package import Decisions
import Governance
package import Notation

/// What a panel decides on a recommendation.
package struct PanelAct: Sendable, Equatable {
    package enum Outcome: Sendable, Equatable {
        /// What is recommended is done.
        case confirm
        /// It is not done, for a reason.
        case depart(DepartureReason)
    }

    package var outcome: Outcome
    /// In the panel's words; needed for a departure.
    package var words: String
    /// What is done instead, or where the rules could not tell; nil: where they stand stays.
    package var action: Recommendation.Action?
    /// With `select`, or with `deselect` for a move to another category; nil where the recommendation names one, or none is needed.
    package var category: String?
    /// Until this day the same recommendation is not made again; nil: three months.
    package var again: Day?

    package init(_ outcome: Outcome, words: String = "", action: Recommendation.Action? = nil, category: String? = nil, again: Day? = nil) {
        self.outcome = outcome
        self.words = words
        self.action = action
        self.category = category
        self.again = again
    }
}

extension Panel {
    /// How long the same recommendation is not made again, where a panel says nothing of it.
    package static let rest = Span.months(3)

    /// Decides on a recommendation. Only this changes where somebody stands.
    /// - Parameter id: the number in `R12`.
    /// - Returns: what was kept.
    /// - Throws: `Refusal`, `GovernanceError`, `StoreError`
    package func record(_ id: Int, _ act: PanelAct, by who: String) throws -> PanelDecision {
        try self.act(who, "a panel's decision on R\(id)") { writer in
            guard let kept = try writer.recommendation(id) else { throw StoreError(.unknown, "there is no recommendation R\(id): the panel's queue has those that wait") }
            let nominal = try writer.unrestricted(kept.nominal)
            guard kept.state == .open else { throw Refusal(.recommendationClosed, closed(kept)) }
            if let category = act.category { try check(category, of: kept, writer) }
            let decision = try decision(act, on: kept, standing: nominal.standing, by: who)
            if let move = decision.move, move.was.kind == .member, try !writer.reviews(of: kept.nominal).contains(where: { $0.day >= kept.made }) {
                throw Refusal(
                    .reviewMissing,
                    "R\(id) takes somebody's place in the cohort, or their category: that needs a review recorded on or after \(kept.made), the day of the recommendation; record it with `waymark panel review`")
            }
            try writer.decide(decision, why: "a panel's decision", what: log(decision, on: kept))
            return decision
        }
    }

    /// A category that is misspelt would be a category of its own.
    private func check(_ category: String, of kept: StoredRecommendation, _ reader: StoreReader) throws {
        guard let known = try reader.record(run: kept.run, place: kept.place).flatMap({ try packs.names($0, in: reader) })?.categories, !known.contains(category) else { return }
        let near = nearestName(to: category, in: known).map { "did you mean `\($0)`?" } ?? "it has \(known.sorted().map { "`\($0)`" }.joined(separator: ", "))"
        throw GovernanceError("the pack has no category `\(category)`: " + (known.isEmpty ? "it has none" : near))
    }

    private func closed(_ kept: StoredRecommendation) -> String {
        let on = kept.closed.map { " on \($0)" } ?? ""
        return switch kept.state {
        case .confirmed: "R\(kept.id) was confirmed\(on): a recommendation is decided on once"
        case .departed: "R\(kept.id) was departed from\(on): a recommendation is decided on once"
        case .replaced: "R\(kept.id) was replaced by a later recommendation\(on): decide on that one"
        case .lapsed, .open: "R\(kept.id) lapsed\(on): nothing is recommended any more that differs from what stands"
        case .restricted: "R\(kept.id) was closed\(on), because the nominal was restricted"
        }
    }

    private func decision(_ act: PanelAct, on kept: StoredRecommendation, standing: NominalStanding, by who: String) throws -> PanelDecision {
        let recommended = kept.recommendation
        var reason: DepartureReason?
        var action = act.action ?? Panel.standsAs(standing)
        var category = act.category
        switch act.outcome {
        case .confirm where recommended.action == .refer: break
        case .confirm:
            guard act.action == nil else { throw GovernanceError("to confirm is to do what R\(kept.id) recommends: leave the action out, or depart from it with a reason") }
            action = recommended.action
            if let named = recommended.category, let category, category != named {
                throw GovernanceError("R\(kept.id) recommends `\(named)` and not `\(category)`: leave the category out, or depart from it with a reason")
            }
            category = recommended.category ?? category
        case .depart(let code):
            reason = code
            guard act.words.contains(where: { !$0.isWhitespace }) else {
                throw GovernanceError("a departure needs words beside its reason code: say in a sentence why the panel decides otherwise")
            }
            if recommended.action != .refer, act.action == recommended.action, act.category == recommended.category {
                throw GovernanceError("that is what R\(kept.id) recommends: confirm it, or say what is done instead")
            }
        }
        let again = act.again ?? Panel.rest.after(today)
        guard again > today else { throw GovernanceError("\(again) is not after today: name a later day for the recommendation to come again") }
        let now = try Panel.standing(after: action, category: category, from: standing)
        return PanelDecision(
            recommendation: kept.id, nominal: kept.nominal, borough: kept.borough, day: today, who: who, outcome: reason == nil ? .confirmed : .departed,
            action: action, category: now.kind == .member ? now.category : nil, reason: reason?.rawValue, words: act.words, again: again,
            move: now.isTheSame(as: standing) ? nil : StandingMove(was: standing, now: now))
    }

    /// The action under which nothing changes.
    private static func standsAs(_ standing: NominalStanding) -> Recommendation.Action {
        switch standing.kind {
        case .none: .none
        case .watched: .monitor
        case .member: .retain
        }
    }

    private static func standing(after action: Recommendation.Action, category: String?, from standing: NominalStanding) throws -> NominalStanding {
        if let category, action == .monitor || action == .none || action == .refer || action == .retain {
            throw GovernanceError("the category `\(category)` belongs to `select`, or to `deselect` for a move: `\(action.rawValue)` has none")
        }
        switch action {
        case .select:
            guard let category else { throw GovernanceError("somebody who is selected gets a category: name it, as in `--category ppo`") }
            return NominalStanding(.member, category: category)
        case .monitor: return NominalStanding(.watched)
        case .none: return NominalStanding()
        case .deselect:
            guard let category else { return NominalStanding() }
            guard standing.kind == .member else { throw GovernanceError("only somebody who is in the cohort moves to another category: `select` takes them in") }
            return NominalStanding(.member, category: category)
        case .retain, .refer: return standing
        }
    }

    /// What was decided, without names.
    private func log(_ decision: PanelDecision, on kept: StoredRecommendation) -> String {
        let recommended = kept.recommendation
        let rule = recommended.rule.map { " by rule `\($0)`" } ?? ""
        let what = recommended.category.map { "\(recommended.action.rawValue) \($0)" } ?? recommended.action.rawValue
        var words = "R\(kept.id) \(decision.outcome == .confirmed ? "confirmed" : "departed from"), \(what)\(rule)"
        if let reason = decision.reason { words += ", reason \(reason)" }
        words += ", decided \(decision.category.map { "\(decision.action.rawValue) \($0)" } ?? decision.action.rawValue)"
        return words + (decision.move.map { "; stood \(PanelWords.log($0.was)), stands \(PanelWords.log($0.now))" } ?? "; stands as before")
    }
}
