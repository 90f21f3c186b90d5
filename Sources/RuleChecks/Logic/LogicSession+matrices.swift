import Cohorts
import Decisions
import LuaSyntax
import Notation
import RulePacks

extension LogicSession {
    mutating func checkMatrices() {
        for (place, matrix) in program.rules.matrices.enumerated() {
            for row in matrix.rows { check(row, in: matrix) }
            let reach = reader.reach(ofMatrix: place)
            checkRange(place, matrix, reach)
            checkBands(matrix, reach.within(matrix.range))
        }
    }

    // MARK: Totals

    private mutating func checkBands(_ matrix: Matrix, _ reach: PointReach) {
        guard !reach.isEmpty else { return }
        for band in matrix.bands {
            guard let ends = reader.bandEnds(matrix, band.id), ends.from < ends.below, !reach.meets(from: ends.from, below: ends.below) else { continue }
            let why: String
            if ends.from > reach.high {
                why = "it begins at \(shown(ends.from)), and the greatest total is \(shown(reach.high))"
            } else if ends.below <= reach.low {
                why = "the least total is \(shown(reach.low)), and the band above it begins at \(shown(ends.below))"
            } else {
                why = "no total lies between \(shown(ends.from)) and \(shown(ends.below))"
            }
            report(
                .unreachableBand, "band `\(band.id)` of matrix `\(matrix.name)` can never be reached: \(why)",
                place("band.\(matrix.name).\(band.id)", matrix.heading), hint: "change where the bands begin, or what the rows give")
        }
    }

    /// A total outside the range is an error when it happens. Only one that a nominal shows is reported.
    private mutating func checkRange(_ place: Int, _ matrix: Matrix, _ reach: PointReach) {
        let signs = (reach.high > matrix.range.upperBound ? [1.0] : []) + (reach.low < matrix.range.lowerBound ? [-1.0] : [])
        if signs.isEmpty { return }
        let catalogue = program.pack.catalogue
        let neutral = NominalDraft.neutral(catalogue, borough: program.pack.manifest.owner.borough)
        let candidates = InputCandidates(program, program.pack.writtenFiles) { path in
            switch neutral[path] {
            case .bool(let value)?: .bool(value)
            case .int(let value)?: .number(Double(value))
            case .text(let text)?: .string(text)
            default: nil
            }
        }
        let trial = TotalSearch(program: program, judge: judge, matrix: matrix, fields: candidates.fields(ofMatrix: matrix.name))
        guard let (witness, total) = reasoned(place, matrix, trial) ?? trial.outside(signs) else { return }
        report(
            .unreachableBand, "`range` of matrix `\(matrix.name)` is smaller than what its rows can give: \(total)",
            self.place("matrix.\(matrix.name)", matrix.heading, key: "range"), hint: "widen `range`, or give rows a `max`",
            witness: witness.lua(catalogue, borough: program.pack.manifest.owner.borough, width: .max))
    }

    /// By what the rows' functions are known to do.
    private func reasoned(_ place: Int, _ matrix: Matrix, _ trial: TotalSearch) -> (NominalDraft, String)? {
        let choices = RowChoices(reader, matrix: place)
        for way in [choices.highest] + choices.levels.reversed() {
            let witness = search.draft(way) { judge.decision(on: $0)?.outside(matrix) != nil }
            let neutral = NominalDraft.neutral(program.pack.catalogue, borough: program.pack.manifest.owner.borough)
            if let plainer = witness.map({ trial.plainer($0, neutral) }), let total = judge.decision(on: plainer)?.outside(matrix) { return (plainer, total) }
        }
        return nil
    }

    // MARK: Rows

    private mutating func check(_ row: Matrix.Row, in matrix: Matrix) {
        let path = "matrix.\(matrix.name).\(row.id)"
        let name = "row `\(row.id)` of matrix `\(matrix.name)`"
        if case .steps(_, let steps) = row.points { checkSteps(steps, row, matrix, path, name) }
        let points = reader.points(of: row, in: matrix)
        guard let most = row.max, !points.isEmpty else { return }
        let place = place(path, row.heading, key: "max")
        if points.low > most {
            report(.needlessBound, "\(name) gives \(shown(points.low)) or more and is always cut to its `max` of \(shown(most))",
                place, hint: "raise `max`, or lower the points")
        } else if case .steps(_, let steps) = row.points, let cut = steps.first(where: { $0.points > most }) {
            report(
                .needlessBound, "\(name): the step from \(shown(cut.from)) gives \(shown(cut.points)), which is always cut to the `max` of \(shown(most))",
                place,
                hint: "raise `max`, or lower the points")
        } else if points.high < most {
            report(
                .needlessBound, "`max = \(shown(most))` of \(name) can never matter: it gives \(shown(Swift.max(points.high, 0))) at most",
                place, severity: .note,
                hint: "where data is missing the row counts up to its `max`: lower it to \(shown(Swift.max(points.high, 0)))")
        }
    }

    private mutating func checkSteps(_ steps: [(from: Double, points: Double)], _ row: Matrix.Row, _ matrix: Matrix, _ path: String, _ name: String) {
        let reach = reader.reach(of: reader.pointsValue(row, in: matrix), least: -.infinity, most: .infinity)
        guard !reach.isEmpty else { return }
        for (index, step) in steps.enumerated() {
            let below = index > 0 ? steps[index - 1].from : Double.infinity
            guard step.from < below, !reach.meets(from: step.from, below: below) else { continue }
            let why = step.from > reach.high ? "its value is \(shown(reach.high)) at most" : below <= reach.low
                ? "its value is \(shown(reach.low)) at least, and the step from \(shown(below)) comes first"
                : "no value lies between \(shown(step.from)) and \(shown(below))"
            report(
                .needlessBound, "the step from \(shown(step.from)) in \(name) can never be reached: \(why)", place("\(path).step.\(index + 1)", row.heading),
                hint: "correct the step, or take it out")
        }
    }

    /// Where a rule, or a key of it, is written.
    private func place(_ path: String, _ heading: Heading, key: String? = nil) -> RuleCondition {
        var place = RuleCondition(path: path, name: "", formula: .truth(true), file: heading.file, line: heading.line)
        guard let (written, _) = reader.rule(path, heading) else { return place }
        let position = key.flatMap { written[$0]?.position } ?? written.position
        place.line = position.line
        place.column = position.column
        return place
    }
}

/// A number as messages show it.
func shown(_ number: Double) -> String {
    number.isInfinite ? (number > 0 ? "any number" : "any number below") : shortestText(number)
}
