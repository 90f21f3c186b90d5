extension FieldTopic {
    static let supervision = FieldTopic("Custody and supervision", [
        FieldDefinition(
            "custody_status", .enumeration(custodyStatuses), required: true,
            title: "custody status",
            summary: "Where the person stands with prison and probation at present."),
        FieldDefinition(
            "prison", .string,
            title: "prison",
            summary: "The prison that holds the person. Left out for somebody who is not in custody."),
        FieldDefinition(
            "release_date", .date,
            title: "release date",
            summary: "The day on which release from custody is planned; it may lie in the future."),
        FieldDefinition(
            "statutory", .bool, required: true,
            title: "statutory supervision",
            summary: "Whether a court order or a licence is in force at present."),
        FieldDefinition(
            "managing_agency", .enumeration(agencies),
            title: "managing agency",
            summary: "The agency that manages the person at present; `none` where it is known that no agency does."),
        FieldDefinition(
            "mappa_level", .int(0...3),
            title: "MAPPA level",
            summary: """
                Level of management under multi-agency public protection arrangements; 0 for somebody who is not \
                subject to them.
                """,
            source: "Criminal Justice Act 2003, sections 325 to 327"),
    ])

    private static let custodyStatuses = EnumerationDefinition(
        ["custody", "remand", "licence", "community", "none"],
        meanings: [
            "custody": "serving a sentence in prison",
            "remand": "in prison, waiting for trial or sentence",
            "licence": "released from prison on licence",
            "community": "serving a sentence in the community",
            "none": "none of these",
        ])

    private static let agencies = EnumerationDefinition(
        ["NPS", "CRC", "YOT", "police", "none"],
        meanings: [
            "NPS": "National Probation Service",
            "CRC": "Community Rehabilitation Company",
            "YOT": "Youth Offending Team",
            "none": "no agency",
        ])
}
