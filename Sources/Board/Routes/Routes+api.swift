extension Routes {
    /// What programs of other people ask for and send, with a token instead of a session.
    static let api: [Route] = []
}
