import HTTPTypes
import Notation

/// Why a request to the API was not done, as RFC 9457 has it: for the program by its type, for people in a sentence.
struct APIProblem: Error {
    /// Behind `urn:waymark:problem:` in the `type`.
    enum Kind: String, CaseIterable {
        case noToken = "no-token"
        case wrongToken = "wrong-token"
        case tokenOver = "token-over"
        case tokenInAddress = "token-in-address"
        case tooManyFailures = "too-many-failures"
        case tooManyRequests = "too-many-requests"
        case wrongScope = "wrong-scope"
        case wrongBorough = "wrong-borough"
        case noPurpose = "no-purpose"
        case wrongParameter = "wrong-parameter"
        case wrongType = "wrong-type"
        case tooLarge = "too-large"
        case brokenBody = "broken-body"
        case notTaken = "not-taken"
        case refused
        case notFound = "not-found"
        case wrongHost = "wrong-host"
        case unavailable, failed

        var status: HTTPResponse.Status {
            switch self {
            case .noToken, .wrongToken, .tokenOver: .unauthorized
            case .tokenInAddress, .noPurpose, .wrongParameter, .brokenBody: .badRequest
            case .tooManyFailures, .tooManyRequests: .tooManyRequests
            case .wrongScope, .wrongBorough: .forbidden
            case .wrongType: .unsupportedMediaType
            case .tooLarge: .contentTooLarge
            case .notTaken: .unprocessableContent
            case .refused: .conflict
            case .notFound: .notFound
            case .wrongHost: HTTPResponse.Status(code: 421, reasonPhrase: "Misdirected Request")
            case .unavailable: .serviceUnavailable
            case .failed: .internalServerError
            }
        }

        var title: Phrase {
            switch self {
            case .noToken: .apiNoToken
            case .wrongToken: .apiWrongToken
            case .tokenOver: .apiTokenOver
            case .tokenInAddress: .apiTokenInAddress
            case .tooManyFailures: .apiTooManyFailures
            case .tooManyRequests: .tooMany
            case .wrongScope: .apiWrongScope
            case .wrongBorough: .apiWrongBorough
            case .noPurpose: .apiNoPurpose
            case .wrongParameter: .apiWrongParameter
            case .wrongType: .apiWrongType
            case .tooLarge: .apiTooLarge
            case .brokenBody: .apiBrokenBody
            case .notTaken: .apiNotTaken
            case .refused: .refused
            case .notFound: .apiNotFound
            case .wrongHost: .misdirected
            case .unavailable: .unavailable
            case .failed: .failed
            }
        }
    }

    let kind: Kind
    /// What is wrong and what to do.
    let detail: String
    /// Seconds after which it may be tried again; nil where that changes nothing.
    var wait: Int?

    init(_ kind: Kind, _ detail: String, wait: Int? = nil) {
        self.kind = kind
        self.detail = detail
        self.wait = wait
    }

    /// - Parameter words: in which the title is said.
    func answer(_ words: Words) -> Answer {
        var json = JSONWriter()
        json.beginObject()
        json.key("type"); json.string("urn:waymark:problem:" + kind.rawValue)
        json.key("title"); json.string(words[kind.title])
        json.key("status"); json.int(kind.status.code)
        json.key("detail"); json.string(detail)
        json.endObject()
        var answer = Answer(kind.status, type: "application/problem+json", body: json.bytes)
        if let wait { answer.headers.append((.retryAfter, String(wait))) }
        if kind.status == .unauthorized { answer.headers.append((.wwwAuthenticate, "Bearer realm=\"waymark\"")) }
        return answer
    }
}
