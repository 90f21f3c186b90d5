import RulePacks

extension DMNWriter {
    mutating func write(_ table: TableDocument, to xml: inout XMLText) {
        let decision = "decision_\(table.name)"
        let inputs = table.inputs.enumerated().map { place, input in
            self.input(input.reading, title: input.title, kind: ValueKind(of: table.rows.flatMap { $0.cells[place].tests.tests.flatMap(\.endpoints) }))
        }
        let kinds = table.outputs.indices.map { place in ValueKind(of: table.rows.map { $0.outputs[place].value }) }
        let used = inputs.map(\.id).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let name = DMNWriter.decisionName(table.title, else: table.name)
        xml.element("decision", [("id", decision), ("name", name), ("label", name == table.title ? nil : table.title)]) { xml in
            extensions("table", [("name", table.name), ("title", table.title), ("source", table.source), ("note", table.note)], to: &xml)
            xml.element("variable", [("id", "\(decision)_variable"), ("name", name), ("typeRef", table.variableType(kinds))])
            requirements(used, decision: nil, of: decision, to: &xml)
            let (policy, aggregation) = table.hit.dmn
            xml.element("decisionTable", [("id", "table_\(table.name)"), ("hitPolicy", policy), ("aggregation", aggregation), ("outputLabel", table.title)]) { xml in
                for (place, input) in table.inputs.enumerated() {
                    self.input(inputs[place], id: "column_\(place + 1)", label: input.title, extension: input.name, to: &xml)
                }
                for (place, output) in table.outputs.enumerated() { write(output, place, kinds[place], isOnly: table.outputs.count == 1, to: &xml) }
                for (place, row) in table.rows.enumerated() { write(row, "rule_\(place + 1)", to: &xml) }
            }
        }
    }

    private func write(_ output: TableDocument.Output, _ place: Int, _ kind: ValueKind?, isOnly: Bool, to xml: inout XMLText) {
        let id = "output_\(place + 1)"
        xml.element("output", [("id", id), ("label", output.title), ("name", isOnly ? nil : output.title ?? output.name), ("typeRef", isOnly ? nil : kind?.rawValue)]) { xml in
            extensions("output", [("name", output.name), ("title", output.title)], to: &xml)
            if let values = output.values {
                xml.element("outputValues", [("id", "\(id)_values")]) { $0.element("text", text: values.map(\.text).joined(separator: ", ")) }
            }
            if let standard = output.standard {
                xml.element("defaultOutputEntry", [("id", "\(id)_default")]) { $0.element("text", text: standard.text) }
            }
        }
    }

    private func write(_ row: TableDocument.Row, _ id: String, to xml: inout XMLText) {
        xml.element("rule", [("id", id)]) { xml in
            if row.source != nil || row.note != nil { extensions("row", [("source", row.source), ("note", row.note)], to: &xml) }
            for (place, cell) in row.cells.enumerated() { entry("inputEntry", "\(id)_input_\(place + 1)", cell.text, to: &xml) }
            for (place, value) in row.outputs.enumerated() { entry("outputEntry", "\(id)_output_\(place + 1)", value.text, to: &xml) }
        }
    }
}

extension TableDocument {
    /// nil where DMN has no plain name for what the table gives: several outputs, or a list.
    fileprivate func variableType(_ kinds: [ValueKind?]) -> String? {
        if hit == .collectCount { return ValueKind.number.rawValue }
        return outputs.count == 1 && !hit.givesList ? kinds[0]?.rawValue : nil
    }
}
