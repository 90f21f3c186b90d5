import DecisionStore
import Governance
import HTTPTypes
import Notation

enum SignInPages {
    static func show(_ site: Site, _ visit: Visit) throws -> Answer {
        guard visit.person == nil else { return .see("/") }
        var visit = visit
        if visit.query["ended"] == "1" { visit.notice = visit.words[.sessionEnded] }
        if visit.query["out"] == "1" { visit.notice = visit.words[.signedOut] }
        return form(site, visit, id: "", then: visit.query["then"])
    }

    private static func form(_ site: Site, _ visit: Visit, id: String, then: String, problems: [Problem] = [], status: HTTPResponse.Status = .ok) -> Answer {
        var visit = visit
        if visit.visitor.isEmpty { visit.visitor = hexadecimal(randomBytes(16)) }
        visit.token = site.token(ofVisitor: visit.visitor)
        let words = visit.words
        var answer = Answer.html(
            Layout.page(
                words[.signIn], visit, problems: problems, isNarrow: true,
                """
                <form method="post" action="/sign-in" novalidate>
                \(Forms.token(visit))
                <input type="hidden" name="then" value="\(local(then))">
                \(Forms.field("id", words[.yourID], value: id, hint: words[.yourIDHint], problems: problems, completes: "username"))
                \(Forms.field("password", words[.password], .secret, problems: problems, completes: "current-password"))
                <button>\(words[.signIn])</button>
                </form>
                <p class="below">\(words[.passwordHelp])</p>
                """), status: status)
        answer.headers.append((.setCookie, site.cookie(Site.visitorCookie, visit.visitor)))
        return answer
    }

    static func signIn(_ site: Site, _ visit: Visit) throws -> Answer {
        let words = visit.words
        let id = visit.form["id"], then = visit.form["then"]
        let password = Array((visit.form.exactly("password") ?? "").utf8)
        var problems: [Problem] = []
        if id.isEmpty { problems.append(Problem("id", words[.idMissing])) }
        if password.isEmpty { problems.append(Problem("password", words[.passwordMissing])) }
        guard problems.isEmpty else { return form(site, visit, id: id, then: then, problems: problems, status: .unprocessableContent) }

        var isLast = false
        for (attempts, key) in [(site.attemptsByAddress, visit.address), (site.attemptsByAccount, id)] {
            switch attempts.take(key, now: site.now) {
            case .wait(let seconds):
                let text = words(.tooManySignIns, ["minutes": String((seconds + 59) / 60)])
                var answer = form(site, visit, id: id, then: then, problems: [Problem("id", text)], status: .tooManyRequests)
                answer.headers.append((.retryAfter, String(seconds)))
                return answer
            case .allowed(let left): isLast = isLast || left == 0
            }
        }
        let kept = try site.users().password(of: id)
        let accepts = site.passwordWork.through { (kept ?? site.nobody).accepts(password) }
        guard let kept, accepts, let person = visit.people[id], person.mayEnter(on: visit.today) else {
            if isLast { try site.log(AuditEvent(.access, who: visit.people[id]?.id ?? "nobody", why: "web application", what: "kept out: too many sign-ins failed")) }
            return form(site, visit, id: id, then: then, problems: [Problem("id", words[.wrongPassword])], status: .forbidden)
        }
        site.attemptsByAccount.giveBack(id)
        site.attemptsByAddress.giveBack(visit.address)
        try site.log(AuditEvent(.access, who: person.id, why: "web application", what: "signed in"))
        // Always another session than before, so that nobody can have laid one out.
        var answer = Answer.see(then.isEmpty ? "/" : local(then))
        answer.headers.append((.setCookie, site.cookie(Site.sessionCookie, site.sessions.begin(person.id, password: kept, now: site.now))))
        answer.headers.append((.setCookie, site.cookie(Site.visitorCookie, nil)))
        return answer
    }

    static func signOut(_ site: Site, _ visit: Visit) -> Answer {
        if let session = visit.session { site.sessions.end(session) }
        var answer = Answer.see("/sign-in?out=1")
        answer.headers.append((.setCookie, site.cookie(Site.sessionCookie, nil)))
        return answer
    }

    /// A path of this site, and nothing that a browser could take for another.
    static func local(_ path: String) -> String {
        guard path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C && $0 != 0x3F && $0 != 0x23 }) else { return "/" }
        return path
    }
}

extension Site {
    /// - Parameter value: nil to have the browser forget it.
    func cookie(_ name: String, _ value: String?) -> String {
        "\(name)=\(value ?? ""); Path=/; HttpOnly; SameSite=Strict" + (options.isSecure ? "; Secure" : "") + (value == nil ? "; Max-Age=0" : "")
    }
}
