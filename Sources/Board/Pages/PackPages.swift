import Cohorts
import Decisions
import Evidence
import Governance
import HTTPTypes
import Notation
import Reports
import RulePacks
import TaskingProcess

/// Packs, where they stand, and what there is to read of them.
enum PackPages {
    // MARK: All of them

    static func list(_ site: Site, _ visit: Visit) throws -> Answer {
        let words = visit.words
        let standings = Array(try site.book(visit.people, visit.today).standings.reversed())
        if standings.isEmpty { return .html(Layout.page(words[.packs], visit, "<p>\(words[.packsNone])</p>")) }
        func part(_ title: Phrase, _ standings: [PackStanding], none: Phrase?) -> HTML {
            if standings.isEmpty { return none.map { "<h2>\(words[title])</h2>\n<p>\(words[$0])</p>\n" } ?? .empty }
            return "<h2>\(words[title])</h2>\n\(cards(standings, visit))"
        }
        let inForce = standings.filter { $0.state == .inForce }, waiting = standings.filter { $0.state == .submitted || $0.state == .approved }
        let others = standings.filter { ![.inForce, .submitted, .approved].contains($0.state) }
        return .html(
            Layout.page(
                words[.packs], visit,
                """
                <p>\(words[.packsLead])</p>
                \(part(.packsInForce, inForce, none: .packsNoneInForce))\(part(.packsWaiting, waiting, none: .packsNoneWaiting))\(part(.packsOther, others, none: nil))
                """))
    }

    static func cards(_ standings: [PackStanding], _ visit: Visit) -> HTML {
        let words = visit.words
        let items = standings.map { standing -> HTML in
            guard let approval = standing.approval else {
                return "<li><h3><a href=\"\(path(standing))\">\(String(standing.examination.digest.prefix(19)))…</a></h3><p>\(state(standing, words))</p></li>\n"
            }
            let count: HTML = standing.state == .submitted ? " · \(signatureCount(standing, words))" : .empty
            return """
                <li>
                <h3><a href="\(path(standing))">\(name(approval))</a></h3>
                <p>\(state(standing, words)) \(approval.borough), \(dates(approval, words))\(count)</p>
                </li>

                """
        }
        return "<ul class=\"cards\">\n\(items)</ul>\n"
    }

    static func name(_ approval: ApprovalPack) -> String { "\(approval.pack.id) \(approval.pack.version)" }

    static func path(_ standing: PackStanding) -> String { "/packs/" + standing.examination.digest.dropFirst("sha256:".count) }

    static func dates(_ approval: ApprovalPack, _ words: Words) -> String {
        words(.datesFromTo, ["from": approval.from.inWords, "to": approval.until.inWords])
    }

    static func signatureCount(_ standing: PackStanding, _ words: Words) -> String {
        words(.signaturesOf, ["have": String(standing.examination.signers.count), "need": String(standing.approval?.quorum.signatures ?? 0)])
    }

    static func state(_ standing: PackStanding, _ words: Words) -> HTML {
        let (phrase, kind): (Phrase, String) =
            switch standing.state {
            case .submitted: (.stateSubmitted, "waits")
            case .approved: (.stateApproved, "good")
            case .inForce: (.stateInForce, "good")
            case .superseded: (.stateSuperseded, "over")
            case .withdrawn: (.stateWithdrawn, "over")
            case .rejected: (.stateRejected, "over")
            case .expired: (.stateExpired, "over")
            case .stale: (.stateStale, "over")
            case .altered: (.stateAltered, "waits")
            }
        let review: HTML = standing.isReviewDue ? " <span class=\"state waits\">\(words[.reviewDue])</span>" : .empty
        return "<span class=\"state \(kind)\">\(words[phrase])</span>\(review)"
    }

    // MARK: One of them

    static func show(_ site: Site, _ visit: Visit) throws -> Answer {
        let words = visit.words
        let book = try site.book(visit.people, visit.today)
        let standing = book.standing(try site.examination(visit["approval"], book))
        let examination = standing.examination
        guard let approval = standing.approval, examination.alterations.isEmpty else {
            return .html(Layout.page(words[.alteredTitle], visit, "<ul>\(examination.alterations.map { "<li>\(Inline.text(capital($0.message)))</li>" })</ul>"))
        }
        let facts = [
            ReportFact(words[.factBorough], approval.borough), ReportFact(words[.factDates], dates(approval, words)),
            ReportFact(words[.factReview], approval.reviewBy.inWords),
            ReportFact(words[.factAuthor], words(.factAuthorOn, ["who": person(approval.author, visit), "day": approval.submitted.inWords])),
            ReportFact(words[.factQuorum], PanelWords.value(approval.quorum.inWords)), ReportFact(words[.factReplaces], predecessor(approval, book) ?? words[.factReplacesNothing]),
            ReportFact(words[.factPackDigest], "`\(approval.pack.digest)`"), ReportFact(words[.factApprovalDigest], "`\(examination.digest)`"),
        ]
        let reasons: HTML = standing.reasons.isEmpty
            ? .empty : "<h2>\(words[standing.state == .submitted ? .missing : .whyNot])</h2>\n<ul>\(standing.reasons.map { "<li>\(reason($0))</li>" })</ul>\n"
        return .html(
            Layout.page(
                name(approval), visit,
                """
                <p>\(state(standing, words)) \(standing.state == .submitted ? signatureCount(standing, words) : "")</p>
                \(reading(standing, visit))
                \(signatures(standing, visit))
                \(reasons)\(decision(standing, visit))
                <h2>\(words[.whatIsSigned])</h2>
                \(HTML.written(ReportPage(title: "", facts: facts).fragment))
                """))
    }

