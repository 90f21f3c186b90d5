import Notation
import RulePacks

extension CSVDocument {
    private static let parts = ["title", "source", "note", "range", "total", "field", "columns", "row", "step", "and", "band"]

    /// A row while its lines are read.
    private struct Draft {
        var row: MatrixDocument.Row
        var line: Line
        var steps: [MatrixDocument.Step] = []
        var of: Reading?
        var tests: [MatrixDocument.FieldTest] = []
    }

    mutating func matrix() throws(ConversionError) -> MatrixDocument {
        let heading = lines[0]
        let name = try self.name(heading, 2)
        var range: (WrittenNumber, WrittenNumber)?
        var total: String?
        var columns: [String: Int] = [:]
        var drafts: [Draft] = []
        var bands: [MatrixDocument.Band] = []
        for line in lines.dropFirst() {
            if try takeHeading(line) { continue }
            if ["row", "step", "and", "band"].contains(line.part), columns.isEmpty {
                throw error("this line stands before the line `columns`, which names the cells", line, 1)
            }
            func column(_ name: String) -> Int { columns[name] ?? Int.max }
            switch line.part {
            case "range": range = (try number(line, 2, "the lowest score"), try number(line, 3, "the highest score"))
            case "total":
                guard let text = LuaMark.lua(in: cell(line, 2)) else { throw error("the total is Lua: write `lua: function(row) return … end`, or leave the line out for the sum", line, 2) }
                total = text
            case "columns": columns = try self.columns(line)
            case "row": drafts.append(try draft(line, column))
            case "step", "and":
                let name = try self.name(line, column("name"))
                guard let place = drafts.firstIndex(where: { $0.row.name == name }) else {
                    throw error("there is no row `\(name)` above this line for it to belong to", line, column("name"))
                }
                if line.part == "step" { drafts[place].steps.append(try step(line, column)) } else { drafts[place].tests.append(try fieldTest(line, column)) }
            case "band": bands.append(try band(line, column))
            default: throw unknown(line, CSVDocument.parts)
            }
        }
        guard let title else { throw error("matrix `\(name)` has no title: add a line `title`", heading) }
        guard let range else { throw error("matrix `\(name)` has no range: add a line `range` with the lowest and the highest score", heading) }
        var rows: [MatrixDocument.Row] = []
        for draft in drafts {
            let row = try finished(draft)
            if rows.contains(where: { $0.name == row.name }) { throw error("there are two rows named `\(row.name)`: give one of them another name", draft.line) }
            rows.append(row)
        }
        if rows.isEmpty { throw error("matrix `\(name)` has no rows: add lines that begin with `row`", heading) }
        return MatrixDocument(
            name: name, title: title, source: source, note: note, low: range.0, high: range.1, rows: rows, total: total,
            bands: bands.sorted { ($0.from?.value ?? -.infinity) > ($1.from?.value ?? -.infinity) }, fields: fields)
    }

    private func columns(_ line: Line) throws(ConversionError) -> [String: Int] {
        var columns: [String: Int] = [:]
        for (place, cell) in line.cells.enumerated().dropFirst() where !cell.isEmpty {
            let name = cell.lowercased()
            guard MatrixDocument.csvColumns.contains(name) else {
                let near = nearestName(to: name, in: MatrixDocument.csvColumns)
                throw error("`\(cell)` is not a column: " + (near.map { "did you mean `\($0)`?" } ?? "they are \(MatrixDocument.csvColumns.joined(separator: ", "))"), line, place + 1)
            }
            guard columns.updateValue(place + 1, forKey: name) == nil else { throw error("there are two columns `\(name)`", line, place + 1) }
        }
        for name in ["name", "title", "points"] where columns[name] == nil { throw error("there is no column `\(name)`", line) }
        return columns
    }

