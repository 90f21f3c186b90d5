import RulePacks

extension DMNWriter {
    /// A column of the table that stands for a matrix.
    private struct Column {
        let input: Input
        let label: String
    }

    /// A rule of that table: a row, or one step of a row.
    private struct Rule {
        let row: MatrixDocument.Row
        /// The place of the step, from 0; nil where the row has none.
        let step: Int?
        /// By the column.
        var cells: [String: String] = [:]
        var points = ""
        /// The column of the steps.
        var of: String?
    }

    mutating func write(_ matrix: MatrixDocument, to xml: inout XMLText) {
        let decision = "decision_\(matrix.name)"
        var columns: [Column] = []
        var rules: [Rule] = []
        var points: [String] = []
        func column(_ input: Input, _ label: String) -> String {
            if !columns.contains(where: { $0.input.id == input.id }) { columns.append(Column(input: input, label: label)) }
            return input.id
        }
        for row in matrix.rows {
            var shared: [String: String] = [:]
            switch row.condition {
            case .tests(let tests)?:
                for test in tests {
                    let input = self.input(.field(test.field), title: test.field, kind: ValueKind(of: test.cell.tests.tests.flatMap(\.endpoints)))
                    shared[column(input, input.name)] = test.cell.text
                }
            case .lua?:
                let input = self.input(named: "\(row.name) holds", kind: .boolean)
                shared[column(input, row.title)] = "true"
            case nil: break
            }
            switch row.points {
            case .number(let number): rules.append(Rule(row: row, step: nil, cells: shared, points: number.text))
            case .lua:
                let input = self.input(named: "\(row.name) points", kind: .number)
                points.append(input.id)
                rules.append(Rule(row: row, step: nil, cells: shared, points: input.name))
            case .steps(let of, let steps):
                let input = self.input(of, title: "\(row.name) value", kind: .number)
                let id = column(input, row.title)
                for (place, step) in steps.enumerated() {
                    var rule = Rule(row: row, step: place, cells: shared, points: step.points.text, of: id)
                    let test = place == 0 ? ">= \(step.from.text)" : "[\(step.from.text)..\(steps[place - 1].from.text))"
                    // A row whose condition is about the value of its steps has both in one cell; the condition is kept beside it.
                    rule.cells[id] = test
                    rules.append(rule)
                }
            }
        }
        let name = DMNWriter.decisionName(matrix.title, else: matrix.name)
        xml.element("decision", [("id", decision), ("name", name), ("label", matrix.title)]) { xml in
            extensions(
                "matrix",
                [
                    ("name", matrix.name), ("title", matrix.title), ("low", matrix.low.text), ("high", matrix.high.text), ("source", matrix.source), ("note", matrix.note),
                    ("total", matrix.total),
                ], to: &xml)
            xml.element("variable", [("id", "\(decision)_variable"), ("name", name), ("typeRef", matrix.total == nil ? "number" : nil)])
            requirements(columns.map(\.input.id) + points, decision: nil, of: decision, to: &xml)
            xml.element("decisionTable", [
                ("id", "table_\(matrix.name)"), ("hitPolicy", "COLLECT"), ("aggregation", matrix.total == nil ? "SUM" : nil), ("outputLabel", matrix.title),
            ]) { xml in
                for (place, column) in columns.enumerated() { input(column.input, id: "column_\(place + 1)", label: column.label, extension: nil, to: &xml) }
                xml.element("output", [("id", "output_1"), ("typeRef", nil)])
                for (place, rule) in rules.enumerated() { write(rule, "rule_\(place + 1)", columns, to: &xml) }
                if matrix.total == nil { writeBase(columns.count, to: &xml) }
            }
        }
        if !matrix.bands.isEmpty { writeBands(matrix, decision, to: &xml) }
    }

    private func write(_ rule: Rule, _ id: String, _ columns: [Column], to xml: inout XMLText) {
        let row = rule.row
        var attributes: [(String, String?)] = [("name", row.name)]
        if rule.step ?? 0 == 0 {
            var points: String?
            if case .lua(let text) = row.points { points = text }
            var when: String?
            if case .lua(let text)? = row.condition { when = text }
            attributes += [
                ("title", row.title), ("min", row.min?.text), ("max", row.max?.text), ("source", row.source), ("note", row.note), ("points", points), ("when", when),
            ]
        }
        var of: String?
        if case .steps(let reading, _) = row.points { of = reading.text }
        attributes.append(("steps_of", of))
        xml.element("rule", [("id", id)]) { xml in
            extensions("row", attributes, to: &xml) { xml in
                if case .tests(let tests)? = row.condition {
                    for test in tests { xml.element("waymark:test", [("field", test.field)], text: test.cell.text) }
                }
            }
            for (place, column) in columns.enumerated() { entry("inputEntry", "\(id)_input_\(place + 1)", rule.cells[column.input.id] ?? "-", to: &xml) }
            entry("outputEntry", "\(id)_output_1", rule.points, to: &xml)
        }
    }

    /// Without it the sum of no points would be null in DMN, and not 0.
    private func writeBase(_ columns: Int, to xml: inout XMLText) {
        xml.element("rule", [("id", "rule_0")]) { xml in
            extensions("base", [], to: &xml)
            for place in 0..<columns { entry("inputEntry", "rule_0_input_\(place + 1)", "-", to: &xml) }
            entry("outputEntry", "rule_0_output_1", "0", to: &xml)
        }
    }

    private mutating func writeBands(_ matrix: MatrixDocument, _ decision: String, to xml: inout XMLText) {
        let id = "decision_\(matrix.name)_band"
        let total = matrix.total == nil ? nil : self.input(named: "\(matrix.name) score", kind: .number)
        let name = DMNWriter.decisionName(matrix.title, else: matrix.name)
        let score = total ?? Input(id: "", name: name, kind: .number, reading: nil, values: nil, field: nil)
        xml.element("decision", [("id", id), ("name", "\(name) band"), ("label", "\(matrix.title): band")]) { xml in
            extensions("bands", [("matrix", matrix.name)], to: &xml)
            xml.element("variable", [("id", "\(id)_variable"), ("name", "\(name) band"), ("typeRef", "string")])
            requirements(total.map { [$0.id] } ?? [], decision: total == nil ? decision : nil, of: id, to: &xml)
            xml.element("decisionTable", [("id", "table_\(matrix.name)_band"), ("hitPolicy", "UNIQUE"), ("outputLabel", "\(matrix.title): band")]) { xml in
                input(score, id: "band_column", label: matrix.title, extension: nil, to: &xml)
                xml.element("output", [("id", "band_output"), ("typeRef", nil)])
                for (place, band) in matrix.bands.enumerated() {
                    let rule = "band_rule_\(place + 1)"
                    let above = place == 0 ? nil : matrix.bands[place - 1].from
                    let test =
                        switch (band.from, above) {
                        case (let from?, let above?): "[\(from.text)..\(above.text))"
                        case (let from?, nil): ">= \(from.text)"
                        case (nil, let above?): "< \(above.text)"
                        case (nil, nil): "-"
                        }
                    xml.element("rule", [("id", rule)]) { xml in
                        extensions("band", [("name", band.name), ("title", band.title)], to: &xml)
                        entry("inputEntry", "\(rule)_input_1", test, to: &xml)
                        entry("outputEntry", "\(rule)_output_1", WrittenValue(.string(band.name)).text, to: &xml)
                    }
                }
            }
        }
    }
}
