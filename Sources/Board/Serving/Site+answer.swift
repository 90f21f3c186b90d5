import DecisionStore
import Governance
import HTTPTypes
import Logging
import Notation
import RulePacks

extension Site {
    static let sessionCookie = "waymark"
    static let visitorCookie = "waymark_visitor"

    /// Finds out who asks, refuses what they may not do, and does the rest.
    func answer(_ route: Route, _ sent: SentRequest) -> Answer {
        let people: People
        do throws(Closed) {
            people = try self.people()
        } catch {
            return ErrorPages.closed(words: .english)
        }
        var visit = Visit(people: people, today: store.clock.today)
        visit.method = sent.method
        visit.path = sent.path
        visit.parameters = sent.parameters
        visit.query = FormFields(encoded: sent.query)
        visit.address = sent.address
        visit.visitor = sent.cookie(Site.visitorCookie) ?? ""
        do {
            let hadSession = try identify(&visit, sent)
            let taken = visit.person.map { requestsByPerson.take($0.id, now: now) } ?? requestsByAddress.take(visit.address, now: now)
            if case .wait(let seconds) = taken { return ErrorPages.tooMany(seconds, visit) }
            if visit.method == .post {
                guard try read(&visit, sent, route) else { return ErrorPages.page(.badRequest, visit) }
                guard route.access == .anyone || visit.person != nil else { return ErrorPages.signedOut(visit) }
                guard isFromHere(visit, sent) else { return ErrorPages.forged(visit) }
            }
            guard route.access.allows(visit.person) else { return try notAllowed(route, visit, hadSession: hadSession) }
            return try route.handle(self, visit)
        } catch {
            return answer(to: error, visit)
        }
    }

    /// - Returns: whether the browser sent a session's cookie at all.
    private func identify(_ visit: inout Visit, _ sent: SentRequest) throws -> Bool {
        guard let secret = sent.cookie(Site.sessionCookie) else {
            visit.token = token(ofVisitor: visit.visitor)
            return false
        }
        if let (key, session) = sessions.find(secret, now: now) {
            let person = visit.people[session.person]
            if let person, person.mayEnter(on: visit.today), try users().password(of: person.id) == session.password {
                visit.person = person
                visit.session = key
                visit.token = session.token
                // Shown once, on the next page.
                if visit.method == .get { visit.notice = sessions.change(key) { session in defer { session.notice = nil }; return session.notice } ?? nil }
                return true
            }
            sessions.end(key)
        }
        visit.token = token(ofVisitor: visit.visitor)
        return true
    }

    /// - Returns: whether the body is what a form of the route's kind sends.
    private func read(_ visit: inout Visit, _ sent: SentRequest, _ route: Route) throws -> Bool {
        let type = sent.headers[.contentType] ?? ""
        if route.takesFile, type.lowercased().hasPrefix("multipart/form-data") {
            guard let form = MultipartForm(sent.body, contentType: type) else { return false }
            visit.form = form.fields
            visit.files = form.files
            return true
        }
        guard type.isEmpty && sent.body.isEmpty || type.lowercased().hasPrefix("application/x-www-form-urlencoded"), let text = String(validating: sent.body, as: UTF8.self) else { return false }
        visit.form = FormFields(encoded: text)
        return true
    }

    /// Whether a form was sent from a page of this site: it has the token of this session, and where the browser says from which
    /// site it comes, it is this one.
    private func isFromHere(_ visit: Visit, _ sent: SentRequest) -> Bool {
        guard isSame(visit.form["token"].utf8.map(\.self), visit.token.utf8.map(\.self)) else { return false }
        if let site = sent.header("Sec-Fetch-Site"), site != "same-origin" { return false }
        if let origin = sent.header("Origin") {
            if let own = options.origin { return origin == own }
            return origin.hasPrefix("http://") && options.hosts(port: port).contains(String(origin.dropFirst(7)))
        }
        return true
    }

    private func notAllowed(_ route: Route, _ visit: Visit, hadSession: Bool) throws -> Answer {
        guard let person = visit.person else {
            let then = visit.path == "/" ? "" : "?then=\(percentEncoded(visit.path))"
            return .see("/sign-in" + then + (hadSession ? (then.isEmpty ? "?" : "&") + "ended=1" : ""))
        }
        if case .allowed = refusalsByPerson.take(person.id, now: now) {
            try log(AuditEvent(.access, who: person.id, why: "web application", what: "refused: `\(route.method) \(route.path)` needs another role"))
        }
        return ErrorPages.wrongRole(visit)
    }

    private func failed(_ error: any Error, _ visit: Visit) -> Answer {
        logger.error("`\(visit.method) \(visit.path)` failed", metadata: ["error": "\(error)"])
        return ErrorPages.page(.internalServerError, visit)
    }

    /// What went wrong, for people: what they can do something about in words, anything else without them.
    func answer(to error: any Error, _ visit: Visit) -> Answer {
        switch error {
        case is Closed: ErrorPages.closed(words: visit.words)
        case is Missing: ErrorPages.page(.notFound, visit)
        case let refusal as Refusal: ErrorPages.said(.forbidden, [refusal.message], visit)
        case let refusals as Refusals: ErrorPages.said(.forbidden, refusals.all.map(\.message), visit)
        case let error as GovernanceError: ErrorPages.said(.unprocessableContent, [error.message], visit)
        case let error as StoreError where error.kind == .unknown: ErrorPages.said(.notFound, [error.message], visit)
        case let error as StoreError: ErrorPages.said(.serviceUnavailable, [error.message], visit)
        default: failed(error, visit)
        }
    }
}

extension Person {
    /// Whether somebody may sign in on a day: from the first to the last day that `waymark.lua` gives for them.
    func mayEnter(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true) }
}
