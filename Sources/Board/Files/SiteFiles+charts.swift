extension SiteFiles {
    /// What draws the charts of reports.
    static let charts: [SiteFile] = []
}
