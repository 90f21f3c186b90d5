import Cohorts
import DecisionStore
import Governance
import HTTPTypes
import Logging
import Notation
import TaskingProcess

extension Site {
    /// Who asks, as far as that can be told without the body: what a client may not do is refused before its body is read.
    /// - Returns: nil where the address is open to anybody.
    /// - Throws: ``APIProblem``
    func admit(_ endpoint: Endpoint, _ sent: SentRequest) throws -> APIClient? {
        let words = Words.english
        let query = FormFields(encoded: sent.query)
        if query.names.contains(where: { $0.lowercased().hasSuffix("token") || (query.exactly($0) ?? "").hasPrefix(APIClient.prefix) }) {
            throw APIProblem(.tokenInAddress, words[.apiTokenInAddressMore])
        }
        guard let scope = endpoint.scope else {
            try limit(requestsByAddress, sent.address)
            return nil
        }
        let client = try client(sent)
        try limit(requestsByClient, client.name)
        guard client.scopes.contains(scope) else {
            try refused(client, "`\(endpoint.method) \(endpoint.path)` needs `\(scope.rawValue)`")
            throw APIProblem(.wrongScope, words(.apiWrongScopeMore, ["client": client.name, "scope": scope.rawValue]))
        }
        return client
    }

    private func limit(_ attempts: Attempts, _ key: String) throws {
        if case .wait(let seconds) = attempts.take(key, now: now) {
            throw APIProblem(.tooManyRequests, Words.english(.apiTooManyMore, ["seconds": String(seconds)]), wait: seconds)
        }
    }

    private func client(_ sent: SentRequest) throws -> APIClient {
        let words = Words.english
        guard let header = sent.headers[.authorization], header.lowercased().hasPrefix("bearer ") else {
            try limit(requestsByAddress, sent.address)
            throw APIProblem(.noToken, words[.apiNoTokenMore])
        }
        guard let client = try clients().client(ofToken: header.dropFirst("bearer ".count).trimmed) else {
            switch failedTokens.take(sent.address, now: now) {
            case .wait(let seconds): throw APIProblem(.tooManyFailures, words(.apiTooManyFailuresMore, ["seconds": String(seconds)]), wait: seconds)
            case .allowed(let left):
                if left == 0 { try log(AuditEvent(.access, who: "nobody", why: Site.api, what: "kept out: too many tokens were wrong")) }
                throw APIProblem(.wrongToken, words[.apiWrongTokenMore])
            }
        }
        guard store.clock.today <= client.until else { throw APIProblem(.tokenOver, words(.apiTokenOverMore, ["client": client.name, "day": client.until.inWords])) }
        return client
    }

    /// Why things about the API itself stand in the log.
    private static let api = "the API"

    private func refused(_ client: APIClient, _ what: String) throws {
        if case .allowed = refusalsByPerson.take(client.client.who, now: now) {
            try log(AuditEvent(.access, who: client.client.who, why: Site.api, what: "refused: \(what)"))
        }
    }

    /// Does what a client asks for that was admitted.
    func answer(_ endpoint: Endpoint, _ sent: SentRequest, _ client: APIClient?) -> Answer {
        do {
            let words = Words.english
            let call = APICall(
                client: client, people: try people(), today: store.clock.today, values: try values(endpoint, sent), purpose: try purpose(endpoint, sent),
                body: try body(endpoint, sent), words: words, known: sent.headers[.ifNoneMatch])
            do {
                return try endpoint.handle(self, call)
            } catch let problem as APIProblem where problem.kind == .wrongBorough {
                if let client { try refused(client, "a borough that it is not for") }
                throw problem
            }
        } catch {
            return problem(error, "\(sent.method) \(endpoint.path)").answer(.english)
        }
    }

    private func values(_ endpoint: Endpoint, _ sent: SentRequest) throws(APIProblem) -> [String: String] {
        let words = Words.english
        let query = FormFields(encoded: sent.query)
        let known = endpoint.parameters.filter { $0.place == .query }.map(\.name)
        if let other = query.names.first(where: { !known.contains($0) }) {
            let advice = nearestName(to: other, in: known).map { words(.apiDidYouMean, ["name": $0]) }
                ?? (known.isEmpty ? words[.apiNoParameters] : words(.apiParameters, ["names": known.map { "`\($0)`" }.joined(separator: ", ")]))
            throw APIProblem(.wrongParameter, words(.apiUnknownParameter, ["name": other, "advice": advice]))
        }
        var values: [String: String] = [:]
        for parameter in endpoint.parameters {
            guard let value = parameter.place == .path ? sent.parameters[parameter.name] : query.exactly(parameter.name) else { continue }
            if let wanted = value.utf8.contains(where: { $0 < 0x20 }) ? words[.apiControlCharacters] : parameter.schema.refusal(of: value) {
                // What stands in the path leads somewhere or nowhere.
                if parameter.place == .path { throw APIProblem(.notFound, words(.apiNotAName, ["value": value, "wanted": wanted])) }
                throw APIProblem(.wrongParameter, words(.apiParameterValue, ["name": parameter.name, "value": value, "wanted": wanted]))
            }
            values[parameter.name] = value
        }
        return values
    }

    private func purpose(_ endpoint: Endpoint, _ sent: SentRequest) throws(APIProblem) -> String {
        guard endpoint.needsPurpose else { return "" }
        let purpose = (sent.header(Endpoint.purposeHeader) ?? "").trimmed
        guard Purpose.isGiven(purpose) else { throw APIProblem(.noPurpose, Words.english[.apiNoPurposeMore]) }
        return purpose
    }

    private func body(_ endpoint: Endpoint, _ sent: SentRequest) throws(APIProblem) -> [UInt8] {
        guard let body = endpoint.body else { return [] }
        if sent.body.isEmpty, !body.isRequired { return [] }
        let type = (sent.headers[.contentType] ?? "").split(separator: ";").first.map { $0.trimmed.lowercased() } ?? ""
        let encoding = sent.headers[.contentEncoding].map { $0.lowercased() } ?? "identity"
        guard body.types.contains(type), encoding == "identity" else {
            throw APIProblem(.wrongType, Words.english(.apiWrongTypeMore, ["types": body.types.map { "`\($0)`" }.joined(separator: " or ")]))
        }
        return sent.body
    }

    /// What went wrong, for a program and whoever looks after it.
    func problem(_ error: any Error, _ what: String) -> APIProblem {
        let words = Words.english
        switch error {
        case let problem as APIProblem: return problem
        case is Closed: return APIProblem(.unavailable, words[.closedMore])
        case is Missing: return APIProblem(.notFound, words[.apiNoAddress])
        case let refusal as Refusal: return APIProblem(.refused, refusal.message)
        case let refusals as Refusals: return APIProblem(.refused, refusals.all.map(\.message).joined(separator: "; "))
        case let error as GovernanceError: return APIProblem(.notTaken, error.message)
        case let error as CohortError: return APIProblem(.brokenBody, error.message)
        case let error as StoreError where error.kind == .unknown: return APIProblem(.notFound, error.message)
        case let error as StoreError: return APIProblem(.unavailable, error.message, wait: error.kind == .busy ? 5 : nil)
        default:
            logger.error("`\(what)` failed", metadata: ["error": "\(error)"])
            return APIProblem(.failed, words[.failedMore])
        }
    }
}
