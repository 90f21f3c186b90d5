@testable import Board
import HTTPTypes
import Hummingbird
import NIOCore

/// Somebody with a browser: keeps cookies, reads pages, fills in forms. No wire lies between them and the site.
final class Visitor {
    struct Page {
        let status: Int
        let headers: HTTPFields
        let text: String

        var location: String? { headers[.location] }

        /// What forms of the page send back.
        var token: String { value(of: "token") ?? "" }

        /// The value of a field in the page.
        func value(of name: String) -> String? {
            guard let begin = text.firstRange(of: "name=\"\(name)\" value=\""), let end = text[begin.upperBound...].firstIndex(of: "\"") else { return nil }
            return String(text[begin.upperBound..<end])
        }

        var heading: String {
            guard let begin = text.firstRange(of: "<h1>"), let end = text[begin.upperBound...].firstRange(of: "</h1>") else { return "" }
            return String(text[begin.upperBound..<end.lowerBound])
        }
    }

    private let responder: RouterResponder<SiteContext>
    var address: String
    var cookies: [String: String] = [:]
    /// Sent along with each request.
    var headers: [String: String] = [:]
    var host: String

    init(_ place: SitePlace, address: String = "127.0.0.1", host: String = "127.0.0.1:0") {
        responder = place.responder
        self.address = address
        self.host = host
    }

    /// Somebody who is signed in.
    convenience init(_ place: SitePlace, as id: String) async throws {
        self.init(place)
        _ = try await signIn(id)
    }

    @discardableResult
    func signIn(_ id: String, password: String = SitePlace.password, then: String = "") async throws -> Page {
        try await post("/sign-in", ["id": id, "password": password, "then": then], token: try await get("/sign-in").token)
    }

    /// Says what for, as the page asks that shows nominals or figures.
    @discardableResult
    func give(purpose: String, for path: String) async throws -> Page {
        try await post("/purpose", ["purpose": purpose, "then": path], token: try await get(path).token)
    }

    func get(_ path: String) async throws -> Page { try await send(.get, path) }

    /// - Parameter token: what shows that the form comes from a page of the site; nil leaves it out.
    func post(_ path: String, _ fields: [String: String] = [:], token: String?) async throws -> Page {
        let pairs = (token.map { [("token", $0)] } ?? []) + fields.sorted { $0.key < $1.key }
        let body = pairs.map { "\(percentEncoded($0.0))=\(percentEncoded($0.1))" }.joined(separator: "&")
        return try await send(.post, path, type: "application/x-www-form-urlencoded", Array(body.utf8))
    }

    /// With a file in the field `key`.
    func upload(_ path: String, _ fields: [String: String] = [:], file: [UInt8], token: String) async throws -> Page {
        var body: [UInt8] = []
        for (name, value) in fields.merging(["token": token], uniquingKeysWith: { a, _ in a }) {
            body += Array("--line\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array("--line\r\nContent-Disposition: form-data; name=\"key\"; filename=\"my.key\"\r\nContent-Type: application/octet-stream\r\n\r\n".utf8) + file
        body += Array("\r\n--line--\r\n".utf8)
        return try await send(.post, path, type: "multipart/form-data; boundary=line", body)
    }

    func send(_ method: HTTPRequest.Method, _ path: String, type: String? = nil, _ body: [UInt8] = []) async throws -> Page {
        var fields = HTTPFields()
        if let type { fields[.contentType] = type }
        if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ") }
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: fields), body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = try await responder.respond(to: request, context: SiteContext(address: address))
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            cookies[pair[0]] = cookie.contains("Max-Age=0") ? nil : pair[1]
        }
        let buffer = try await Self.collected(response.body)
        return Page(status: response.status.code, headers: response.headers, text: String(buffer: buffer))
    }

    private static func collected(_ body: ResponseBody) async throws -> ByteBuffer {
        let writer = Collector()
        try await body.write(writer)
        return writer.buffer
    }

    private final class Collector: ResponseBodyWriter {
        var buffer = ByteBuffer()
        func write(_ more: ByteBuffer) async throws { buffer.writeImmutableBuffer(more) }
        consuming func finish(_ trailers: HTTPFields?) async throws {}
    }
}
