extension FieldTopic {
    static let criminalRecord = FieldTopic("Criminal record", [
        FieldDefinition(
            "convictions_total", .count, required: true,
            title: "number of convictions",
            summary: "Convictions in the person's whole life.", unit: "convictions"),
        FieldDefinition(
            "arrests_total", .count, required: true,
            title: "number of arrests",
            summary: "Arrests in the person's whole life.", unit: "arrests"),
        FieldDefinition(
            "age_first_conviction", .ageInYears,
            title: "age at first conviction",
            summary: "Whole years. Left out where it is not known, and where there is no conviction.", unit: "years"),
        FieldDefinition(
            "age_first_arrest", .ageInYears,
            title: "age at first arrest",
            summary: "Whole years. Left out where it is not known, and where there is no arrest.", unit: "years"),
    ])
}
