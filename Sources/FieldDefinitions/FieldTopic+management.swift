extension FieldTopic {
    static let management = FieldTopic("Referral and management", [
        FieldDefinition(
            "referrals", .list(ListDefinition([
                FieldDefinition(
                    "service", .string, required: true,
                    title: "service of the referral", summary: "To which service."),
                FieldDefinition(
                    "date", .date, required: true,
                    title: "date of the referral", summary: "When the referral was made."),
                FieldDefinition(
                    "outcome",
                    .oneOf("pending", "accepted", "refused", "started", "completed", "withdrawn"), required: true,
                    title: "outcome of the referral", summary: "How far it has gone."),
                FieldDefinition(
                    "reason", .string,
                    title: "reason for the outcome of the referral", summary: "Why it was refused or withdrawn."),
            ])),
            title: "referrals",
            summary: "Referrals to services.",
            dateField: "date"),
        FieldDefinition(
            "engagement", .record(RecordDefinition([
                FieldDefinition(
                    "offered", .count, required: true,
                    title: "appointments offered", summary: "How many appointments were offered.",
                    unit: "appointments"),
                FieldDefinition(
                    "attended", .count, required: true,
                    title: "appointments attended", summary: "How many of them were kept.", unit: "appointments"),
                FieldDefinition(
                    "last_contact", .date, required: true,
                    title: "date of the last contact",
                    summary: "A pack's `max_age` for `engagement` is tested against it."),
            ])),
            title: "engagement",
            summary: "How far the person keeps appointments with those who manage the case.",
            dateField: "last_contact"),
        FieldDefinition(
            "reviews", .list(ListDefinition([
                FieldDefinition(
                    "date", .date, required: true,
                    title: "date of the review", summary: "When the panel met."),
                FieldDefinition(
                    "outcome", .string, required: true,
                    title: "outcome of the review", summary: "What the panel decided, in a word."),
                FieldDefinition(
                    "by", .string,
                    title: "author of the review", summary: "Who recorded it."),
            ])),
            title: "reviews",
            summary: "Formal reviews of the case.",
            dateField: "date"),
        FieldDefinition(
            "cohort", .record(RecordDefinition([
                FieldDefinition(
                    "category", .string, required: true,
                    title: "category in the cohort", summary: "The class in which the person is managed."),
                FieldDefinition(
                    "since", .date, required: true,
                    title: "start of management", summary: "When the person joined the cohort."),
                FieldDefinition(
                    "lead_agency", .string,
                    title: "lead agency", summary: "The agency that leads on the case."),
            ])),
            title: "place in the cohort",
            summary: "The person's place among those managed; null for somebody who is not managed at present."),
        FieldDefinition(
            "scores", .list(ListDefinition([
                FieldDefinition(
                    "date", .date, required: true,
                    title: "date of the score", summary: "When the score was given."),
                FieldDefinition(
                    "matrix", .string, required: true,
                    title: "matrix of the score", summary: "The name of the matrix: `risk`."),
                FieldDefinition(
                    "score", .number(nil), required: true,
                    title: "score", summary: "What the matrix came to.", unit: "points"),
                FieldDefinition(
                    "band", .string,
                    title: "band of the score", summary: "The name of the band: `red`."),
                FieldDefinition(
                    "flags", .words,
                    title: "flags of the score", summary: "Marks put beside the score, a word each: `P` for in prison."),
            ])),
            title: "earlier scores",
            summary: "Scores of earlier dates, oldest first.",
            dateField: "date"),
        FieldDefinition(
            "taskings", .list(ListDefinition([
                FieldDefinition(
                    "kind", .string, required: true,
                    title: "kind of tasking", summary: "The identifier of the rule that made it: `intel_plan`."),
                FieldDefinition(
                    "opened", .date, required: true,
                    title: "date on which the tasking was opened", summary: "When the work was given out."),
                FieldDefinition(
                    "due", .date,
                    title: "date on which the tasking is due",
                    summary: "When the work is to be done; it may lie in the future."),
                FieldDefinition(
                    "status", .oneOf("open", "done", "cancelled"), required: true,
                    title: "status of the tasking", summary: "Whether the work is still to be done."),
            ])),
            title: "taskings",
            summary: "Pieces of work given out for this person earlier.",
            dateField: "opened"),
    ])
}
