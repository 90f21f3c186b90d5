import Governance
import HTTPTypes
import Notation
import TaskingProcess

/// One request to the API that may be done.
struct APICall: Sendable {
    /// nil where the address is open to anybody.
    let client: APIClient?
    /// What `waymark.lua` says now.
    let people: People
    let today: Day
    /// What was given for each parameter of the address and the query.
    let values: [String: String]
    /// Empty where none is needed.
    let purpose: String
    let body: [UInt8]
    let words: Words
    /// What the program has already; nil where it says nothing of it.
    let known: String?

    subscript(_ name: String) -> String? { values[name] }

    /// - Throws: ``APIProblem`` where the client is not for that borough.
    func borough() throws(APIProblem) -> String? {
        guard let borough = self["borough"] else { return nil }
        guard let client, client.boroughs.contains(borough) else {
            throw APIProblem(.wrongBorough, words(.apiWrongBoroughMore, ["borough": borough, "boroughs": (client?.boroughs ?? []).map { "`\($0)`" }.joined(separator: ", ")]))
        }
        return borough
    }

    func exchange(_ site: Site) -> Exchange { Exchange(site.store, people: people, client: client?.client ?? Client("", boroughs: [])) }

    func tasks(_ site: Site) -> Tasks { Tasks(site.store, people: people, client: client?.client ?? Client("", boroughs: [])) }

    /// What is the same until it changes: with a mark, by which it need not be sent twice.
    func lasting(_ body: [UInt8], type: String = "application/json") -> Answer {
        let mark = "\"\(hexadecimal(APIClient.digest(of: String(decoding: body, as: UTF8.self)).prefix(16)))\""
        let isKnown = known?.split(separator: ",").contains { $0.trimmed == mark || $0.trimmed == "W/\(mark)" || $0.trimmed == "*" } ?? false
        var answer = Answer(isKnown ? .notModified : .ok, type: type, body: isKnown ? [] : body)
        answer.headers = [(.eTag, mark), (.cacheControl, "private, no-cache")]
        return answer
    }
}
