extension FieldTopic {
    static let offencesAndOrders = FieldTopic("Offences and orders", [
        FieldDefinition(
            "offences", .list(ListDefinition([
                FieldDefinition(
                    "type", offenceType, required: true,
                    title: "type of offence", summary: "What was done."),
                FieldDefinition(
                    "date", .date, required: true,
                    title: "date of the offence", summary: "When it was done, not when it came to court."),
                FieldDefinition(
                    "outcome", .enumeration(outcomes), required: true,
                    title: "outcome of the offence", summary: "How far the matter has gone."),
                FieldDefinition(
                    "convicted_on", .date,
                    title: "date of conviction", summary: "When a court convicted."),
                FieldDefinition(
                    "series", .string,
                    title: "series of the offence", summary: "The linked series to which the offence belongs."),
                FieldDefinition(
                    "value", .number(0...Double.infinity),
                    title: "value of the loss", summary: "What was taken or damaged.", unit: "pounds"),
            ])),
            title: "offences",
            summary: "Offences of which the person was convicted or suspected, each with its outcome.",
            dateField: "date"),
        FieldDefinition(
            "orders", .list(ListDefinition([
                FieldDefinition(
                    "kind", .enumeration(orderKinds), required: true,
                    title: "kind of order", summary: "What the order or sentence is."),
                FieldDefinition(
                    "start", .date, required: true,
                    title: "start of the order", summary: "The first day in force."),
                FieldDefinition(
                    "end", .date,
                    title: "end of the order",
                    summary: "The last day in force; it may lie in the future.",
                    luaAliases: ["ends"]),
                FieldDefinition(
                    "requirements", .words,
                    title: "requirements of the order", summary: "What the order demands, a word each."),
            ])),
            title: "orders",
            summary: "Court orders, licences and sentences, past and present.",
            dateField: "start"),
    ])

    private static let offenceType = FieldType.oneOf(
        "burglary_dwelling", "burglary_other", "robbery", "theft_person", "theft_vehicle", "theft_from_vehicle",
        "theft_shop", "theft_other", "violence", "sexual", "weapon", "drugs_supply", "drugs_possession",
        "criminal_damage", "arson", "fraud", "driving", "public_order", "breach", "other")

    private static let outcomes = EnumerationDefinition(
        ["convicted", "charged", "arrested", "cautioned", "tic", "nfa"],
        meanings: ["tic": "taken into consideration", "nfa": "no further action"])

    private static let orderKinds = EnumerationDefinition(
        [
            "community_order", "suspended_sentence", "licence", "custody", "remand", "drr", "atr", "rar", "gps_tag",
            "curfew", "criminal_behaviour_order",
        ],
        meanings: [
            "drr": "drug rehabilitation requirement", "atr": "alcohol treatment requirement",
            "rar": "rehabilitation activity requirement",
        ])
}
