extension SiteFiles {
    /// What the analyst's editor is made of.
    static let editor: [SiteFile] = []
}