    private func draft(_ line: Line, _ column: (String) -> Int) throws(ConversionError) -> Draft {
        let name = try self.name(line, column("name"))
        let title = try text(line, column("title"), "the title of row `\(name)`")
        func bound(_ key: String) throws(ConversionError) -> WrittenNumber? {
            cell(line, column(key)).isEmpty ? nil : try number(line, column(key), "the \(key) of the row")
        }
        let points = cell(line, column("points"))
        var row = MatrixDocument.Row(name: name, title: title, points: .lua(""), min: try bound("min"), max: try bound("max"))
        if row.min?.value == 0 { row.min = nil }
        row.source = try optional(line, column("source"))
        row.note = try optional(line, column("note"))
        var draft = Draft(row: row, line: line)
        let field = cell(line, column("field"))
        let test = cell(line, column("test"))
        if points.isEmpty {
            guard !field.isEmpty, test.isEmpty else {
                throw error("row `\(name)` has no points: write a number, or name a field and give lines `step` below", line, column("points"))
            }
            draft.of = try reading(line, column("field"))
        } else {
            if let lua = LuaMark.lua(in: points) { draft.row.points = .lua(lua) } else { draft.row.points = .number(try number(line, column("points"), "the points")) }
            if !field.isEmpty || !test.isEmpty { draft.tests = [try fieldTest(line, column)] }
        }
        let when = cell(line, column("when"))
        if !when.isEmpty {
            guard let lua = LuaMark.lua(in: when) else { throw error("`when` is Lua: write `lua: function(n) return … end`, or use the columns `field` and `test`", line, column("when")) }
            draft.row.condition = .lua(lua)
        }
        return draft
    }

    private func finished(_ draft: Draft) throws(ConversionError) -> MatrixDocument.Row {
        var row = draft.row
        if let of = draft.of {
            guard !draft.steps.isEmpty else { throw error("row `\(row.name)` has neither points nor lines `step` below it", draft.line) }
            row.points = .steps(of: of, draft.steps)
        } else if !draft.steps.isEmpty {
            throw error("row `\(row.name)` has points of its own and lines `step`: keep one of them", draft.line)
        }
        guard !draft.tests.isEmpty else { return row }
        if row.condition != nil { throw error("row `\(row.name)` has a test and `when` too: keep one of them", draft.line) }
        for (place, test) in draft.tests.enumerated() where draft.tests[..<place].contains(where: { $0.field == test.field }) {
            throw error("row `\(row.name)` tests `\(test.field)` twice: make one test of it, such as `[50..75)`", draft.line)
        }
        row.condition = .tests(draft.tests)
        return row
    }

    private func reading(_ line: Line, _ column: Int) throws(ConversionError) -> Reading {
        let reading = Reading(try text(line, column, "the field"))
        if case .field(let path) = reading, !PackName.isPath(path) {
            throw error("`\(path)` is not the path of a field, such as `ogrs2` or `needs.drugs`: `waymark fields` lists them", line, column)
        }
        return reading
    }

    private func fieldTest(_ line: Line, _ column: (String) -> Int) throws(ConversionError) -> MatrixDocument.FieldTest {
        guard case .field(let path) = try reading(line, column("field")) else {
            throw error("Lua cannot stand beside a test: put the whole condition into the column `when`", line, column("field"))
        }
        let cell = try test(line, column("test"))
        guard !cell.isAny else { throw error("`-` tests nothing: leave the field and the test empty where the row always counts", line, column("test")) }
        return MatrixDocument.FieldTest(field: path, cell: cell)
    }

    private func step(_ line: Line, _ column: (String) -> Int) throws(ConversionError) -> MatrixDocument.Step {
        MatrixDocument.Step(from: try lowest(line, column("test"), "a step"), points: try number(line, column("points"), "the points of the step"))
    }

    private func band(_ line: Line, _ column: (String) -> Int) throws(ConversionError) -> MatrixDocument.Band {
        let name = try self.name(line, column("name"))
        let title = try text(line, column("title"), "the title of band `\(name)`")
        let test = try self.test(line, column("test"))
        return MatrixDocument.Band(name: name, title: title, from: test.isAny ? nil : try lowest(line, column("test"), "a band"))
    }

    /// The number in `>= 75`.
    private func lowest(_ line: Line, _ column: Int, _ what: String) throws(ConversionError) -> WrittenNumber {
        let cell = try test(line, column)
        guard !cell.tests.isNegated, cell.tests.tests.count == 1, case .above(.number(let value), orEqual: true)? = cell.tests.tests.first else {
            throw error("`\(cell.text)` does not say where \(what) begins: write it as in `>= 75`", line, column)
        }
        return WrittenNumber(String(cell.text.dropFirst(2))) ?? WrittenNumber(value)
    }
}
