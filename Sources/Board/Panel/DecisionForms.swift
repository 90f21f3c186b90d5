import DecisionStore
import Decisions
import Governance
import HTTPTypes
import Notation
import TaskingProcess

/// The forms by which a panel confirms a recommendation, departs from it, and records a review.
enum DecisionForms {
    private static let actions: [(value: String, text: Phrase)] = [
        ("", .insteadNothing), ("select", .insteadSelect), ("monitor", .insteadMonitor), ("none", .insteadNone), ("deselect", .insteadDeselect), ("retain", .insteadRetain),
    ]

    static func decide(_ picture: PanelPicture, _ visit: Visit, _ problems: [Problem]) -> HTML {
        guard let kept = picture.recommendation, kept.state == .open, visit.has(.panel) else { return .empty }
        let words = visit.words, path = "/nominals/R\(kept.id)"
        let outcome = isReview(visit) ? "" : visit.form["outcome"]
        let isQuestion = kept.recommendation.action == .refer
        let instead = Forms.choice("action", words[isQuestion ? .decided : .instead], actions.map { ($0.value, words[$0.text]) }, chosen: visit.form["action"])
        let category = category(picture, visit, problems)
        let otherCategory = self.category(picture, visit, problems, id: "category-instead")
        let lacksCategory = kept.recommendation.action == .select && kept.recommendation.category == nil
        let again = Forms.field("again", words[.again], value: visit.form["again"], hint: words[.againHint], problems: problems, isRequired: false)
        let reasons = [("", words[.choose])] + DepartureReason.allCases.map { ($0.rawValue, capital($0.inWords)) }
        return """
            <section class="decide" aria-labelledby="decide">
            <h2 id="decide">\(words[.decision])</h2>
            <p>\(words[.decisionLead])</p>
            <details\(outcome == "confirm" ? " open" : .empty)>
            <summary>\(words[isQuestion ? .confirmQuestion : .confirm])</summary>
            <form method="post" action="\(path)/decision" novalidate>
            \(Forms.token(visit))
            <input type="hidden" name="outcome" value="confirm">
            \(isQuestion ? instead + category : lacksCategory ? category : .empty)\(Forms.field("words", words[.inWordsOptional], .lines, value: visit.form["words"], problems: problems, isRequired: false))
            <button>\(words[.confirmButton])</button>
            </form>
            </details>
            <details\(outcome == "depart" ? " open" : .empty)>
            <summary>\(words[.depart])</summary>
            <form method="post" action="\(path)/decision" novalidate>
            \(Forms.token(visit))
            <input type="hidden" name="outcome" value="depart">
            \(Forms.choice("reason", words[.departReason], reasons, chosen: visit.form["reason"], problems: problems))
            \(Forms.field("why", words[.departWords], .lines, value: visit.form["why"], hint: words[.departWordsHint], problems: problems))
            \(isQuestion ? .empty : instead + otherCategory)\(again)
            <button>\(words[.departButton])</button>
            </form>
            </details>
            </section>

            """
    }

    private static func category(_ picture: PanelPicture, _ visit: Visit, _ problems: [Problem], id: String = "category") -> HTML {
        let words = visit.words
        if picture.categories.isEmpty {
            return Forms.field("category", words[.category], value: visit.form["category"], hint: words[.categoryHint], problems: problems, isRequired: false, id: id)
        }
        let known = picture.categories.map { ($0, capital(PanelWords.value($0))) }
        return Forms.choice("category", words[.category], [("", words[.categoryNone])] + known, chosen: visit.form["category"], hint: words[.categoryHint], problems: problems, id: id)
    }

    /// Whether what was sent is a review: both forms have an outcome.
    private static func isReview(_ visit: Visit) -> Bool { visit.form.exactly("findings") != nil }

    static func review(_ picture: PanelPicture, _ visit: Visit, _ problems: [Problem]) -> HTML {
        guard visit.has(.panel) else { return .empty }
        let words = visit.words
        return """
            <section class="decide" aria-labelledby="review">
            <h2 id="review">\(words[.review])</h2>
            <details\(isReview(visit) ? " open" : .empty)>
            <summary>\(words[.reviewRecord])</summary>
            <form method="post" action="/nominals/\(percentEncoded(picture.nominal.id))/review" novalidate>
            \(Forms.token(visit))
            \(Forms.field("outcome", words[.outcome], value: isReview(visit) ? visit.form["outcome"] : "", hint: words[.outcomeHint], problems: problems))
            \(Forms.field("findings", words[.findings], .lines, value: visit.form["findings"], problems: problems))
            <button>\(words[.reviewButton])</button>
            </form>
            </details>
            </section>

            """
    }

    // MARK: What is sent

    static func record(_ site: Site, _ visit: Visit, _ purpose: String) throws -> Answer {
        let words = visit.words, form = visit.form
        guard let number = Panel.number(visit["reference"], after: "R") else { throw Missing() }
        func again(_ field: String?, _ text: String) throws -> Answer {
            try NominalPage.page(site, visit, purpose, problems: [Problem(field, text)], status: .unprocessableContent)
        }
        var outcome = PanelAct.Outcome.confirm
        if form["outcome"] == "depart" {
            guard let reason = DepartureReason(rawValue: form["reason"]) else { return try again("reason", words[.departReasonMissing]) }
            if form["why"].isEmpty { return try again("why", words[.departWordsMissing]) }
            outcome = .depart(reason)
        }
        var day: Day?
        if !form["again"].isEmpty {
            guard let read = Day(iso: form["again"]) else { return try again("again", words[.dayWrong]) }
            day = read
        }
        if form["action"] == "select", form["category"].isEmpty { return try again(form["outcome"] == "depart" ? "category-instead" : "category", words[.categoryMissing]) }
        let act = PanelAct(
            outcome, words: form["outcome"] == "depart" ? form["why"] : form["words"], action: Recommendation.Action(rawValue: form["action"]),
            category: form["category"].isEmpty ? nil : form["category"], again: day)
        do {
            let decision = try site.panel(visit.people).record(number, act, by: visit.who)
            let notice =
                decision.move.map { words(.decisionDone, ["recommendation": "R\(number)", "nominal": decision.nominal, "standing": PanelWords.standing($0.now)]) }
                ?? words(.decisionDoneSame, ["recommendation": "R\(number)", "nominal": decision.nominal])
            site.notice(notice, visit)
            return .see("/panel")
        } catch let error as GovernanceError {
            return try again(nil, error.message)
        } catch let refusal as Refusal where refusal.kind == .reviewMissing {
            return try again("review", words[.reviewNeeded])
        }
    }

    static func recordReview(_ site: Site, _ visit: Visit, _ purpose: String) throws -> Answer {
        let words = visit.words, form = visit.form
        var problems: [Problem] = []
        if form["outcome"].isEmpty { problems.append(Problem("outcome", words[.outcomeMissing])) }
        if form["findings"].isEmpty { problems.append(Problem("findings", words[.findingsMissing])) }
        guard problems.isEmpty else { return try NominalPage.page(site, visit, purpose, problems: problems, status: .unprocessableContent) }
        let review = try site.panel(visit.people).review(visit["reference"], outcome: form["outcome"], words: form["findings"], by: visit.who)
        site.notice(words(.reviewDone, ["nominal": review.nominal]), visit)
        return .see("/nominals/" + percentEncoded(review.nominal))
    }
}
