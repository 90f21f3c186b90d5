import DecisionStore
import Decisions
import HTTPTypes
import Notation
import Reports
import TaskingProcess

/// Everything that a panel sees of one nominal before it decides, and the forms by which it decides.
enum NominalPage {
    static func show(_ site: Site, _ visit: Visit, _ purpose: String) throws -> Answer { try page(site, visit, purpose) }

    /// - Parameter problems: what is wrong with a form that was sent.
    static func page(_ site: Site, _ visit: Visit, _ purpose: String, problems: [Problem] = [], status: HTTPResponse.Status = .ok) throws -> Answer {
        let picture = try site.panel(visit.people).picture(visit["reference"], by: visit.who, why: purpose)
        let parts = NominalParts(picture: picture, visit: visit)
        return .html(
            Layout.page(
                picture.nominal.id, visit, problems: problems,
                """
                \(Purpose.line(purpose, visit))
                <p class="lead">\(parts.standing)</p>
                \(parts.recommendation)
                \(DecisionForms.decide(picture, visit, problems))
                \(parts.scores)
                \(HTML.written(ReportPage(title: "", sections: parts.sections).fragment(hasContents: false)))
                \(parts.tasks)
                \(DecisionForms.review(picture, visit, problems))
                """), status: status)
    }
}

/// The parts of a nominal's page.
struct NominalParts {
    let picture: PanelPicture
    let visit: Visit
    private var words: Words { visit.words }

    init(picture: PanelPicture, visit: Visit) {
        self.picture = picture
        self.visit = visit
    }

    var standing: String {
        let standing = picture.nominal.standing
        let since = standing.since.map { words(.standingSince, ["day": $0.inWords]) } ?? ""
        let lead = standing.leadAgency.map { words(.standingLead, ["agency": PanelWords.value($0)]) } ?? ""
        return "\(picture.nominal.borough): \(PanelWords.standing(standing))\(since)\(lead)"
    }

    var recommendation: HTML {
        guard let kept = picture.recommendation else { return "<h2>\(words[.recommendation])</h2>\n<p>\(words[.recommendationNone])</p>\n" }
        let asked = kept.recommendation
        let act = PanelWords.act(asked.action, category: asked.category)
        let state: HTML =
            closed(kept).map { .text($0) }
            ?? "\(words(.recommendationWaits, ["day": kept.made.inWords])) \(PanelPages.deadline(kept.decideBy, picture.overdue, visit))"
        let reasons = asked.because.map { reason -> HTML in "<li>\(reason)</li>" }
        let unknown = picture.unknown.map { field -> HTML in "<li>\(capital(field.title))\(field.settle.map { ": " + Inline.text($0) } ?? .empty)</li>" }
        let error: HTML = picture.error.map { "<p class=\"problem\">\(words(.rulesFailed, ["error": $0]))</p>" } ?? .empty
        return """
            <section class="asked" aria-labelledby="asked">
            <h2 id="asked">\(asked.action == .refer ? capital(act) : words(.recommended, ["act": act]))</h2>
            <p>\(asked.title.map { words(.byRule, ["rule": $0]) } ?? "") \(state) <span class="why">· R\(kept.id)</span></p>
            \(reasons.isEmpty ? .empty : "<h3>\(words[.reasons])</h3>\n<ul>\(reasons)</ul>")
            \(unknown.isEmpty ? .empty : "<h3>\(words[.unknownTitle])</h3>\n<ul>\(unknown)</ul>")
            \(error)
            </section>
            """
    }

    /// What became of a recommendation; nil while it waits.
    private func closed(_ kept: StoredRecommendation) -> String? {
        guard let day = kept.closed else { return nil }
        let phrase: Phrase =
            switch kept.state {
            case .confirmed: .recommendationConfirmed
            case .departed: .recommendationDeparted
            case .replaced: .recommendationReplaced
            case .lapsed, .open: .recommendationLapsed
            case .restricted: .recommendationRestricted
            }
        return words(phrase, ["day": day.inWords])
    }

    /// What the recommendation is made of, as reports show it.
    var sections: [ReportSection] { criteria + history + [reviews, decisions, notes].compactMap(\.self) }

