extension RoleTests {
    private static let readers: Set<String> = ["analyst", "auditor", "board", "panel"]
    static let reports: [(route: String, roles: Set<String>)] = [
        ("GET /reports", readers), ("GET /reports/recruitment", readers), ("GET /reports/recruitment.csv", readers), ("GET /reports/trends", readers),
        ("GET /reports/trends.csv", readers), ("GET /reports/referrals", readers), ("GET /reports/referrals.csv", readers), ("GET /reports/taskings", readers),
        ("GET /reports/taskings.csv", readers), ("GET /reports/outcomes", readers), ("GET /reports/outcomes.csv", readers), ("GET /reports/equality", readers),
        ("GET /reports/equality.csv", readers), ("GET /nominals/:reference/exit", ["panel"]), ("GET /nominals/:reference/group", ["panel"]),
    ]
}
