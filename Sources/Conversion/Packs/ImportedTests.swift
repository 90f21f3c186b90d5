import FieldDefinitions
import Notation
import RulePacks

/// A spec made from tables: each row that can be reached, and each side of each threshold.
struct ImportedTests {
    /// So many for one table: more would be read by nobody.
    static let mostCases = 150

    let pack: ImportedPack

    init(_ pack: ImportedPack) { self.pack = pack }

    /// Empty where no test can be made.
    var text: String {
        let blocks = pack.tables.compactMap { table in
            switch table {
            case .table(let table): block(table.title, tests(of: table))
            case .matrix(let matrix): block(matrix.title, tests(of: matrix))
            }
        }
        if blocks.isEmpty { return "" }
        return "-- Made from the tables by `waymark convert`: they hold what the tables say now. Whoever changes a table on purpose changes these.\n"
            + blocks.joined()
    }

    private func block(_ title: String, _ tests: [String]) -> String? {
        tests.isEmpty ? nil : "\ndescribe(\(LuaText.quoted(title)), function()\n" + tests.joined(separator: "\n") + "end)\n"
    }

    private func test(_ name: String, _ fields: [(path: String, value: TableValue?)], _ expectations: [String]) -> String {
        "  it(\(LuaText.quoted(name)), function()\n    local d = evaluate(nominal \(nominal(fields)))\n"
            + expectations.map { "    \($0)\n" }.joined() + "  end)\n"
    }

    /// `{ ogrs3 = 75, needs = { drugs = 2 }, here = { rough_sleeping = true } }`; nil is a value that is not known.
    private func nominal(_ fields: [(path: String, value: TableValue?)]) -> String {
        var roots: [(name: String, parts: [(String, String)])] = []
        for (path, value) in fields {
            let names = path.split(separator: ".").map { $0 == "local" ? "here" : String($0) }
            let text = value.map { LuaValue.draft($0) } ?? "unknown"
            if let place = roots.firstIndex(where: { $0.name == names[0] }) {
                roots[place].parts.append((names.dropFirst().joined(separator: "."), text))
            } else {
                roots.append((names[0], [(names.dropFirst().joined(separator: "."), text)]))
            }
        }
        let written = roots.map { root in
            let parts = root.parts.map { $0.0.isEmpty ? $0.1 : "\($0.0) = \($0.1)" }.joined(separator: ", ")
            return root.parts[0].0.isEmpty ? "\(root.name) = \(parts)" : "\(root.name) = { \(parts) }"
        }
        return written.isEmpty ? "{}" : "{ \(written.joined(separator: ", ")) }"
    }

    // MARK: Decision tables

    private func tests(of table: TableDocument) -> [String] {
        let paths = table.inputs.compactMap(\.reading.field)
        // A path deeper than `needs.drugs` lies in a list or a record that a nominal need not have.
        guard paths.count == table.inputs.count, Set(paths).count == paths.count, paths.allSatisfy({ $0.split(separator: ".").count <= 2 }),
            let engine = try? table.decisionTable()
        else { return [] }
        let samples = paths.indices.map { place in
            FieldSamples(pack.catalogue.field(at: paths[place])?.type).values(table.rows.flatMap { $0.cells[place].tests.tests.flatMap(\.endpoints) })
        }
        guard samples.allSatisfy({ !$0.isEmpty }) else { return [] }
        var vectors: [[TableValue]] = []
        for row in table.rows.indices {
            guard let vector = vector(reaching: row, engine, samples) else { continue }
            vectors.append(vector)
            for place in vector.indices {
                for value in samples[place] where value != vector[place] {
                    var other = vector
                    other[place] = value
                    vectors.append(other)
                }
            }
        }
        var seen: Set<[TableValue]> = []
        var tests: [String] = []
        for vector in vectors where seen.insert(vector).inserted && tests.count < ImportedTests.mostCases {
            guard let expectations = expectations(table, engine.evaluate(vector)) else { continue }
            let name = zip(table.inputs, vector).map { "\($0.title) \(LuaValue.words($1))" }.joined(separator: ", ")
            tests.append(test(name, Array(zip(paths, vector)), expectations))
        }
        if case .unknown = engine.evaluate(paths.map { _ in nil }) {
            tests.append(test("is not known where nothing is", paths.map { ($0, nil) }, answers(table).map { "expect(\($0)).is_unknown()" }))
        }
        return tests
    }

    /// Values for which a row makes the answer, or makes it among others.
    private func vector(reaching row: Int, _ engine: DecisionTable, _ samples: [[TableValue]]) -> [TableValue]? {
        let choices = samples.indices.map { place in samples[place].filter { engine.cells[row][place].matches($0) } }
        guard choices.allSatisfy({ !$0.isEmpty }) else { return nil }
        var places = choices.map { _ in 0 }
        for _ in 0..<500 {
            let vector = zip(choices, places).map { $0[$1] }
            if case .known(_, let rows) = engine.evaluate(vector), rows.contains(row + 1) { return vector }
            guard let next = places.indices.first(where: { places[$0] + 1 < choices[$0].count }) else { return nil }
            places[next] += 1
            for before in 0..<next { places[before] = 0 }
        }
        return nil
    }

