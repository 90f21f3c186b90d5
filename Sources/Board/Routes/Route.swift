import HTTPTypes

/// A method and a path of the site, who may use them, and what is done.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// `/packs/:approval/words`: what begins with a colon stands for anything but a slash.
    let path: String
    let access: Access
    /// Whether a form with a file may be sent.
    let takesFile: Bool
    /// That what is sent may have.
    let mostBytes: Int
    /// Whether it may take a second and more: done on threads of its own, so that no other page waits for one.
    let takesLong: Bool
    let handle: @Sendable (Site, Visit) throws -> Answer
    /// Of the API, which has no pages and no sessions; nil for a page.
    let endpoint: Endpoint?

    /// What begins with a colon in the path, without it.
    var names: [String] { path.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) } }

    private init(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access, takesFile: Bool, mostBytes: Int = Site.mostBytes, takesLong: Bool = false, endpoint: Endpoint? = nil,
        _ handle: @escaping @Sendable (Site, Visit) throws -> Answer
    ) {
        self.method = method
        self.path = path
        self.access = access
        self.takesFile = takesFile
        self.mostBytes = mostBytes
        self.takesLong = takesLong
        self.handle = handle
        self.endpoint = endpoint
    }

    static func get(_ path: String, _ access: Access, takesLong: Bool = false, _ handle: @escaping @Sendable (Site, Visit) throws -> Answer) -> Route {
        Route(.get, path, access, takesFile: false, takesLong: takesLong, handle)
    }

    static func api(_ endpoint: Endpoint) -> Route {
        Route(endpoint.method, endpoint.path, endpoint.scope == nil ? .anyone : .client, takesFile: false, endpoint: endpoint) { _, _ in throw Missing() }
    }

    static func post(
        _ path: String, _ access: Access, takesFile: Bool = false, mostBytes: Int = Site.mostBytes, _ handle: @escaping @Sendable (Site, Visit) throws -> Answer
    ) -> Route {
        Route(.post, path, access, takesFile: takesFile, mostBytes: mostBytes, handle)
    }
}
