extension FieldTopic {
    static let risk = FieldTopic("Risk of reoffending and of harm", [
        FieldDefinition(
            "ogrs2", .percent,
            title: "OGRS2",
            summary: """
                Offender Group Reconviction Scale, version 2: the chance of a reconviction within two years, as a \
                percentage.
                """,
            unit: "percent", source: "Home Office, 1999", dateField: "ogrs2_date"),
        FieldDefinition(
            "ogrs2_date", .date,
            title: "date of the OGRS2 score",
            summary: "The day on which OGRS2 was worked out. A pack's `max_age` for `ogrs2` is tested against it."),
        FieldDefinition(
            "ogrs3", .percent,
            title: "OGRS3",
            summary: """
                Offender Group Reconviction Scale, version 3: the chance of proven reoffending within two years, as a \
                percentage.
                """,
            unit: "percent", source: "Ministry of Justice, Research Summary 7/09", dateField: "ogrs3_date"),
        FieldDefinition(
            "ogrs3_date", .date,
            title: "date of the OGRS3 score",
            summary: "The day on which OGRS3 was worked out. A pack's `max_age` for `ogrs3` is tested against it."),
        FieldDefinition(
            "risk_of_harm", .oneOf("low", "medium", "high", "very_high"),
            title: "risk of harm",
            summary: "Risk of serious harm to others, as the managing agency assessed it.", source: "OASys"),
    ])
}
