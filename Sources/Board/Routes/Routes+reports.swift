import Governance

extension Routes {
    /// Of a nominal, what is worked out on pages of their own.
    static let linked: [Route] = [
        .get("/nominals/:reference/exit", .roles([.panel]), takesLong: true, Purpose.needed(ExitPlanPart.show)),
        .get("/nominals/:reference/group", .roles([.panel]), takesLong: true, Purpose.needed(GroupNetwork.show)),
    ]

    /// Figures about the cohort, panels and work, as pages and as tables for spreadsheets.
    static let reports: [Route] =
        [.get("/reports", ReportKind.access, ReportPages.list)]
        + ReportKind.allCases.flatMap { kind -> [Route] in
            [.get(kind.path, ReportKind.access, takesLong: true, ReportPages.show(kind)), .get(kind.path + ".csv", ReportKind.access, takesLong: true, ReportPages.csv(kind))]
        }
}
