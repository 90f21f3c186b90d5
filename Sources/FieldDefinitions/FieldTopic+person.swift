extension FieldTopic {
    static let person = FieldTopic("The person", [
        FieldDefinition(
            "id", .string, required: true,
            title: "identifier",
            summary: "The reference by which all agencies know this person. No two lines of a file share one."),
        FieldDefinition(
            "borough", .string, required: true,
            title: "borough",
            summary: "The borough or district in which the person lives."),
        FieldDefinition(
            "date_of_birth", .date, required: true, .protected,
            title: "date of birth",
            summary: "Given in cohort files and not shown to rules, which read `age`.",
            source: equalityAct, readInstead: "age"),
        FieldDefinition(
            "age", .yearsSince("date_of_birth"), .protected,
            title: "age",
            summary: """
                Whole years on the date of the run, worked out from `date_of_birth`. Somebody born on 29 February is a \
                year older on 1 March of a year that has no such day.
                """,
            unit: "years", source: equalityAct)
            .telling("age", "aged", "ages", "young", "younger", "youngest", "youth", "youths", "adult", "adults", "juvenile", "juveniles"),
        FieldDefinition(
            "sex", .enumeration(sexes), .protected,
            title: "sex",
            summary: "As recorded by the managing agency. `F`, `M` and the like are accepted.",
            source: equalityAct)
            .telling("sex", "gender", "male", "males", "female", "females", "man", "men", "woman", "women", "boy", "boys", "girl", "girls"),
        FieldDefinition(
            "ethnicity", .enumeration(ethnicities), .protected,
            title: "ethnicity",
            summary: """
                As the person describes it, never as an officer observed it. Codes of the older 16+1 list are accepted, \
                where `O1` is Chinese.
                """,
            source: "self-defined ethnicity, 18+1 list (Census 2011); Equality Act 2010, section 4")
            .telling("ethnic", "ethnicity", "race", "racial", "black", "white", "asian", "mixed", "gypsy", "traveller"),
        FieldDefinition(
            "disability", .bool, .protected,
            title: "disability",
            summary: "Whether the person has a disability.",
            source: equalityAct)
            .telling("disability", "disabled", "disabilities"),
    ])

    private static let equalityAct = "Equality Act 2010, section 4"

    private static let sexes = EnumerationDefinition(
        ["female", "male", "other"],
        spellings: [
            "female": "female", "f": "female", "w": "female", "woman": "female", "girl": "female",
            "male": "male", "m": "male", "man": "male", "boy": "male",
            "other": "other", "o": "other", "x": "other", "non-binary": "other", "nonbinary": "other",
        ],
        unknownSpellings: ["unknown", "u", "not known", "not recorded", "not stated", "nk", "n/k"])

    private static let ethnicities: EnumerationDefinition = {
        let meanings = [
            "A1": "Asian or Asian British: Indian",
            "A2": "Asian or Asian British: Pakistani",
            "A3": "Asian or Asian British: Bangladeshi",
            "A4": "Asian or Asian British: Chinese",
            "A9": "Asian or Asian British: any other background",
            "B1": "Black or Black British: Caribbean",
            "B2": "Black or Black British: African",
            "B9": "Black or Black British: any other background",
            "M1": "Mixed: White and Black Caribbean",
            "M2": "Mixed: White and Black African",
            "M3": "Mixed: White and Asian",
            "M9": "Mixed: any other background",
            "O2": "Other ethnic group: Arab",
            "O9": "Other ethnic group: any other background",
            "W1": "White: British",
            "W2": "White: Irish",
            "W3": "White: Gypsy or Irish Traveller",
            "W9": "White: any other background",
            "NS": "not stated: the person was asked and did not say",
        ]
        let codes = meanings.keys.filter { $0 != "NS" }.sorted() + ["NS"]
        var spellings = Dictionary(uniqueKeysWithValues: codes.map { ($0.lowercased(), $0) })
        // Chinese moved from the group "Other" to the group "Asian" between the two lists.
        spellings["o1"] = "A4"
        return EnumerationDefinition(codes, spellings: spellings, meanings: meanings)
    }()
}
