import HTTPTypes

/// An address of the API: who may use it, what it takes and gives. The routes, the checks of every request and the OpenAPI document
/// come from the one list of these.
struct Endpoint: Sendable {
    struct Parameter: Sendable {
        enum Place: String, Sendable { case path, query, header }
        let name: String
        let place: Place
        let schema: APISchema
        let summary: String
        /// Where it is left out; nil where nothing is said then.
        var usual: String?
        var isRequired = false
    }

    struct Body: Sendable {
        let schema: APISchema
        let types: [String]
        let mostBytes: Int
        var isRequired = true
    }

    let method: HTTPRequest.Method
    /// `/api/v1/tasks/:id/done`
    let path: String
    /// What programs that are made from the document call it.
    let name: String
    let summary: String
    /// nil: open to anybody.
    let scope: Scope?
    /// Whether people's data are read or changed, so that the request says what for.
    var needsPurpose = true
    var parameters: [Parameter] = []
    var body: Body?
    let gives: APISchema
    /// Beside those that every address has.
    var problems: [APIProblem.Kind] = []
    let handle: @Sendable (Site, APICall) throws -> Answer

    /// Every parameter, with that in which the purpose is given.
    var allParameters: [Parameter] { parameters + (needsPurpose ? [Endpoint.purpose] : []) }

    static let purposeHeader = "Waymark-Purpose"
    private static let purpose = Parameter(
        name: purposeHeader, place: .header, schema: .text(), summary: "What for, in 5 to 200 letters: it stands in the log with everybody whose data are read or changed.", isRequired: true)

    /// Every kind of problem that it can answer with.
    var allProblems: [APIProblem.Kind] {
        var kinds: [APIProblem.Kind] = [.wrongParameter, .tooManyRequests, .wrongHost, .unavailable, .failed]
        if scope != nil { kinds += [.noToken, .wrongToken, .tokenOver, .tokenInAddress, .tooManyFailures, .wrongScope] }
        if needsPurpose { kinds.append(.noPurpose) }
        if body != nil { kinds += [.wrongType, .tooLarge, .brokenBody] }
        return APIProblem.Kind.allCases.filter((kinds + problems).contains)
    }
}
