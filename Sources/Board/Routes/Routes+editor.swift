extension Routes {
    /// The analyst's editor of draft packs.
    static let editor: [Route] = []
}
