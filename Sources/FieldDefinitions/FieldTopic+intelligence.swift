extension FieldTopic {
    static let intelligence = FieldTopic("Intelligence and associations", [
        FieldDefinition(
            "intelligence", .list(ListDefinition(
                [
                    FieldDefinition(
                        "date", .date, required: true,
                        title: "date of the report", summary: "When the report was made."),
                    FieldDefinition(
                        "source", .int(1...3),
                        title: "grade of the source", summary: "1 reliable, 2 untested, 3 not reliable."),
                    FieldDefinition(
                        "assessment", .enumeration(assessments),
                        title: "assessment of the report", summary: "How the information is known to the source."),
                    FieldDefinition(
                        "handling", .enumeration(handling),
                        title: "handling code of the report", summary: "Whether conditions bind its sharing."),
                    FieldDefinition(
                        "kind", .string,
                        title: "kind of report", summary: "What the report is about, in a word."),
                ],
                setAside: (field: "assessment", value: "E"), withheld: (field: "handling", value: "C"),
                inputAliases: ["grade": "assessment"])),
            .sensitive,
            title: "intelligence",
            summary: """
                Intelligence reports. Those assessed `E` count only where a filter names that value; the text of those \
                handled `C` appears in no explanation. A lone `grade` in a file is taken as the assessment.
                """,
            source: "intelligence report, 3×5×2 grading (College of Policing)", dateField: "date")
            .telling("intelligence", "informant", "informants", "report", "reports"),
        FieldDefinition(
            "gang", .record(RecordDefinition([
                FieldDefinition(
                    "name", .string, required: true,
                    title: "name of the gang", summary: "As the police record it."),
                FieldDefinition(
                    "role", .enumeration(gangRoles), required: true,
                    title: "role in the gang", summary: "The part that the person plays, or what is done to them."),
                FieldDefinition(
                    "since", .date,
                    title: "start of the link with the gang", summary: "When the link was first recorded."),
                FieldDefinition(
                    "last_confirmed", .date,
                    title: "date on which the link with the gang was last confirmed",
                    summary: "A pack's `max_age` for `gang` is tested against it."),
            ])), .sensitive,
            title: "gang",
            summary: "The gang with which the person is linked; null where there is none.",
            dateField: "last_confirmed")
            .telling("gang", "gangs", "exploited", "exploitation"),
        FieldDefinition(
            "associates", .list(ListDefinition([
                FieldDefinition(
                    "id", .string, required: true,
                    title: "identifier of the associate", summary: "The `id` of another person."),
                FieldDefinition(
                    "kind", .oneOf("co_offender", "family", "gang", "other"), required: true,
                    title: "kind of association", summary: "How the two are linked."),
                FieldDefinition(
                    "date", .date,
                    title: "date of the association", summary: "When the link was last recorded."),
            ])), .sensitive,
            title: "associates",
            summary: "Other people with whom the person is linked.",
            dateField: "date")
            .telling("associate", "associates", "co-offender", "co-offenders", "network"),
        FieldDefinition(
            "linked_series", .list(ListDefinition([
                FieldDefinition(
                    "id", .string, required: true,
                    title: "identifier of the series", summary: "The reference of the series."),
                FieldDefinition(
                    "date", .date, required: true,
                    title: "date of the series", summary: "When the person was linked to it."),
                FieldDefinition(
                    "status", .oneOf("open", "closed"), required: true,
                    title: "status of the series", summary: "Whether it is still under investigation."),
            ])),
            title: "linked series",
            summary: "Series of crimes to which the person is linked.",
            dateField: "date"),
    ])

    private static let assessments = EnumerationDefinition(
        ["A", "B", "C", "D", "E"],
        meanings: [
            "A": "known directly to the source",
            "B": "known indirectly to the source but corroborated",
            "C": "known indirectly to the source",
            "D": "not known",
            "E": "suspected to be false",
        ])

    private static let handling = EnumerationDefinition(
        ["P", "C"],
        meanings: ["P": "lawful sharing permitted", "C": "lawful sharing permitted with conditions"])

    private static let gangRoles = EnumerationDefinition(
        ["core", "member", "peripheral", "associate", "exploited", "victim"],
        meanings: [
            "exploited": "made to act for the gang; never tasked for enforcement on that account",
            "victim": "harmed by the gang; never tasked for enforcement on that account",
        ])
}
