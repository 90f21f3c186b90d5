extension FieldTopic {
    static let needs = FieldTopic("Needs", [
        FieldDefinition(
            "needs", .record(RecordDefinition([
                need("accommodation", "accommodation need", "Housing."),
                need("ete", "education, training and employment need", "Education, training and employment."),
                need("drugs", "drugs need", "Use of drugs."),
                need("alcohol", "alcohol need", "Use of alcohol."),
                need("finance", "finance need", "Money, benefits and debt."),
                need("relationships", "relationships need", "Family and partners."),
                need("lifestyle", "lifestyle need", "Lifestyle and the people with whom time is spent."),
                need("thinking", "thinking need", "Thinking and behaviour."),
                need("attitudes", "attitudes need", "Attitudes to offending, to supervision and to change."),
                need("mental_health", "mental health need", "Mental health and emotional wellbeing.", .sensitive)
                    .telling("mental", "wellbeing", "psychiatric"),
                need("physical_health", "physical health need", "Physical health.", .sensitive)
                    .telling("physical", "health"),
            ])),
            title: "needs",
            summary: "What stands behind the offending: 0 no need, 1 some need, 2 a marked need.",
            source: "headings of OASys"),
    ])

    private static func need(
        _ name: String, _ title: String, _ summary: String, _ sensitivity: Sensitivity = .ordinary
    ) -> FieldDefinition {
        FieldDefinition(name, .int(0...2), sensitivity, title: title, summary: summary)
    }
}
