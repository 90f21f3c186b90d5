import Notation

extension PackDescription {
    func describeRecommendations(_ page: inout MarkdownText) {
        if !rules.selection.isEmpty {
            page.heading(2, "Who joins the cohort")
            page.paragraph(
                """
                Asked for people who are not in the cohort. The first rule that holds decides; where one cannot be decided \
                before that, the person is referred. Where none holds, nothing is recommended.
                """)
            list(rules.selection, deselects: false, &page)
        }
        if !rules.deselection.isEmpty {
            page.heading(2, "Who leaves the cohort")
            page.paragraph(
                """
                Asked for people in the cohort. The first rule that holds decides; where one cannot be decided before that, the \
                person is referred. Where none holds, the person stays.
                """)
            list(rules.deselection, deselects: true, &page)
        }
    }

    private func list(_ rules: [SelectionRule], deselects: Bool, _ page: inout MarkdownText) {
        page.table(
            ["", "Rule", "Recommendation", "Condition", "Source and notes"],
            rules.enumerated().map { index, rule in
                [
                    String(index + 1), "\(MarkdownText.plain(rule.heading.title)) (\(MarkdownText.code(rule.id)))",
                    recommendation(rule, deselects), condition(rule.id, rule.heading, isAlways: rule.when == nil),
                    sourceAndNote(rule.heading),
                ]
            })
    }

    private func recommendation(_ rule: SelectionRule, _ deselects: Bool) -> String {
        let category = rule.category.map { MarkdownText.plain(DecisionWords.value($0)) }
        if deselects { return "leave" + (category.map { ", to: \($0)" } ?? "") }
        return (rule.action ?? "select") + (category.map { ", as: \($0)" } ?? "")
    }

    private func condition(_ id: String, _ heading: Heading, isAlways: Bool) -> String {
        if isAlways { return "always" }
        return code(wording(heading)?.row(id, line: heading.line, .key("when"), .item(3)))
    }

    func describeTaskings(_ page: inout MarkdownText) {
        if rules.taskings.isEmpty { return }
        page.heading(2, "Taskings")
        page.paragraph(
            """
            Asked for people in the cohort, and for those whom the rules recommend to select. A tasking that cannot be decided is \
            not given, and leaves a warning. Enforcement is refused for a person recorded only as a victim of a gang or as \
            exploited by it.
            """)
        page.table(
            ["Tasking", "For", "Due", "Priority", "Not again within", "Enforcement", "Condition", "Source and notes"],
            rules.taskings.map { rule in
                [
                    "\(MarkdownText.plain(rule.heading.title)) (\(MarkdownText.code(rule.id)))",
                    MarkdownText.plain(DecisionWords.value(rule.owner)), due(rule),
                    rule.priority.map { MarkdownText.plain(DecisionWords.value($0)) } ?? "", rule.every?.description ?? "",
                    rule.isEnforcement ? "yes" : "no", condition(rule.id, rule.heading, isAlways: rule.when == nil),
                    sourceAndNote(rule.heading),
                ]
            })
    }

    private func due(_ rule: TaskingRule) -> String {
        switch rule.due {
        case nil: ""
        case .span(let span)?: "within \(span)"
        case .function?: code(wording(rule.heading)?.row(rule.id, line: rule.heading.line, .key("due")))
        }
    }

    func describeAllocation(_ page: inout MarkdownText) {
        guard let allocation = rules.allocation else { return }
        page.heading(2, "Places")
        open(&page, nil, allocation.heading)
        let ranks = code(wording(allocation.heading)?.declaration("allocation", nil, .key("rank")))
        page.paragraph(
            """
            There are \(DecisionWords.count(allocation.capacity, "place")). Those to stay and those to be selected are ranked \
            together, highest first\(ranks.isEmpty ? "" : ", by \(ranks)"); where two are equal, the id decides. Where a rank is not \
            known it comes last, and the record says so.
            """)
        if allocation.keep != nil {
            let keep = code(wording(allocation.heading)?.declaration("allocation", nil, .key("keep")))
            page.paragraph(
                "Never displaced, and counted first\(keep.isEmpty ? "" : ": \(keep)"). A person of whom that is not known is kept.")
        }
    }
}