    private func answers(_ table: TableDocument) -> [String] {
        if table.outputs.count == 1 || table.hit == .collectCount { return ["d.table.\(table.name)"] }
        return table.outputs.map { "d.table.\(table.name).\($0.name)" }
    }

    private func expectations(_ table: TableDocument, _ result: DecisionTable.Result) -> [String]? {
        let answers = answers(table)
        switch result {
        case .unknown: return nil
        case .conflict: return ["expect(d).errors_with(\"table_conflict\")"]
        case .known(.none, _): return answers.map { "expect(\($0)).is_nothing()" }
        case .known(.single(let values), _): return zip(answers, values).map { "expect(\($0)).is(\(WrittenValue($1).lua))" }
        case .known(.list(let many), _):
            return answers.enumerated().map { place, answer in
                "expect(\(answer)).is({ \(many.map { WrittenValue($0[place]).lua }.joined(separator: ", ")) })"
            }
        }
    }

    // MARK: Matrices

    private func tests(of matrix: MatrixDocument) -> [String] {
        var tests: [String] = []
        for row in matrix.rows {
            for (fields, points) in cases(row) where tests.count < ImportedTests.mostCases {
                let name = "\(row.title): " + fields.map { "\($0.path) \(LuaValue.words($0.value))" }.joined(separator: ", ")
                tests.append(test(name, fields.map { ($0.path, $0.value) }, ["expect(d.row.\(matrix.name).\(row.name)).is(\(shortestText(points)))"]))
            }
        }
        return tests
    }

    /// Values of the fields that a row reads, with the points that it gives; none where only Lua knows them.
    private func cases(_ row: MatrixDocument.Row) -> [(fields: [(path: String, value: TableValue)], points: Double)] {
        var tests: [MatrixDocument.FieldTest] = []
        if case .tests(let given)? = row.condition { tests = given }
        if case .lua? = row.condition { return [] }
        var ends = Dictionary(tests.map { ($0.field, $0.cell.tests.tests.flatMap(\.endpoints)) }) { $0 + $1 }
        var paths = tests.map(\.field)
        var of: (path: String, steps: [MatrixDocument.Step])?
        switch row.points {
        case .lua: return []
        case .number(let number):
            guard !tests.isEmpty, row.min == nil, row.max.map({ $0.value >= number.value }) ?? true else { return [] }
        case .steps(.field(let path), let steps):
            guard row.min == nil, steps.allSatisfy({ step in row.max.map { $0.value >= step.points.value } ?? true && step.points.value >= 0 }) else { return [] }
            if !paths.contains(path) { paths.append(path) }
            ends[path, default: []] += steps.map { .number($0.from.value) }
            of = (path, steps)
        case .steps: return []
        }
        guard paths.allSatisfy({ $0.split(separator: ".").count <= 2 }) else { return [] }
        let samples = paths.map { path in FieldSamples(pack.catalogue.field(at: path)?.type).values(ends[path] ?? []) }
        let base = paths.indices.map { place in
            samples[place].first { value in tests.allSatisfy { $0.field != paths[place] || $0.cell.tests.matches(value) } } ?? samples[place].first
        }
        guard base.allSatisfy({ $0 != nil }) else { return [] }
        let start = base.compactMap { $0 }
        var vectors = [start]
        for place in paths.indices {
            for value in samples[place] where value != start[place] {
                var other = start
                other[place] = value
                vectors.append(other)
            }
        }
        return vectors.map { vector in
            let holds = tests.allSatisfy { test in paths.firstIndex(of: test.field).map { test.cell.tests.matches(vector[$0]) } ?? false }
            var points = 0.0
            if holds {
                switch row.points {
                case .number(let number): points = number.value
                default:
                    if let of, let place = paths.firstIndex(of: of.path), case .number(let value) = vector[place] {
                        points = of.steps.first { value >= $0.from.value }?.points.value ?? 0
                    }
                }
            }
            return (Array(zip(paths, vector)).map { (path: $0.0, value: $0.1) }, points)
        }
    }
}

/// Values in specs.
enum LuaValue {
    /// As a nominal has it: dates as text.
    static func draft(_ value: TableValue) -> String {
        if case .date(let day) = value { return "\"\(day)\"" }
        return WrittenValue(value).lua
    }

    static func words(_ value: TableValue) -> String {
        switch value {
        case .string(let text): text
        case .number(let number): shortestText(number)
        case .bool(let value): value ? "yes" : "no"
        case .date(let day): day.description
        }
    }
}
