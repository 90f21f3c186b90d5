import Decisions
import LuaRuntime
import Notation

extension DeclarationReader {
    func decisionTable(_ table: DeclaredTable, _ name: String) -> TableRule? {
        table.allowOnly(["title", "source", "note", "hit", "inputs", "outputs", "rows"])
        let heading = heading(table, title: table.text("title"))
        let word = table.text("hit") ?? "unique"
        let policy = HitPolicy(rawValue: word)
        if policy == nil {
            let names = HitPolicy.allCases.map(\.rawValue)
            let near = nearestName(to: word, in: names)
            table.report(
                .wrongValue, "`hit = \"\(word)\"` is not a hit policy", at: [.name("hit")],
                hint: near.map { "did you mean `\($0)`?" } ?? "they are \(names.map { "`\($0)`" }.joined(separator: ", "))",
                fix: { FindingFix(replacing: word, among: names, at: $0, in: $1) })
        }
        guard let inputs = inputs(table), let outputs = outputs(table), let list = table.child("rows", required: true) else { return nil }
        list.allowOnly([], items: true)
        var cells: [[UnaryTests]] = []
        var values: [[TableValue]] = []
        var places: [Int] = []
        for (place, row) in list.rows(what: { "row \($0) of \(table.what)" }) {
            guard let parsed = tableRow(row, inputs: inputs.count, outputs: outputs.count) else { return nil }
            cells.append(parsed.cells)
            values.append(parsed.values)
            places.append(place)
        }
        guard let heading, let policy else { return nil }
        do throws(DecisionTableError) {
            let table = try DecisionTable(
                hitPolicy: policy, inputCount: inputs.count, outputNames: outputs.map(\.name), outputValues: outputs.map(\.values),
                defaults: outputs.contains { $0.standard != nil } ? outputs.compactMap(\.standard) : nil, cells: cells, outputs: values)
            return TableRule(name: name, heading: heading, inputs: inputs, table: table)
        } catch {
            let row = error.row.flatMap { places.indices.contains($0 - 1) ? places[$0 - 1] : nil }
            let keys: [LuaSourceMap.Key] = row.map { [.index($0)] + (error.column.map { [.index($0)] } ?? []) } ?? []
            list.report(.badTable, "\(table.what): \(error.message)", at: keys)
            return nil
        }
    }

    private func inputs(_ table: DeclaredTable) -> [TableRule.Input]? {
        guard let list = table.child("inputs", required: true) else { return nil }
        list.allowOnly([], items: true)
        var inputs: [TableRule.Input] = []
        for (_, row) in list.rows(what: { "input \($0) of \(table.what)" }) {
            row.allowOnly(["of", "title", "source", "note"], items: true)
            refuseStrayItems(row)
            guard let id = name(row), let of = row.function("of", required: true) else { return nil }
            inputs.append(TableRule.Input(id: id, title: row.table.items.dropFirst().first?.text ?? row.text("title") ?? id, of: of))
        }
        if inputs.isEmpty { list.report(.badTable, "\(table.what) has no inputs") }
        return inputs.isEmpty ? nil : inputs
    }

    private func outputs(_ table: DeclaredTable) -> [(name: String, values: [TableValue]?, standard: TableValue?)]? {
        guard let list = table.child("outputs", required: true) else { return nil }
        list.allowOnly([], items: true)
        var outputs: [(name: String, values: [TableValue]?, standard: TableValue?)] = []
        for (_, row) in list.rows(what: { "output \($0) of \(table.what)" }) {
            row.allowOnly(["values", "default", "title", "source", "note"], items: true)
            refuseStrayItems(row)
            guard let id = name(row) else { return nil }
            var values: [TableValue]?
            if let named = row.child("values") {
                values = []
                for (index, item) in named.table.items.enumerated() {
                    guard let value = TableValue(item) else {
                        named.report(.badTable, "`values` of output `\(id)` holds \(item.noun)", at: [.index(index + 1)])
                        return nil
                    }
                    values?.append(value)
                }
            }
            let standard = row.table["default"].flatMap(TableValue.init)
            if let given = row.table["default"], standard == nil {
                row.report(.badTable, "`default` of output `\(id)` is \(given.noun), where a number, text, a date, true or false is wanted", at: [.name("default")])
                return nil
            }
            outputs.append((id, values, standard))
        }
        if outputs.isEmpty { list.report(.badTable, "\(table.what) has no outputs") }
        return outputs.isEmpty ? nil : outputs
    }

    /// Behind the name there may be a title.
    private func refuseStrayItems(_ row: DeclaredTable) {
        let items = row.table.items
        row.refuseItems(beyond: items.count > 1 && items[1].text != nil ? 2 : 1)
    }

    private func name(_ row: DeclaredTable) -> String? {
        guard let name = row.table.items.first?.text, DeclaredTable.isName(name) else {
            row.report(.badRow, "\(row.what) does not start with a name in quotes")
            return nil
        }
        return name
    }

    private func tableRow(_ row: DeclaredTable, inputs: Int, outputs: Int) -> (cells: [UnaryTests], values: [TableValue])? {
        row.allowOnly(["source", "note", "title"], items: true)
        let items = row.table.items
        guard let arrow = items.firstIndex(where: { $0.text == "->" }) else {
            row.report(.badRow, "\(row.what) has no `\"->\"` between its inputs and its outputs")
            return nil
        }
        guard arrow == inputs, items.count - arrow - 1 == outputs else {
            row.report(
                .badRow, "\(row.what) has \(arrow) inputs and \(items.count - arrow - 1) outputs, where the table has \(inputs) and \(outputs)")
            return nil
        }
        var cells: [UnaryTests] = []
        for index in 0..<arrow {
            let text: String
            switch items[index] {
            case .text(let cell): text = cell
            case .int(let value): text = String(value)
            case .number(let value): text = shortestText(value)
            case .bool(let value): text = value ? "true" : "false"
            case .date(let day): text = "date(\"\(day)\")"
            default:
                row.report(.badCell, "cell \(index + 1) of \(row.what) is \(items[index].noun)", at: [.index(index + 1)], hint: "write a test such as `\">= 75\"`")
                return nil
            }
            do throws(UnaryTestsError) {
                cells.append(try UnaryTests(parsing: text))
            } catch {
                row.report(.badCell, "in the cell `\(text)`, at letter \(error.offset + 1): \(error.message)", at: [.index(index + 1)])
                return nil
            }
        }
        var values: [TableValue] = []
        for index in (arrow + 1)..<items.count {
            guard let value = TableValue(items[index]) else {
                row.report(.badCell, "output \(index - arrow) of \(row.what) is \(items[index].noun)", at: [.index(index + 1)])
                return nil
            }
            values.append(value)
        }
        return (cells, values)
    }
}

extension TableValue {
    init?(_ data: LuaData) {
        switch data {
        case .text(let text): self = .string(text)
        case .bool(let value): self = .bool(value)
        case .date(let day): self = .date(day)
        default:
            guard let number = data.number else { return nil }
            self = .number(number)
        }
    }

    var decisionValue: DecisionValue {
        switch self {
        case .string(let text): .text(text)
        case .number(let value): .number(value)
        case .bool(let value): .bool(value)
        case .date(let day): .date(day)
        }
    }
}
