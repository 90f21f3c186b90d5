import HTTPTypes
package import Hummingbird
import Logging
import NIOCore
import NIOPosix

extension Site {
    /// Bytes that a form may have.
    static let mostBytes = 64 << 10

    /// Every route of ``Routes``, behind ``FrontDoor``.
    package var router: Router<SiteContext> {
        let router = Router(context: SiteContext.self)
        router.add(middleware: FrontDoor(site: self))
        for route in Routes.all {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await self.respond(route, request, context)
            }
        }
        return router
    }

    private func respond(_ route: Route, _ request: Request, _ context: SiteContext) async throws -> Response {
        var parameters: [String: String] = [:]
        for name in route.names {
            guard let decoded = percentDecoded(context.parameters.get(name) ?? "") else { throw HTTPError(.badRequest) }
            parameters[name] = decoded
        }
        let sent = SentRequest(request, body: [], parameters: parameters, address: address(request, context))
        if let endpoint = route.endpoint { return try await respond(endpoint, sent, request) }
        var whole = sent
        if request.method != .get { whole.body = try await body(request, most: route.mostBytes) }
        let visited = whole
        return try await onThread(takesLong: route.takesLong) { self.answer(route, visited) }.response
    }

    private func body(_ request: Request, most: Int) async throws -> [UInt8] {
        do {
            return Array(try await request.body.collect(upTo: most).readableBytesView)
        } catch {
            throw HTTPError(.contentTooLarge)
        }
    }

    /// A client is known before its body is read, so that nobody else has the program keep much in memory.
    private func respond(_ endpoint: Endpoint, _ sent: SentRequest, _ request: Request) async throws -> Response {
        let admitted = try await onThread { Result { try self.admit(endpoint, sent) } }
        do {
            let client = try admitted.get()
            var whole = sent
            if let body = endpoint.body {
                guard body.mostBytes <= Site.mostBytes || largeBodies.take() else { throw APIProblem(.unavailable, Words.english[.apiBusy], wait: 5) }
                defer { if body.mostBytes > Site.mostBytes { largeBodies.giveBack() } }
                whole.body = try await self.body(request, most: body.mostBytes)
                let sent = whole
                return try await onThread { self.answer(endpoint, sent, client) }.response
            }
            let sent = whole
            return try await onThread { self.answer(endpoint, sent, client) }.response
        } catch let error as HTTPError {
            throw error
        } catch {
            return problem(error, "\(endpoint.method) \(endpoint.path)").answer(.english).response
        }
    }

    /// Done on a thread that may wait.
    func onThread<Result: Sendable>(takesLong: Bool = false, _ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await (takesLong ? longThreads : threads).runIfActive(body)
    }

    /// Does what nobody waits for.
    func later(_ body: @escaping @Sendable () -> Void) {
        laterThread.submit { state in
            if case .active = state { body() }
        }
    }

    /// Behind a server of one's own, that one says where a request comes from: it writes the last address of the header.
    func address(_ request: Request, _ context: SiteContext) -> String {
        guard options.isSecure, let name = HTTPField.Name("X-Forwarded-For"), let last = request.headers[name]?.split(separator: ",").last else { return context.address }
        return last.trimmed
    }
}

extension Answer {
    var response: Response {
        var fields = HTTPFields()
        fields[.contentType] = type
        if let location { fields[.location] = location }
        for (name, value) in headers {
            if name == .setCookie { fields.append(HTTPField(name: name, value: value)) } else { fields[name] = value }
        }
        return Response(status: status, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
