import HTTPTypes
import Hummingbird

/// What came over the wire, before anybody knows who sent it.
struct SentRequest: Sendable {
    var method: HTTPRequest.Method
    var path: String
    var query: String
    var headers: HTTPFields
    var body: [UInt8]
    /// What stands in the path at the route's names, decoded.
    var parameters: [String: String]
    var address: String

    init(_ request: Request, body: [UInt8], parameters: [String: String], address: String) {
        method = request.method
        path = request.uri.path
        query = request.uri.query ?? ""
        headers = request.headers
        self.body = body
        self.parameters = parameters
        self.address = address
    }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    func cookie(_ name: String) -> String? {
        for pair in headers[values: .cookie].flatMap({ $0.split(separator: ";") }) {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2, parts[0].trimmed == name { return parts[1].trimmed }
        }
        return nil
    }
}
