extension FieldTopic {
    static let safeguarding = FieldTopic("Safeguarding", [
        FieldDefinition(
            "safeguarding", .bool, .sensitive,
            title: "safeguarding concern",
            summary: "Whether there is a safeguarding concern for this person.")
            .telling("safeguarding"),
        FieldDefinition(
            "victim", .bool, .sensitive,
            title: "record as a victim",
            summary: "Whether the person is recorded as a victim of crime.")
            .telling("victim", "victims"),
    ])

    static let local = FieldTopic("Local fields", [
        FieldDefinition(
            "local", .record(RecordDefinition([])),
            title: "local fields",
            summary: "Fields that a borough declares in its pack's `fields.lua`.",
            luaAliases: ["here"]),
    ])
}
