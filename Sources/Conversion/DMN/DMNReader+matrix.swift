import Notation
import RulePacks

extension DMNReader {
    /// A rule of the table that stands for a matrix, with its tests by the column.
    private struct MatrixRule {
        let tag: XMLTag
        let added: XMLTag
        let cells: [TableCell]
        let points: XMLTag
    }

    /// A matrix that Waymark wrote: numbers and tests are taken from the table, where an editor may have changed them; what DMN
    /// cannot say from beside it.
    mutating func matrix(_ tag: XMLTag, _ name: String, bands: XMLTag?) throws(ConversionError) -> MatrixDocument {
        guard let added = tag.waymark("matrix"), let body = tag.first("decisionTable") else { throw error("decision \(quotedName(tag))has no decision table", tag) }
        guard let low = WrittenNumber(added.attributes["low"] ?? ""), let high = WrittenNumber(added.attributes["high"] ?? "") else {
            throw error("the matrix has no range: give `low` and `high` in Waymark's own element", added)
        }
        let inputs = body.all("input")
        var rules: [MatrixRule] = []
        for (place, rule) in body.all("rule").enumerated() {
            if rule.waymark("base") != nil { continue }
            let words = "rule \(place + 1)"
            guard let row = rule.waymark("row") else {
                throw error("\(words) does not say which row of the matrix it is: give it Waymark's element `row` with a `name` and a `title`, as its neighbours have it", rule)
            }
            let entries = rule.all("inputEntry")
            guard entries.count == inputs.count, let points = rule.first("outputEntry") else { throw error("\(words) has \(entries.count) input entries, where the table has \(inputs.count) inputs", rule) }
            var cells: [TableCell] = []
            for (column, entry) in entries.enumerated() { cells.append(try cell(entry, "\(words), input \(column + 1)")) }
            rules.append(MatrixRule(tag: rule, added: row, cells: cells, points: points))
        }
        var readings: [Reading] = []
        for (place, input) in inputs.enumerated() { readings.append(try matrixReading(input, rules.map { $0.cells[place] })) }
        var rows: [MatrixDocument.Row] = []
        while let first = rules.first {
            let own = Array(rules.prefix { $0.added.attributes["name"] == first.added.attributes["name"] })
            rules.removeFirst(own.count)
            let row = try self.row(own, readings)
            if rows.contains(where: { $0.name == row.name }) { throw error("the rules of row `\(row.name)` do not stand together, or two rows have that name", first.tag) }
            rows.append(row)
        }
        if rows.isEmpty { throw error("the matrix has no rows", body) }
        var matrix = MatrixDocument(
            name: name, title: try readable(added.attributes["title"] ?? DMNReader.oneLine(tag.attributes["name"] ?? name), tag),
            source: try words(added.attributes["source"], tag), note: try words(added.attributes["note"], tag), low: low, high: high, rows: rows,
            total: added.attributes["total"].map(TableCell.withoutBlanks), bands: try bands.map { tag throws(ConversionError) in try self.bands(tag) } ?? [])
        matrix.fields = fields.filter { matrix.readings.contains($0.path) }
        return matrix
    }

    /// A column that stands for a condition in Lua reads nothing.
    private mutating func matrixReading(_ input: XMLTag, _ column: [TableCell]) throws(ConversionError) -> Reading {
        let name = DMNReader.oneLine(input.first("inputExpression")?.expression ?? "")
        if case .data(let data)? = sources[name], data.reading == nil, name.hasSuffix(" holds") { return .lua("") }
        return try reading(input.first("inputExpression"), of: input, column: column)
    }

    private func row(_ rules: [MatrixRule], _ readings: [Reading]) throws(ConversionError) -> MatrixDocument.Row {
        let first = rules[0]
        let added = first.added
        guard let name = added.attributes["name"], PackName.isName(name) else { throw error("`\((added.attributes["name"] ?? "").prefix(80))` is not the name of a row: use small letters, digits and `_`", added) }
        guard let title = added.attributes["title"], !TableCell.withoutBlanks(title).isEmpty else { throw error("row `\(name)` has no title", added) }
        func bound(_ key: String) throws(ConversionError) -> WrittenNumber? {
            guard let text = added.attributes[key] else { return nil }
            guard let number = WrittenNumber(text) else { throw error("`\(key)` of row `\(name)` is `\(text.prefix(40))`, which is not a number", added) }
            return number
        }
        var row = MatrixDocument.Row(
            name: name, title: try readable(title, added), source: try words(added.attributes["source"], added), note: try words(added.attributes["note"], added),
            points: .lua(""), min: try bound("min"), max: try bound("max"))
        if row.min?.value == 0 { row.min = nil }
        let of = added.attributes["steps_of"].map(Reading.init)
        if let of {
            row.points = .steps(of: of, try steps(rules, name, readings.firstIndex(of: of)))
        } else {
            guard rules.count == 1 else { throw error("row `\(name)` has several rules, and only steps may have: give each rule a row of its own", rules[1].tag) }
            if let lua = added.attributes["points"] { row.points = .lua(TableCell.withoutBlanks(lua)) } else { row.points = .number(try number(first.points, "the points of row `\(name)`")) }
        }
        if let lua = added.attributes["when"] { row.condition = .lua(TableCell.withoutBlanks(lua)) } else { row.condition = try tests(rules, name, of, readings) }
        return row
    }

