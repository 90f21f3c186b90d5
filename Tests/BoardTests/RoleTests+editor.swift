extension RoleTests {
    static let editor: [(route: String, roles: Set<String>)] = [
        "GET /drafts", "POST /drafts", "GET /drafts/:draft", "POST /drafts/:draft", "GET /drafts/:draft/files/:file", "GET /drafts/:draft/catalogue.json",
        "POST /drafts/:draft/save", "POST /drafts/:draft/check", "POST /drafts/:draft/test", "POST /drafts/:draft/impact",
    ].map { ($0, ["analyst"]) }
}