    /// Each score with its rows, and a bar for the points of each.
    var scores: HTML {
        HTML(
            picture.scores.enumerated().map { number, score -> HTML in
                let band = score.hasBands ? score.band.map { ", “\($0)”" } ?? words[.bandUnknown] : ""
                let most = score.rows.map { $0.high ?? $0.low }.max() ?? 0
                let rows = score.rows.map { row -> HTML in
                    """
                    <tr><th scope="row">\(row.title)\(ScoreBar.svg(row.low, row.high, most: most))</th>\
                    <td class="number">\(NominalParts.range(row.low, row.high))</td><td>\(why(row))</td></tr>

                    """
                }
                return """
                    <section aria-labelledby="score-\(number)">
                    <h2 id="score-\(number)">\(score.title): \(NominalParts.range(score.low, score.high))\(band)</h2>
                    <div class="scroll" role="group" tabindex="0" aria-labelledby="rows-\(number)">
                    <table class="scores">
                    <caption id="rows-\(number)">\(words[.rowsOfScore])</caption>
                    <thead><tr><th scope="col">\(words[.row])</th><th scope="col" class="number">\(words[.points])</th><th scope="col">\(words[.why])</th></tr></thead>
                    <tbody>
                    \(rows)
                    </tbody>
                    </table>
                    </div>
                    </section>

                    """
            })
    }

    private func why(_ row: PanelPicture.Score.Row) -> String {
        let want = row.unknown.isEmpty ? nil : words(.forWantOf, ["fields": row.unknown.map(\.title).joined(separator: ", ")])
        return [row.because, want].compactMap(\.self).joined(separator: "; ")
    }

    private var criteria: [ReportSection] {
        picture.criteria.map { criterion in
            ReportSection(
                "\(criterion.title): \(met(criterion.met, .met, .notMet))",
                [
                    .table(
                        ReportTable(
                            words[.conditions], columns: [.text(words[.condition]), .text(words[.answer]), .text(words[.missingData])],
                            rows: criterion.rows.map { .init([$0.title, met($0.met, .yes, .no), $0.unknown.map(\.title).joined(separator: ", ")]) }))
                ])
        }
    }

    private func met(_ met: Met, _ yes: Phrase, _ no: Phrase) -> String {
        switch met {
        case .yes: words[yes]
        case .no: words[no]
        case .unknown: words[.notKnown]
        }
    }

    private var history: [ReportSection] {
        picture.history.map { history in
            let chart = LineChart(words(.scoreOverTime, ["score": history.title]), axis: history.points.map { "\($0.day)" }, [.init(history.title, history.points.map { $0.score })])
            let table = ReportTable(
                words[.earlierScores], columns: [.text(words[.day]), .number(words[.score]), .text(words[.band])],
                rows: history.points.reversed().map { .init([$0.day.inWords, shortestText($0.score), $0.band ?? ""]) })
            return ReportSection(words(.historyOf, ["score": history.title]), (history.points.count > 1 ? [.lines(chart)] : []) + [.table(table)])
        }
    }

    private var reviews: ReportSection? {
        if picture.reviews.isEmpty { return nil }
        let rows = picture.reviews.reversed().map { ReportTable.Row([$0.day.inWords, $0.who.map(PanelWords.value) ?? "", capital(PanelWords.value($0.outcome)), $0.words]) }
        return ReportSection(
            words[.reviews], [.table(ReportTable(words[.latestFirst], columns: [.text(words[.day]), .text(words[.auditWho]), .text(words[.outcome]), .text(words[.inWords])], rows: rows))])
    }

    private var decisions: ReportSection? {
        if picture.decisions.isEmpty { return nil }
        let rows = picture.decisions.reversed().map { decision in
            ReportTable.Row([
                decision.day.inWords, decision.who, capital(PanelWords.act(decision.action, category: decision.category)),
                decision.reason.flatMap(DepartureReason.init(rawValue:)).map { capital($0.inWords) } ?? words[.confirmed], decision.words,
            ])
        }
        return ReportSection(
            words[.earlierDecisions],
            [
                .table(
                    ReportTable(
                        words[.latestFirst],
                        columns: [.text(words[.day]), .text(words[.auditWho]), .text(words[.decided]), .text(words[.reason]), .text(words[.inWords])], rows: rows))
            ])
    }

    private var notes: ReportSection? {
        let made = picture.basis.map { words(.basis, ["day": $0.asOf.inWords, "pack": $0.pack, "version": $0.version, "decision": $0.decision]) }
        let lines = picture.warnings + [made].compactMap(\.self)
        return lines.isEmpty ? nil : ReportSection(words[.notes], [.list(lines)])
    }

    var tasks: HTML {
        let tasks = picture.taskings.map { TaskPages.card($0, visit) }
        return tasks.isEmpty ? .empty : "<h2>\(words[.tasks])</h2>\n<ul class=\"cards\">\(tasks)</ul>\n"
    }

    /// `20`, `63 to 83`, `20 or more`.
    static func range(_ low: Double, _ high: Double?) -> String {
        guard let high else { return "\(shortestText(low)) or more" }
        return low == high ? shortestText(low) : "\(shortestText(low)) to \(shortestText(high))"
    }
}
