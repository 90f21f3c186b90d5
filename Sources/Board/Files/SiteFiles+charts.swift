extension SiteFiles {
    /// What draws the charts of reports: Debian's Chart.js, and what reads the tables for it. None where Chart.js is not installed; then
    /// charts stay as the server draws them.
    static let charts: [SiteFile] = {
        guard let library = SiteFile("chart", .js, installedAt: "/usr/share/javascript/chart.js/chart.min.js") else { return [] }
        return [library, SiteFile("charts", .js, PackageResources.charts_js)]
    }()
}
