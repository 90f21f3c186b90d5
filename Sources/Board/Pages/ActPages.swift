import DecisionStore
import Governance
import HTTPTypes

/// The forms by which members sign packs, turn them down and withdraw them. Each asks for the member's key, which is opened in
/// memory for the one signature.
enum ActPages {
    static func show(_ act: PackAct) -> @Sendable (Site, Visit) throws -> Answer {
        { site, visit in
            let book = try site.book(visit.people, visit.today)
            let standing = book.standing(try site.examination(visit["approval"], book))
            guard act.isOffered(standing, visit) else { return .see(PackPages.path(standing)) }
            return form(act, standing, visit)
        }
    }

    private static func form(_ act: PackAct, _ standing: PackStanding, _ visit: Visit, problems: [Problem] = [], status: HTTPResponse.Status = .ok) -> Answer {
        let words = visit.words
        let name = standing.approval.map(PackPages.name) ?? ""
        let own =
            act == .sign
            ? Forms.tick("read", words[.signRead], problems: problems)
            : Forms.field("reason", words[.reason], .lines, value: visit.form["reason"], hint: words[.reasonHint], problems: problems)
        return .html(
            Layout.page(
                words(act.title, ["pack": name]), visit, problems: problems, isNarrow: true,
                """
                <p>\(words(act.lead, ["digest": standing.examination.digest]))</p>
                <p><a href="\(PackPages.path(standing))">\(name)</a></p>
                <form method="post" action="\(PackPages.path(standing))/\(act.rawValue)" enctype="multipart/form-data" novalidate>
                \(Forms.token(visit))
                \(own)\(Forms.field("key", words[.keyFile], .file, hint: words[.keyFileHint], problems: problems))\(Forms.field("passphrase", words[.passphrase], .secret, problems: problems))
                <button>\(words[act.button])</button>
                </form>
                """), status: status)
    }

    static func perform(_ act: PackAct) -> @Sendable (Site, Visit) throws -> Answer {
        { site, visit in
            let words = visit.words
            let book = try site.book(visit.people, visit.today)
            let standing = book.standing(try site.examination(visit["approval"], book))
            let problems = missing(act, visit)
            guard problems.isEmpty else { return form(act, standing, visit, problems: problems, status: .unprocessableContent) }
            func refuse(_ field: String, _ text: String, _ status: HTTPResponse.Status = .forbidden) -> Answer {
                form(act, standing, visit, problems: [Problem(field, text)], status: status)
            }
            let sealed: SealedKey
            do throws(GovernanceError) {
                sealed = try SealedKey(reading: visit.files["key"] ?? [], name: words[.keyFile])
            } catch {
                return refuse("key", error.message, .unprocessableContent)
            }
            guard sealed.id == visit.who else { return refuse("key", words(.keyFileOther, ["who": sealed.id])) }
            if case .wait(let seconds) = site.attemptsByAccount.take("key \(visit.who)", now: site.now) {
                return refuse("passphrase", words(.tooManyPassphrases, ["minutes": String((seconds + 59) / 60)]), .tooManyRequests)
            }
            do {
                let signer = try site.passwordWork.through { try sealed.opened(passphrase: Array((visit.form.exactly("passphrase") ?? "").utf8)) }
                site.attemptsByAccount.giveBack("key \(visit.who)")
                let now = try act.perform(Board(site.store, people: visit.people), standing.examination.digest, reason: visit.form["reason"], signer)
                let name = now.approval.map(PackPages.name) ?? ""
                site.notice(words(act.done(now), ["pack": name]), visit)
                return .see(PackPages.path(now))
            } catch let refusal as Refusal where refusal.kind == .wrongPassphrase {
                try site.log(AuditEvent(.failure, who: visit.who, why: "`\(act.rawValue)` in the web application", what: "refused: \(refusal.message)"))
                return refuse("passphrase", refusal.message)
            }
        }
    }

    private static func missing(_ act: PackAct, _ visit: Visit) -> [Problem] {
        let words = visit.words
        var problems: [Problem] = []
        if act == .sign, visit.form["read"] != "yes" { problems.append(Problem("read", words[.signReadMissing])) }
        if act != .sign, visit.form["reason"].isEmpty { problems.append(Problem("reason", words[.reasonMissing])) }
        if visit.files["key"]?.isEmpty != false { problems.append(Problem("key", words[.keyFileMissing])) }
        if visit.form.exactly("passphrase")?.isEmpty != false { problems.append(Problem("passphrase", words[.passphraseMissing])) }
        return problems
    }
}
