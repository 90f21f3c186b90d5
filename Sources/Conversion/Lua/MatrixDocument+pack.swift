import LuaSyntax
package import RulePacks

extension MatrixDocument {
    /// The matrix of that name in a loaded pack.
    /// - Throws: where there is none, or a part of it is made by code.
    package init(_ name: String, in program: RuleProgram) throws(ConversionError) {
        guard let matrix = program.rules.matrices.first(where: { $0.name == name }) else {
            throw ConversionError.missing("matrix", name, program.rules.matrices.map(\.name))
        }
        let heading = matrix.heading
        let written = try WrittenTable(program, path: "matrix.\(name)", file: heading.file, words: "matrix `\(name)`")
        let range = written.list("range")?.map(\.value)
        self.name = name
        title = heading.title
        source = heading.source
        note = heading.note
        low = written.number(matrix.range.lowerBound, range?.first)
        high = written.number(matrix.range.upperBound, range?.last)
        var rows: [Row] = []
        for row in matrix.rows { rows.append(try Row(row, of: name, written)) }
        self.rows = rows
        total = matrix.total == nil ? nil : try written.lua(written.declaration["total"], "the total of matrix `\(name)`")
        bands = matrix.bands.map { band in
            Band(name: band.id, title: band.title, from: written.optional(band.from, written.rule("band.\(name).\(band.id)")?["from"]))
        }
        fields = written.fields(readings)
    }
}

extension MatrixDocument.Row {
    init(_ row: Matrix.Row, of matrix: String, _ written: WrittenTable) throws(ConversionError) {
        let rule = written.rule("matrix.\(matrix).\(row.id)")
        let words = "row `\(row.id)` of matrix `\(matrix)`"
        name = row.id
        title = row.heading.title
        source = row.heading.source
        note = row.heading.note
        min = row.min == 0 ? nil : written.number(row.min, rule?["min"])
        max = written.optional(row.max, rule?["max"])
        switch row.points {
        case .constant(let value): points = .number(written.number(value, rule?["points"]))
        case .function: points = .lua(try written.lua(rule?["points"], words))
        case .steps(_, let steps):
            let given = steps.indices.map { written.rule("matrix.\(matrix).\(row.id).step.\($0 + 1)")?.items ?? [] }
            points = .steps(
                of: try written.reading(rule?["of"], words),
                zip(steps, given).map { step, items in
                    MatrixDocument.Step(from: written.number(step.from, items.first), points: written.number(step.points, items.last))
                })
        }
        guard row.when != nil else { return }
        if let tests = written.functions.tests(rule?["when"]) {
            condition = .tests(tests)
        } else {
            condition = .lua(try written.lua(rule?["when"], words))
        }
    }
}
