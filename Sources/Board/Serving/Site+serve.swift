import Governance
import Hummingbird
import NIOCore
import Notation

extension Site {
    /// Serves until the program ends.
    /// - Parameter onListening: is told where, as soon as requests are taken: `http://127.0.0.1:8080/`.
    /// - Throws: `GovernanceError` where the address cannot be listened at.
    package func serve(onListening: @escaping @Sendable (String) -> Void) async throws {
        if let refusal = options.refusal { throw GovernanceError(refusal) }
        // Said here, rather than with the first request.
        _ = try peopleFile.value()
        _ = try usersFile.value()
        _ = try clientsFile.value()
        let application = Application(
            router: router, server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(address: .hostname(options.host, port: options.port), serverName: nil),
            onServerRunning: { [self] channel in
                port = channel.localAddress?.port ?? options.port
                let host = options.host.contains(":") ? "[\(options.host)]" : options.host
                onListening((options.origin ?? "http://\(host):\(port)") + "/")
            },
            logger: logger)
        do {
            try await application.run()
        } catch let error as IOError {
            throw GovernanceError("cannot listen at \(options.host), port \(options.port): \(systemReason(error.errnoCode)); name another with `--port`")
        }
    }
}
