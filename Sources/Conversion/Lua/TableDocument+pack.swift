import LuaSyntax
package import RulePacks

extension TableDocument {
    /// The decision table of that name in a loaded pack.
    /// - Throws: where there is none, or a part of it is made by code.
    package init(_ name: String, in program: RuleProgram) throws(ConversionError) {
        guard let rule = program.rules.tables.first(where: { $0.name == name }) else {
            throw ConversionError.missing("decision table", name, program.rules.tables.map(\.name))
        }
        let heading = rule.heading
        let written = try WrittenTable(program, path: "table.\(name)", file: heading.file, words: "decision table `\(name)`")
        self.name = name
        title = heading.title
        source = heading.source
        note = heading.note
        hit = rule.table.hitPolicy
        var inputs: [Input] = []
        for input in rule.inputs {
            let of = written.rule("table.\(name).input.\(input.id)")?["of"]
            inputs.append(Input(name: input.id, title: input.title, reading: try written.reading(of, "input `\(input.id)` of decision table `\(name)`")))
        }
        self.inputs = inputs
        outputs = TableDocument.outputs(rule.table, written)
        rows = rule.table.cells.indices.map { place in
            let row = written.rule("table.\(name).\(place + 1)")
            let given = row?.items.dropFirst(rule.table.inputCount + 1).map { $0 } ?? []
            return Row(
                cells: rule.table.cells[place].map(TableCell.init),
                outputs: rule.table.outputs[place].enumerated().map { written.value($1, $0 < given.count ? given[$0] : nil) },
                source: written.literal(row?["source"]), note: written.literal(row?["note"]))
        }
        fields = written.fields(inputs.compactMap(\.reading.field))
    }

    private static func outputs(_ table: DecisionTable, _ written: WrittenTable) -> [Output] {
        let given = written.list("outputs") ?? []
        return table.outputNames.enumerated().map { place, name in
            var parts: [LuaTableField] = []
            if place < given.count, case .table(let fields) = given[place].value.kind { parts = fields }
            func part(_ key: String) -> LuaExpression? {
                parts.first { if case .name(let name) = $0.key { name.text == key } else { false } }?.value
            }
            let items = parts.compactMap { if case .none = $0.key { $0.value } else { nil } }
            var listed: [LuaTableField] = []
            if case .table(let fields)? = part("values")?.kind { listed = fields }
            return Output(
                name: name, title: written.literal(items.dropFirst().first) ?? written.literal(part("title")),
                values: table.outputValues[place].map { values in
                    values.enumerated().map { written.value($1, $0 < listed.count ? listed[$0].value : nil) }
                },
                standard: table.defaults.map { written.value($0[place], part("default")) })
        }
    }
}
