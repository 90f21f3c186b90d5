extension RoleTests {
    static let editor: [(route: String, roles: Set<String>)] = []
}
