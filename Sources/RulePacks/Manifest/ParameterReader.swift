import Decisions
import LuaRuntime

/// Reads `parameters` of a manifest.
struct ParameterReader {
    let table: DeclaredTable

    func read() -> [Parameter] {
        table.allowOnly(table.table.named.map(\.name))
        return table.table.named.compactMap { name, _ in parameter(name) }
    }

    private func parameter(_ name: String) -> Parameter? {
        guard let row = table.child(name, what: "parameter `\(name)`") else { return nil }
        if !DeclaredTable.isName(name) {
            table.report(.wrongValue, "`\(name)` is not a name: use small letters, digits and `_`", at: [.name(name)])
        }
        row.allowOnly(["min", "max", "unit", "title", "source", "note"], items: true)
        guard let value = value(row, name) else { return nil }
        let parameter = Parameter(
            name: name, value: value, min: row.number("min"), max: row.number("max"), unit: row.text("unit"),
            title: row.text("title") ?? "", source: row.text("source"), note: row.text("note"), file: row.origin.fileName,
            line: row.line())
        if let min = parameter.min, let max = parameter.max, min > max {
            row.report(.wrongValue, "`min` of parameter `\(name)` is above its `max`", at: [.name("min")])
        }
        return parameter
    }

    private func value(_ row: DeclaredTable, _ name: String) -> Parameter.Value? {
        guard let first = row.table.items.first else {
            row.report(.missingKey, "parameter `\(name)` has no value", hint: "write it first, as in `\(name) = { 90, title = \"…\" }`")
            return nil
        }
        if row.table.items.count > 1 {
            row.report(
                .wrongValue, "parameter `\(name)` has more than one value", at: [.index(2)],
                hint: "put a list in its own braces, as in `{ { \"a\", \"b\" }, title = \"…\" }`")
        }
        if let bool = first.bool { return .bool(bool) }
        if let text = first.text { return .text(text) }
        if let number = first.number { return .number(number) }
        if let list = first.table {
            let texts = list.items.compactMap(\.text)
            let numbers = list.items.compactMap(\.number)
            if list.named.isEmpty, texts.count == list.items.count { return .texts(texts) }
            if list.named.isEmpty, numbers.count == list.items.count { return .numbers(numbers) }
        }
        row.report(
            .wrongType, "parameter `\(name)` wants a number, text, true or false, or a list of texts or of numbers, not \(first.noun)",
            at: [.index(1)])
        return nil
    }
}
