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
        var body: [UInt8] = []
        if request.method != .get {
            do {
                let buffer = try await request.body.collect(upTo: route.mostBytes)
                body = Array(buffer.readableBytesView)
            } catch {
                throw HTTPError(.contentTooLarge)
            }
        }
        var parameters: [String: String] = [:]
        for name in route.names {
            guard let decoded = percentDecoded(context.parameters.get(name) ?? "") else { throw HTTPError(.badRequest) }
            parameters[name] = decoded
        }
        let sent = SentRequest(request, body: body, parameters: parameters, address: address(request, context))
        return try await onThread { self.answer(route, sent) }.response
    }

    /// Done on a thread that may wait.
    func onThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await threads.runIfActive(body)
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
