extension RoleTests {
    static let reports: [(route: String, roles: Set<String>)] = []
}
