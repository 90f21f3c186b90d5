import Notation

extension DescribedRules {
    mutating func addLists() {
        for (word, list) in [("selection", rules.selection), ("deselection", rules.deselection)] {
            for rule in list {
                let isAlways = rule.when == nil
                add(
                    "\(word).\(rule.id)", word == "selection" ? "rule of selection" : "rule of de-selection", rule.heading.title, rule.heading,
                    [
                        text("recommendation", word == "selection" ? rule.action ?? "select" : "leave"),
                        text("category", rule.category.map(DecisionWords.value)),
                        isAlways ? text("condition", "always") : code("condition", rule.id, rule.heading, .key("when"), .item(3)),
                        code("because", rule.id, rule.heading, .key("because")),
                    ])
            }
        }
        for rule in rules.taskings {
            add(
                "tasking.\(rule.id)", "tasking", rule.heading.title, rule.heading,
                [
                    rule.when == nil ? text("condition", "always") : code("condition", rule.id, rule.heading, .key("when"), .item(3)),
                    text("for", DecisionWords.value(rule.owner)), due(rule), text("priority", rule.priority),
                    text("not again within", rule.every?.description), text("enforcement", rule.isEnforcement ? "yes" : "no"),
                    code("because", rule.id, rule.heading, .key("because")),
                ])
        }
    }

    private func due(_ rule: TaskingRule) -> DescribedRule.Fact? {
        switch rule.due {
        case nil: nil
        case .span(let span)?: text("due within", span.description)
        case .function?: code("due", rule.id, rule.heading, .key("due"))
        }
    }

    mutating func addAllocation() {
        guard let rule = rules.allocation else { return }
        add(
            "allocation", "places", rule.heading.title, rule.heading,
            [
                text("places", String(rule.capacity)), code("ranking", of: "allocation", nil, rule.heading, "rank"),
                code("never displaced", of: "allocation", nil, rule.heading, "keep"),
            ])
    }
}
