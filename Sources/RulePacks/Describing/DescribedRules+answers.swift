import Notation

extension DescribedRules {
    mutating func addAnswers() {
        for rule in rules.criteria {
            add("criteria.\(rule.name)", "criteria", rule.heading.title, rule.heading, [text("combination", combination(rule.root, of: rule))])
            for row in rule.rows {
                add(
                    "criteria.\(rule.name).\(row.id)", "criterion", row.heading.title, row.heading,
                    [code("condition", row.id, row.heading, .item(3), .key("when"))])
            }
        }
        for rule in rules.matrices { add(rule) }
        for rule in rules.tables { add(rule) }
        for rule in rules.classifications {
            let pick = switch rule.pick {
            case .first: "the first that matches"
            case .one: "exactly one"
            case .any: "all that match"
            }
            add("class.\(rule.name)", "classification", rule.heading.title, rule.heading, [text("classes given", pick)])
            for entry in rule.classes {
                add(
                    "class.\(rule.name).\(entry.id)", "class", entry.heading.title, entry.heading,
                    [entry.when == nil ? text("condition", "otherwise") : code("condition", entry.id, entry.heading, .item(3), .key("when"))])
            }
        }
        for rule in rules.groups {
            let members: DescribedRule.Fact? = switch rule.members {
            case .key: code("members share", of: "group", rule.name, rule.heading, "key")
            case .link(let kinds, let within):
                text("members are linked as", DecisionWords.list(kinds.map(DecisionWords.value), "or") + (within.map { " within \($0)" } ?? ""))
            }
            add("group.\(rule.name)", "group", rule.heading.title, rule.heading, [members])
        }
    }

    /// `all of convicted, adult and any of ogrs_high and recent`.
    private func combination(_ node: Criteria.Node, of rule: Criteria) -> String {
        switch node {
        case .row(let place): rule.rows[place].id
        case .all(let parts): "all of (" + parts.map { combination($0, of: rule) }.joined(separator: ", ") + ")"
        case .any(let parts): "any of (" + parts.map { combination($0, of: rule) }.joined(separator: ", ") + ")"
        }
    }

    private mutating func add(_ rule: Matrix) {
        add(
            "matrix.\(rule.name)", "matrix", rule.heading.title, rule.heading,
            [
                text("range", "\(shortestText(rule.range.lowerBound)) to \(shortestText(rule.range.upperBound))"),
                rule.total == nil ? nil : code("total", of: "matrix", rule.name, rule.heading, "total"),
            ])
        for row in rule.rows {
            var facts: [DescribedRule.Fact?]
            switch row.points {
            case .constant(let points): facts = [number("points", points)]
            case .steps(_, let steps):
                let words = steps.map { "\(shortestText($0.points)) from \(shortestText($0.from))" } + ["else 0"]
                facts = [text("points", words.joined(separator: ", ")), code("of", row.id, row.heading, .key("of"))]
            case .function: facts = [code("points", row.id, row.heading, .key("points"))]
            }
            facts += [
                row.when == nil ? nil : code("condition", row.id, row.heading, .key("when")), row.min == 0 ? nil : number("least", row.min),
                number("most", row.max),
            ]
            add("matrix.\(rule.name).\(row.id)", "row of a matrix", row.heading.title, row.heading, facts)
        }
        for band in rule.bands {
            add("band.\(rule.name).\(band.id)", "band", band.title, rule.heading.place, [number("from", band.from)])
        }
    }

    private mutating func add(_ rule: TableRule) {
        let table = rule.table
        add("table.\(rule.name)", "decision table", rule.heading.title, rule.heading, [text("rows that decide", table.hitPolicy.inWords)])
        for input in rule.inputs {
            // An input has no heading of its own: it stands in the first rows after the table's name.
            var near: DescribedRule.Fact?
            for step in 0...40 where near == nil {
                near = code("of", input.id, Heading(title: "", file: rule.heading.file, line: rule.heading.line.map { $0 + step }), .key("of"))
            }
            add("table.\(rule.name).input.\(input.id)", "input of a table", input.title, rule.heading.place, [near])
        }
        for (index, row) in zip(table.cells, table.outputs).enumerated() {
            let tests = zip(rule.inputs, row.0).map { "\($0.title): \($1.inWords)" }
            add(
                "table.\(rule.name).\(index + 1)", "row of a table", "\(rule.heading.title), row \(index + 1)", rule.heading.place,
                [text("where", tests.joined(separator: "; ")), text("gives", row.1.map(\.inWords).joined(separator: ", "))])
        }
    }
}

extension Heading {
    /// Where it stands, without what is said of it.
    fileprivate var place: Heading { Heading(title: title, file: file, line: line) }
}
