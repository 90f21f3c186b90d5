extension Routes {
    /// Figures about packs, panels and work, as pages and as tables for spreadsheets.
    static let reports: [Route] = []
}