    private func number(_ tag: XMLTag, _ words: String) throws(ConversionError) -> WrittenNumber {
        guard let number = WrittenNumber(tag.expression ?? "") else { throw error("\(words) are `\((tag.expression ?? "").prefix(80))`, which is not a number", tag) }
        return number
    }

    private func steps(_ rules: [MatrixRule], _ name: String, _ column: Int?) throws(ConversionError) -> [MatrixDocument.Step] {
        guard let column else { throw error("the column that the steps of row `\(name)` look at is gone", rules[0].tag) }
        var steps: [MatrixDocument.Step] = []
        for rule in rules {
            let cell = rule.cells[column]
            guard !cell.tests.isNegated, cell.tests.tests.count == 1, let test = cell.tests.tests.first else { throw stepError(cell, name, rule.tag) }
            let from: TableValue
            switch test {
            case .above(let value, orEqual: true) where steps.isEmpty: from = value
            case .between(let value, let end, includesLow: true, includesHigh: false) where end == steps.last.map({ .number($0.from.value) }): from = value
            default: throw stepError(cell, name, rule.tag)
            }
            guard case .number(let value) = from else { throw stepError(cell, name, rule.tag) }
            let written = WrittenNumber(DMNReader.start(of: cell.text))
            steps.append(MatrixDocument.Step(from: written.flatMap { $0.value == value ? $0 : nil } ?? WrittenNumber(value), points: try number(rule.points, "the points of a step of row `\(name)`")))
        }
        return steps
    }

    /// The digits of the lower end in `[50.5..75)` or `>= 75`.
    private static func start(of text: String) -> String {
        let body = text.drop { ">=[( ".contains($0) }
        guard let dots = body.firstRange(of: "..") else { return TableCell.withoutBlanks(String(body)) }
        return TableCell.withoutBlanks(String(body[..<dots.lowerBound]))
    }

    private func stepError(_ cell: TableCell, _ name: String, _ tag: XMLTag) -> ConversionError {
        error("`\(cell.text)` is not a step of row `\(name)`: the first step is written as in `>= 75`, each further one ends where the one before begins, as in `[50..75)`", tag)
    }

    private func tests(_ rules: [MatrixRule], _ name: String, _ of: Reading?, _ readings: [Reading]) throws(ConversionError) -> MatrixDocument.Condition? {
        let first = rules[0]
        let steps = of.flatMap(readings.firstIndex)
        var found: [MatrixDocument.FieldTest] = []
        for (place, reading) in readings.enumerated() where place != steps && !first.cells[place].isAny {
            guard case .field(let path) = reading else { continue }
            for rule in rules where rule.cells[place] != first.cells[place] {
                throw error("the rules of row `\(name)` differ in the test of `\(path)`, and one condition goes for all of its steps", rule.tag)
            }
            found.append(MatrixDocument.FieldTest(field: path, cell: first.cells[place]))
        }
        // In the order in which the pack looks at them; a test of the very value that the steps look at is kept beside the table.
        var ordered: [MatrixDocument.FieldTest] = []
        for tag in first.added.all("test") {
            let path = tag.attributes["field"] ?? ""
            if let place = found.firstIndex(where: { $0.field == path }) {
                ordered.append(found.remove(at: place))
            } else if of == .field(path) {
                ordered.append(MatrixDocument.FieldTest(field: path, cell: try keptCell(tag)))
            }
        }
        let all = ordered + found
        return all.isEmpty ? nil : .tests(all)
    }

    private func keptCell(_ tag: XMLTag) throws(ConversionError) -> TableCell {
        do throws(UnaryTestsError) {
            return try TableCell(tag.text)
        } catch {
            throw self.error("in the test `\(tag.text.prefix(200))`, at letter \(error.offset + 1): \(error.message)", tag)
        }
    }

    private func bands(_ tag: XMLTag) throws(ConversionError) -> [MatrixDocument.Band] {
        guard let body = tag.first("decisionTable") else { throw error("decision \(quotedName(tag))has no decision table", tag) }
        var bands: [MatrixDocument.Band] = []
        for (place, rule) in body.all("rule").enumerated() {
            let words = "band rule \(place + 1)"
            guard let test = rule.first("inputEntry"), let output = rule.first("outputEntry") else { throw error("\(words) has no test or no output", rule) }
            guard case .string(let name) = try value(output, words).value, PackName.isName(name) else { throw error("\(words) does not give the name of a band: small letters, digits and `_`, in quotes", output) }
            let title = try readable(rule.waymark("band")?.attributes["title"] ?? name, rule)
            let cell = try self.cell(test, words)
            let above = bands.last?.from?.value
            let one = cell.tests.isNegated || cell.tests.tests.count > 1 ? nil : cell.tests.tests.first
            let from: Double?
            switch one {
            case nil where cell.isAny && bands.isEmpty: from = nil
            case .below(.number(let end), orEqual: false)? where end == above: from = nil
            case .above(.number(let start), orEqual: true)? where bands.isEmpty: from = start
            case .between(.number(let start), .number(let end), includesLow: true, includesHigh: false)? where end == above: from = start
            default:
                throw error("`\(cell.text)` is not a band: the first is written as in `>= 75`, each further one ends where the one before begins, as in `[50..75)` or `< 50`", test)
            }
            let written = WrittenNumber(DMNReader.start(of: cell.text))
            bands.append(MatrixDocument.Band(name: name, title: title, from: from.map { value in written.flatMap { $0.value == value ? $0 : nil } ?? WrittenNumber(value) }))
        }
        return bands
    }
}
