import FieldDefinitions
import RulePacks

/// Writes declarations and their parts as a pack has them.
struct DeclarationText {
    let catalogue: FieldCatalogue

    func declaration(_ table: PackTable) -> String {
        switch table {
        case .matrix(let matrix): declaration(matrix)
        case .table(let table): declaration(table)
        }
    }

    /// The lines that a matrix and a table begin with.
    private func heading(_ title: String, _ source: String?, _ note: String?) -> [String] {
        ["  title = \(LuaText.quoted(title)),"] + [("source", source), ("note", note)].compactMap { key, text in
            text.map { "  \(key) = \(LuaText.quoted($0))," }
        }
    }

    private func more(_ source: String?, _ note: String?) -> [String] {
        [("source", source), ("note", note)].compactMap { key, text in text.map { "\(key) = \(LuaText.quoted($0))" } }
    }

    // MARK: Matrices

    private func declaration(_ matrix: MatrixDocument) -> String {
        var lines = ["matrix \(LuaText.quoted(matrix.name)) {"] + heading(matrix.title, matrix.source, matrix.note)
        lines.append("  range = { \(matrix.low.text), \(matrix.high.text) },")
        lines.append("  rows = {")
        lines += matrix.rows.map { "    \(row($0))," }
        lines.append("  },")
        if let total = matrix.total { lines.append("  total = \(total),") }
        if !matrix.bands.isEmpty { lines.append("  bands = \(bands(matrix.bands, indent: "  ")),") }
        return lines.joined(separator: "\n") + "\n}\n"
    }

    func row(_ row: MatrixDocument.Row) -> String {
        var parts = [LuaText.quoted(row.name), LuaText.quoted(row.title)]
        parts += keys(of: row).map { "\($0.key) = \($0.lua)" }
        return "{ \(parts.joined(separator: ", ")) }"
    }

    /// All of a row but its name and title, in the order in which packs write it.
    func keys(of row: MatrixDocument.Row) -> [(key: String, lua: String)] {
        var keys: [(String, String)] = []
        if let min = row.min { keys.append(("min", min.text)) }
        if let max = row.max { keys.append(("max", max.text)) }
        if let source = row.source { keys.append(("source", LuaText.quoted(source))) }
        if let note = row.note { keys.append(("note", LuaText.quoted(note))) }
        switch row.points {
        case .number(let number): keys.append(("points", number.text))
        case .lua(let text): keys.append(("points", text))
        case .steps(let of, let steps): keys += [("of", reading(of)), ("steps", self.steps(steps))]
        }
        if let condition = row.condition { keys.append(("when", condition.lua(catalogue))) }
        return keys
    }

    func steps(_ steps: [MatrixDocument.Step]) -> String {
        "{ \(steps.map { "{ \($0.from.text), \($0.points.text) }" }.joined(separator: ", ")) }"
    }

    func bands(_ bands: [MatrixDocument.Band], indent: String) -> String {
        "{\n" + bands.map { "\(indent)  \(band($0)),\n" }.joined() + indent + "}"
    }

    func band(_ band: MatrixDocument.Band) -> String {
        "{ \(LuaText.quoted(band.name)), \(LuaText.quoted(band.title))\(band.from.map { ", from = \($0.text)" } ?? "") }"
    }

    func reading(_ reading: Reading) -> String {
        switch reading {
        case .field(let path): LuaText.function(LuaText.read(path, catalogue: catalogue))
        case .lua(let text): text
        }
    }

    // MARK: Decision tables

    private func declaration(_ table: TableDocument) -> String {
        var lines = ["decision_table \(LuaText.quoted(table.name)) {"] + heading(table.title, table.source, table.note)
        lines.append("  hit = \"\(table.hit.rawValue)\",")
        lines.append("  inputs = \(inputs(table.inputs, indent: "  ")),")
        lines.append("  outputs = \(outputs(table.outputs, indent: "  ")),")
        lines.append("  rows = {")
        lines += table.rows.map { "    \(row($0))," }
        return lines.joined(separator: "\n") + "\n  },\n}\n"
    }

    func inputs(_ inputs: [TableDocument.Input], indent: String) -> String {
        "{\n" + inputs.map { "\(indent)  { \(LuaText.quoted($0.name)), \(LuaText.quoted($0.title)), of = \(reading($0.reading)) },\n" }.joined() + indent + "}"
    }

    func outputs(_ outputs: [TableDocument.Output], indent: String) -> String {
        "{\n" + outputs.map { "\(indent)  \(output($0)),\n" }.joined() + indent + "}"
    }

    private func output(_ output: TableDocument.Output) -> String {
        var parts = [LuaText.quoted(output.name)]
        if let title = output.title { parts.append(LuaText.quoted(title)) }
        if let values = output.values { parts.append("values = { \(values.map(\.lua).joined(separator: ", ")) }") }
        if let standard = output.standard { parts.append("default = \(standard.lua)") }
        return "{ \(parts.joined(separator: ", ")) }"
    }

    func row(_ row: TableDocument.Row) -> String {
        let cells = row.cells.map { LuaText.quoted($0.text) } + ["\"->\""] + row.outputs.map(\.lua) + more(row.source, row.note)
        return "{ \(cells.joined(separator: ", ")) }"
    }
}
