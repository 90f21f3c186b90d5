extension Routes {
    /// What programs of other people ask for and send, with a token instead of a session.
    static let api: [Route] = Endpoint.all.map(Route.api)

    /// Whether a path belongs to the API, so that programs get problems that they can read.
    static func isOfAPI(_ path: String) -> Bool { path == "/api" || path.hasPrefix("/api/") }
}
