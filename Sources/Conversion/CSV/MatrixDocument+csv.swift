extension MatrixDocument {
    static let csvColumns = ["name", "title", "field", "test", "points", "min", "max", "when", "source", "note"]

    var csvRows: [[String]] {
        var lines = [["matrix", name], ["title", title]]
        if let source { lines.append(["source", source]) }
        if let note { lines.append(["note", note]) }
        lines.append(["range", low.text, high.text])
        if let total { lines.append(["total", LuaMark.mark + total]) }
        lines += fields.csvRows
        lines.append(["columns"] + MatrixDocument.csvColumns)
        for row in rows { lines += row.csvRows }
        for band in bands { lines.append(["band", band.name, band.title, "", band.from.map { ">= \($0.text)" } ?? "-"]) }
        return lines
    }
}

extension MatrixDocument.Row {
    var csvRows: [[String]] {
        var tests: [MatrixDocument.FieldTest] = []
        var when = ""
        switch condition {
        case .tests(let given)?: tests = given
        case .lua(let text)?: when = LuaMark.mark + text
        case nil: break
        }
        var first = ["row", name, title, "", "", "", min?.text ?? "", max?.text ?? "", when, source ?? "", note ?? ""]
        var further: [[String]] = []
        switch points {
        case .number(let number): first[5] = number.text
        case .lua(let text): first[5] = LuaMark.mark + text
        case .steps(let of, let steps):
            first[3] = of.text
            further = steps.map { ["step", name, "", "", ">= \($0.from.text)", $0.points.text] }
        }
        if case .number = points, let test = tests.first {
            (first[3], first[4]) = (test.field, test.cell.text)
            tests.removeFirst()
        } else if case .lua = points, let test = tests.first {
            (first[3], first[4]) = (test.field, test.cell.text)
            tests.removeFirst()
        }
        return [first] + further + tests.map { ["and", name, "", $0.field, $0.cell.text] }
    }
}
