import Notation
import RulePacks

extension CSVDocument {
    private static let parts = ["title", "source", "note", "hit", "field", "columns", "name", "of", "values", "default", "row"]

    private struct Columns {
        var inputs: [Int] = []
        var outputs: [Int] = []
        var source = Int.max
        var note = Int.max
    }

    mutating func decisionTable() throws(ConversionError) -> TableDocument {
        let heading = lines[0]
        let name = try self.name(heading, 2)
        var hit = HitPolicy.unique
        var columns: Columns?
        var parts: [String: Line] = [:]
        var rows: [TableDocument.Row] = []
        var places: [Line] = []
        for line in lines.dropFirst() {
            if let columns, ["name", "title", "of", "values", "default"].contains(line.part) {
                guard parts.updateValue(line, forKey: line.part) == nil else { throw error("there are two lines `\(line.part)` below the columns", line, 1) }
                _ = columns
                continue
            }
            if try takeHeading(line) { continue }
            switch line.part {
            case "hit": hit = try policy(line)
            case "columns": columns = try self.columns(line)
            case "row":
                guard let columns else { throw error("this line stands before the line `columns`, which says which cells are inputs and which outputs", line, 1) }
                rows.append(try row(line, columns))
                places.append(line)
            default: throw unknown(line, CSVDocument.parts)
            }
        }
        guard let title else { throw error("decision table `\(name)` has no title: add a line `title` above the columns", heading) }
        guard let columns else { throw error("decision table `\(name)` has no line `columns`: add one that says `input` or `output` above each column", heading) }
        let table = TableDocument(
            name: name, title: title, source: source, note: note, hit: hit, inputs: try inputs(columns, parts, heading),
            outputs: try outputs(columns, parts, heading), rows: rows, fields: fields)
        do throws(DecisionTableError) {
            _ = try table.decisionTable()
        } catch {
            throw self.error(error.message, error.row.map { places[$0 - 1] } ?? heading)
        }
        return table
    }

    private func policy(_ line: Line) throws(ConversionError) -> HitPolicy {
        let word = cell(line, 2)
        guard let policy = HitPolicy(rawValue: word) else {
            let names = HitPolicy.allCases.map(\.rawValue)
            throw error("`\(word)` is not a hit policy: " + (nearestName(to: word, in: names).map { "did you mean `\($0)`?" } ?? "they are \(names.joined(separator: ", "))"), line, 2)
        }
        return policy
    }

    private func columns(_ line: Line) throws(ConversionError) -> Columns {
        var columns = Columns()
        for (place, cell) in line.cells.enumerated().dropFirst() where !cell.isEmpty {
            switch cell.lowercased() {
            case "input": columns.inputs.append(place + 1)
            case "output": columns.outputs.append(place + 1)
            case "source": columns.source = place + 1
            case "note": columns.note = place + 1
            default: throw error("`\(cell)` is not a kind of column: write input, output, source or note", line, place + 1)
            }
        }
        if columns.inputs.isEmpty { throw error("no column is an `input`", line) }
        if columns.outputs.isEmpty { throw error("no column is an `output`", line) }
        return columns
    }

    private func inputs(_ columns: Columns, _ parts: [String: Line], _ heading: Line) throws(ConversionError) -> [TableDocument.Input] {
        guard let names = parts["name"] else { throw error("there is no line `name` below the columns: it names each of them", heading) }
        guard let readings = parts["of"] else { throw error("there is no line `of` below the columns: it says which field each input is", heading) }
        var inputs: [TableDocument.Input] = []
        for column in columns.inputs {
            let name = try self.name(names, column)
            if inputs.contains(where: { $0.name == name }) { throw error("there are two inputs named `\(name)`: give one of them another name", names, column) }
            let reading = Reading(try text(readings, column, "the field of input `\(name)`"))
            if case .field(let path) = reading, !PackName.isPath(path) {
                throw error("`\(path)` is not the path of a field, such as `ogrs2` or `needs.drugs`: `waymark fields` lists them", readings, column)
            }
            let title = try parts["title"].flatMap { line throws(ConversionError) in try optional(line, column) }
            inputs.append(TableDocument.Input(name: name, title: title ?? name, reading: reading))
        }
        return inputs
    }

    private func outputs(_ columns: Columns, _ parts: [String: Line], _ heading: Line) throws(ConversionError) -> [TableDocument.Output] {
        guard let names = parts["name"] else { return [] }
        var outputs: [TableDocument.Output] = []
        for column in columns.outputs {
            var output = TableDocument.Output(name: try name(names, column))
            if outputs.contains(where: { $0.name == output.name }) { throw error("there are two outputs named `\(output.name)`: give one of them another name", names, column) }
            if let line = parts["title"] { output.title = try optional(line, column) }
            if let line = parts["values"], !cell(line, column).isEmpty { output.values = try values(line, column) }
            if let line = parts["default"], !cell(line, column).isEmpty { output.standard = try value(line, column) }
            outputs.append(output)
        }
        return outputs
    }

    private func row(_ line: Line, _ columns: Columns) throws(ConversionError) -> TableDocument.Row {
        var row = TableDocument.Row(cells: [], outputs: [], source: try optional(line, columns.source), note: try optional(line, columns.note))
        for column in columns.inputs { row.cells.append(try test(line, column)) }
        for column in columns.outputs { row.outputs.append(try value(line, column)) }
        return row
    }
}