    /// Agencies stand in it as `waymark.lua` has them.
    private static func reason(_ refusal: Refusal) -> HTML {
        refusal.kind == .agencyMissing ? .text(capital(PanelWords.value(refusal.message.replacing("`", with: "")))) : Inline.text(capital(refusal.message))
    }

    /// The pack that one comes after, by name where the store has it.
    private static func predecessor(_ approval: ApprovalPack, _ book: BoardBook) -> String? {
        approval.replaces.map { digest in book.examinations.lazy.compactMap(\.approval).first { $0.pack.digest == digest }.map(name) ?? "`\(digest)`" }
    }

    private static func person(_ id: String, _ visit: Visit) -> String { visit.people[id].map { "\($0.name) (\(id))" } ?? id }

    private static func reading(_ standing: PackStanding, _ visit: Visit) -> HTML {
        let words = visit.words, path = path(standing)
        let page: HTML =
            standing.examination.dossier.page == nil
            ? "<dt>\(words[.readPage])</dt><dd>\(words[.readPageNone])</dd>"
            : "<dt><a href=\"\(path)/page\">\(words[.readPage])</a></dt><dd>\(words[.readPageMore])</dd>"
        return """
            <h2>\(words[.readFirst])</h2>
            <dl class="reading">
            \(page)
            <dt><a href="\(path)/words">\(words[.readWords])</a></dt><dd>\(words[.readWordsMore])</dd>
            <dt><a href="\(path)/evidence.json">\(words[.readEvidence])</a></dt><dd>\(words[.readEvidenceMore])</dd>
            </dl>
            """
    }

    private static func signatures(_ standing: PackStanding, _ visit: Visit) -> HTML {
        let words = visit.words
        let items = standing.examination.signers.map { person, statement -> HTML in
            "<li>\(words(.signedBy, ["name": person.name, "agency": PanelWords.value(person.agency), "day": statement.on.inWords]))</li>"
        }
        let list: HTML = items.isEmpty ? "<p>\(words[.signaturesNone])</p>" : "<ul>\(items)</ul>"
        return "<h2>\(words[.signatures])</h2>\n\(list)"
    }

    static func maySign(_ standing: PackStanding, _ visit: Visit) -> Bool {
        guard visit.has(.board), standing.state == .submitted, let approval = standing.approval, !standing.examination.hasSigned(visit.who) else { return false }
        return approval.author != visit.who || approval.quorum.authorMaySign && visit.people.quorum.authorMaySign
    }

    private static func decision(_ standing: PackStanding, _ visit: Visit) -> HTML {
        let words = visit.words
        var acts: [HTML] = []
        for act in PackAct.allCases where act.isOffered(standing, visit) {
            acts.append("<a class=\"\(act == .sign ? "button" : "button second")\" href=\"\(path(standing))/\(act.rawValue)\">\(words[act.link])</a>")
        }
        let signed: HTML = standing.examination.hasSigned(visit.who) ? "<p>\(words[.youSigned])</p>" : .empty
        if acts.isEmpty, signed.isEmpty { return .empty }
        return "<section class=\"decide\">\n<h2>\(words[.yourSignature])</h2>\n\(signed)<p class=\"actions\">\(acts)</p>\n</section>\n"
    }

    // MARK: What there is to read

    /// The page that was submitted and is signed, to the last letter.
    static func page(_ site: Site, _ visit: Visit) throws -> Answer {
        let book = try site.book(visit.people, visit.today)
        let examination = try site.examination(visit["approval"], book)
        if let refusal = examination.alterations.first { throw refusal }
        guard let page = examination.dossier.page else { throw Missing() }
        var answer = Answer(type: "text/html; charset=utf-8", body: page)
        answer.headers.append((.contentSecurityPolicy, SecurityHeaders.policy(forPage: page)))
        return answer
    }

    static func evidence(_ site: Site, _ visit: Visit) throws -> Answer {
        let book = try site.book(visit.people, visit.today)
        let examination = try site.examination(visit["approval"], book)
        if let refusal = examination.alterations.first { throw refusal }
        return .file("\(examination.approval.map(name)?.replacing(" ", with: "-") ?? "evidence").json", type: "application/json", body: examination.dossier.evidence)
    }

    static func inWords(_ site: Site, _ visit: Visit) throws -> Answer {
        let book = try site.book(visit.people, visit.today)
        let examination = try site.examination(visit["approval"], book)
        guard let approval = examination.approval, let pack = examination.source else { throw GovernanceError(visit.words[.wordsNone]) }
        let text = try site.packsInWords.value(pack.digest) {
            do throws(PackError) {
                return HTML.written(PackInWords(try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: approval.from)).page.fragment)
            } catch {
                throw GovernanceError(visit.words[.wordsNone])
            }
        }
        return .html(Layout.page(visit.words(.wordsOf, ["pack": name(approval)]), visit, text))
    }
}
