import Notation
import RulePacks

extension DMNReader {
    mutating func table(_ tag: XMLTag, _ name: String) throws(ConversionError) -> TableDocument {
        guard let body = tag.first("decisionTable") else { throw error("decision \(quotedName(tag))has no decision table", tag) }
        let hit = try policy(body)
        let added = tag.waymark("table")
        let rules = body.all("rule")
        let inputTags = body.all("input")
        let outputTags = body.all("output")
        if inputTags.isEmpty { throw error("the decision table of \(quotedName(tag))has no input, and a pack's table needs one", body) }
        if outputTags.isEmpty { throw error("the decision table of \(quotedName(tag))has no output", body) }
        if rules.isEmpty { throw error("the decision table of \(quotedName(tag))has no rule", body) }
        var rows: [TableDocument.Row] = []
        for (place, rule) in rules.enumerated() { rows.append(try row(rule, place + 1, inputTags.count, outputTags.count)) }
        let outputs = try self.outputs(outputTags, tag)
        let title = try readable(added?.attributes["title"] ?? DMNReader.oneLine(tag.attributes["name"] ?? name), tag)
        if title.isEmpty { throw error("the decision has no title", tag) }
        var table = TableDocument(
            name: name, title: title, source: try words(added?.attributes["source"], tag),
            note: try words(added == nil ? tag.first("description")?.text : added?.attributes["note"], tag), hit: hit, inputs: [], outputs: outputs, rows: rows)
        var taken: Set<String> = []
        for (place, input) in inputTags.enumerated() {
            let reading = try self.reading(input.first("inputExpression"), of: input, column: rows.map { $0.cells[place] })
            let expression = DMNReader.oneLine(input.first("inputExpression")?.expression ?? "")
            let label = try readable(input.waymark("input")?.attributes["title"] ?? DMNReader.oneLine(input.attributes["label"] ?? expression), input)
            let written = input.waymark("input")?.attributes["name"].flatMap { PackName.isName($0) ? $0 : nil }
            let id = PackName.unique(written ?? PackName.of(expression.isEmpty ? label : expression, else: "input"), &taken)
            table.inputs.append(TableDocument.Input(name: id, title: label.isEmpty ? id : label, reading: reading))
        }
        table.fields = fields.filter { field in table.inputs.contains { $0.reading == .field(field.path) } }
        do throws(DecisionTableError) {
            _ = try table.decisionTable()
        } catch {
            throw self.error(error.message, error.row.map { rules[$0 - 1] } ?? body)
        }
        return table
    }

    func policy(_ body: XMLTag) throws(ConversionError) -> HitPolicy {
        let policy = body.attributes["hitPolicy"]
        let aggregation = body.attributes["aggregation"].flatMap { $0.isEmpty ? nil : $0 }
        if let hit = HitPolicy(dmn: policy, aggregation: policy == "COLLECT" ? aggregation : nil) { return hit }
        let words = (policy ?? "UNIQUE") + (aggregation.map { " \($0)" } ?? "")
        throw error("`\(words.prefix(60))` is not a hit policy: they are UNIQUE, ANY, FIRST, PRIORITY, RULE ORDER, OUTPUT ORDER and COLLECT, that with SUM, MIN, MAX, COUNT or nothing", body)
    }

    // MARK: Rules

    private func row(_ rule: XMLTag, _ number: Int, _ inputs: Int, _ outputs: Int) throws(ConversionError) -> TableDocument.Row {
        let tests = rule.all("inputEntry")
        let values = rule.all("outputEntry")
        guard tests.count == inputs, values.count == outputs else {
            throw error("rule \(number) has \(tests.count) input entries and \(values.count) output entries, where the table has \(inputs) and \(outputs)", rule)
        }
        let added = rule.waymark("row")
        var row = TableDocument.Row(cells: [], outputs: [], source: try words(added?.attributes["source"], rule), note: try note(rule, added))
        for (place, tag) in tests.enumerated() { row.cells.append(try cell(tag, "rule \(number), input \(place + 1)")) }
        for (place, tag) in values.enumerated() { row.outputs.append(try value(tag, "rule \(number), output \(place + 1)")) }
        return row
    }

    private func note(_ rule: XMLTag, _ added: XMLTag?) throws(ConversionError) -> String? {
        if let added { return try words(added.attributes["note"], rule) }
        let annotations = rule.all("annotationEntry").compactMap(\.expression) + [rule.first("description")?.text].compactMap { $0 }
        return try words(annotations.map(TableCell.withoutBlanks).filter { !$0.isEmpty }.joined(separator: "\n"), rule)
    }

    func cell(_ tag: XMLTag, _ words: String) throws(ConversionError) -> TableCell {
        let text = tag.expression ?? ""
        // An entry that says nothing is DMN's other way to write `-`.
        if text.isEmpty { return .any }
        do throws(UnaryTestsError) {
            return try TableCell(text)
        } catch {
            throw self.error("\(words): in the test `\(text.prefix(200))`, at letter \(error.offset + 1): \(error.message); only S-FEEL unary tests can be said in a pack", tag)
        }
    }

    func value(_ tag: XMLTag, _ words: String) throws(ConversionError) -> WrittenValue {
        let text = tag.expression ?? ""
        if let value = WrittenValue(text) { return value }
        let what = text.isEmpty ? "there is no value" : text == "null" || text == "-" ? "`\(text)` gives no value" : "`\(text.prefix(200))` is an expression, which a pack cannot say"
        throw error("\(words): \(what): write a number, text in quotes, true, false or date(\"2026-01-31\")", tag)
    }

    // MARK: Outputs

    private func outputs(_ tags: [XMLTag], _ decision: XMLTag) throws(ConversionError) -> [TableDocument.Output] {
        var taken: Set<String> = []
        var outputs: [TableDocument.Output] = []
        for (place, tag) in tags.enumerated() {
            let label = tag.attributes["name"] ?? tag.attributes["label"] ?? (tags.count == 1 ? decision.attributes["name"] : nil) ?? "output \(place + 1)"
            let title = try readable(DMNReader.oneLine(label), tag)
            var output = TableDocument.Output(name: PackName.unique(outputName(tag) ?? PackName.of(title, else: "output"), &taken), title: title)
            if let added = tag.waymark("output") { output.title = try added.attributes["title"].map { title throws(ConversionError) in try readable(title, tag) } }
            if let listed = tag.first("outputValues") { output.values = try values(listed, "the values of output `\(title)`") }
            if let standard = tag.first("defaultOutputEntry"), standard.expression?.isEmpty == false { output.standard = try value(standard, "the default of output `\(title)`") }
            outputs.append(output)
        }
        return outputs
    }

    /// - Returns: nil where the element allows anything.
    private func values(_ tag: XMLTag, _ words: String) throws(ConversionError) -> [WrittenValue]? {
        guard let text = tag.expression, !text.isEmpty else { return nil }
        let cell = try self.cell(tag, words)
        if cell.isAny { return nil }
        let values: [WrittenValue] = cell.tests.tests.compactMap { if case .equal(let value) = $0 { WrittenValue(value) } else { nil } }
        guard values.count == cell.tests.tests.count, !cell.tests.isNegated else {
            throw error("\(words) are given as `\(text.prefix(120))`, and a pack lists them one by one: write them with commas between", tag)
        }
        return values
    }
}
