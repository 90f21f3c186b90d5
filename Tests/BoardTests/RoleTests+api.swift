extension RoleTests {
    static let api: [(route: String, roles: Set<String>)] = []
}
