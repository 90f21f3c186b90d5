import RulePacks

extension TableDocument {
    var csvRows: [[String]] {
        var lines = [["decision_table", name], ["title", title]]
        if let source { lines.append(["source", source]) }
        if let note { lines.append(["note", note]) }
        lines.append(["hit", hit.rawValue])
        lines += fields.csvRows
        lines.append(["columns"] + inputs.map { _ in "input" } + outputs.map { _ in "output" } + ["source", "note"])
        lines.append(["name"] + inputs.map(\.name) + outputs.map(\.name))
        lines.append(["title"] + inputs.map(\.title) + outputs.map { $0.title ?? "" })
        lines.append(["of"] + inputs.map(\.reading.text))
        if outputs.contains(where: { $0.values != nil }) {
            lines.append(["values"] + inputs.map { _ in "" } + outputs.map { $0.values.map { $0.map(\.text).joined(separator: ", ") } ?? "" })
        }
        if outputs.contains(where: { $0.standard != nil }) {
            lines.append(["default"] + inputs.map { _ in "" } + outputs.map { $0.standard?.text ?? "" })
        }
        return lines + rows.map { ["row"] + $0.cells.map(\.text) + $0.outputs.map(\.text) + [$0.source ?? "", $0.note ?? ""] }
    }
}
