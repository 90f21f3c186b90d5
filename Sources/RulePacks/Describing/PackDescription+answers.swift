extension PackDescription {
    func describeCriteria(_ page: inout MarkdownText) {
        if rules.criteria.isEmpty { return }
        page.heading(2, "Criteria")
        for rule in rules.criteria {
            open(&page, rule.name, rule.heading)
            var lines: [String] = []
            list(rule.root, of: rule, depth: 0, &lines)
            page.paragraph(lines.joined(separator: "\n"))
        }
    }

    private func list(_ node: Criteria.Node, of rule: Criteria, depth: Int, _ lines: inout [String]) {
        let indent = String(repeating: "  ", count: depth) + "- "
        switch node {
        case .row(let place):
            let row = rule.rows[place]
            var line = indent + MarkdownText.plain(row.heading.title) + " (\(MarkdownText.code(row.id)))"
            if let test = wording(row.heading)?.row(row.id, line: row.heading.line, .item(3), .key("when")) { line += ": " + code(test) }
            let origin = sourceAndNote(row.heading)
            lines.append(line + (origin.isEmpty ? "" : ". " + origin))
        case .all(let parts):
            lines.append(indent + "all of:")
            for part in parts { list(part, of: rule, depth: depth + 1, &lines) }
        case .any(let parts):
            lines.append(indent + "any of:")
            for part in parts { list(part, of: rule, depth: depth + 1, &lines) }
        }
    }

    func describeTables(_ page: inout MarkdownText) {
        if rules.tables.isEmpty { return }
        page.heading(2, "Decision tables")
        for rule in rules.tables {
            open(&page, rule.name, rule.heading)
            let table = rule.table
            let standard = table.defaults.map { " Where no row matches: \(MarkdownText.plain($0.map(\.inWords).joined(separator: ", ")))." } ?? ""
            page.paragraph(table.hitPolicy.inWords + standard)
            page.table(
                [""] + rule.inputs.map { MarkdownText.plain($0.title) }
                    + table.outputNames.map { "→ " + MarkdownText.plain(DecisionWords.value($0)) },
                zip(table.cells, table.outputs).enumerated().map { index, row in
                    [String(index + 1)] + row.0.map { MarkdownText.plain($0.inWords) } + row.1.map { MarkdownText.plain($0.inWords) }
                })
            for input in rule.inputs {
                guard let of = inputWording(input, of: rule) else { continue }
                page.paragraph("\(MarkdownText.plain(input.title)) is \(MarkdownText.code(of)).")
            }
        }
    }

    private func inputWording(_ input: TableRule.Input, of rule: TableRule) -> String? {
        guard let file = wording(rule.heading), let line = rule.heading.line else { return nil }
        // An input has no heading of its own: it stands in the first rows after the table's name.
        return (line...line + 40).lazy.compactMap { file.row(input.id, line: $0, .key("of")) }.first
    }

    func describeClassifications(_ page: inout MarkdownText) {
        if rules.classifications.isEmpty { return }
        page.heading(2, "Classifications")
        for rule in rules.classifications {
            open(&page, rule.name, rule.heading)
            switch rule.pick {
            case .first: page.paragraph("A person is in the first class that matches.")
            case .one: page.paragraph("A person must match one class and no more; anything else is an error.")
            case .any: page.paragraph("A person is in every class that matches.")
            }
            page.table(
                ["", "Class", "Condition", "Source and notes"],
                rule.classes.enumerated().map { index, entry in
                    let when = wording(entry.heading)?.row(entry.id, line: entry.heading.line, .item(3), .key("when"))
                    return [
                        String(index + 1), "\(MarkdownText.plain(entry.heading.title)) (\(MarkdownText.code(entry.id)))",
                        entry.when == nil ? "otherwise" : code(when), sourceAndNote(entry.heading),
                    ]
                })
        }
    }

    func describeGroups(_ page: inout MarkdownText) {
        if rules.groups.isEmpty { return }
        page.heading(2, "Groups")
        for rule in rules.groups {
            open(&page, rule.name, rule.heading)
            switch rule.members {
            case .key:
                let key = code(wording(rule.heading)?.declaration("group", rule.name, .key("key")))
                page.paragraph("People who share one value" + (key.isEmpty ? "." : " of \(key)."))
            case .link(let kinds, let within):
                let words = kinds.map { MarkdownText.plain(DecisionWords.value($0)) }
                page.paragraph(
                    "People connected through associates recorded as \(DecisionWords.list(words, "or"))"
                        + (within.map { " and dated within \($0)." } ?? "."))
            }
        }
    }
}

extension HitPolicy {
    package var inWords: String {
        switch self {
        case .unique: "One row at most may match."
        case .any: "Rows that match together must give the same output."
        case .first: "The first row that matches decides."
        case .priority: "Of the rows that match, the one with the highest output decides."
        case .ruleOrder: "Gives the outputs of every row that matches, in the order of the table."
        case .outputOrder: "Gives the outputs of every row that matches, the highest first."
        case .collect: "Gives the outputs of every row that matches."
        case .collectSum: "Gives the sum of the rows that match."
        case .collectMin: "Gives the least of the rows that match."
        case .collectMax: "Gives the greatest of the rows that match."
        case .collectCount: "Gives the number of rows that match."
        }
    }
}
