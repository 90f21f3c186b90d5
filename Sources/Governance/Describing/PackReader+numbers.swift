import Evidence
import Notation
import RulePacks

extension PackReader {
    func matrix(_ rule: Matrix) -> PackInWords.Matrix {
        let path = "matrix.\(rule.name)"
        let ends = "from \(shortestText(rule.range.lowerBound)) to \(shortestText(rule.range.upperBound))"
        var total = "The score is the sum of the rows, \(ends)."
        if rule.total != nil {
            let way = words.total(of: path).map { said($0, by: rule.heading.title).text } ?? "as the pack works it out"
            total = "The score is \(way). It runs \(ends)."
        }
        return .init(
            title: rule.heading.title, origin: origin(rule.heading), rows: rule.rows.map { row($0, path) }, total: total,
            bands: rule.bands.enumerated().map { place, band in .init(title: band.title, range: range(rule.bands, place)) })
    }

    private func row(_ row: Matrix.Row, _ matrix: String) -> PackInWords.Matrix.Row {
        let path = "\(matrix).\(row.id)"
        let title = row.heading.title
        var points: PackInWords.Wording
        switch row.points {
        case .constant(let number): points = .init(lines: [shortestText(number)], isWhole: true)
        case .steps(_, let steps):
            let of = said(words.value(of: path, "of"), by: title)
            let words = steps.map { "\(shortestText($0.points)) from \(shortestText($0.from))" } + ["otherwise 0"]
            points = .init(lines: ["by \(of.text): \(words.joined(separator: ", "))"], isWhole: of.isWhole)
        case .function: points = said(words.value(of: path, "points"), by: title)
        }
        if row.min != 0 { points.lines = points.lines.map { "\($0); at least \(shortestText(row.min))" } }
        return .init(
            path: path, title: title, points: points, condition: row.when == nil ? .always : said(words.condition(of: path, "when"), by: title),
            most: most(row).map(shortestText) ?? "no limit", origin: origin(row.heading))
    }

    /// The most points that a row can give; nil where there is no limit.
    private func most(_ row: Matrix.Row) -> Double? {
        let highest: Double? = switch row.points {
        case .function: nil
        case .constant(let points): row.when == nil ? points : max(points, 0)
        case .steps(_, let steps): max(steps.map(\.points).max() ?? 0, 0)
        }
        guard let limit = row.max else { return highest }
        return min(highest ?? limit, limit)
    }

    /// `from 70`, `from 40 to below 70`, `below 40`.
    private func range(_ bands: [Matrix.Band], _ place: Int) -> String {
        let above = place > 0 ? bands[place - 1].from.map(shortestText) : nil
        switch (bands[place].from.map(shortestText), above) {
        case (let from?, let above?): return "from \(from) to below \(above)"
        case (let from?, nil): return "\(from) or more"
        case (nil, let above?): return "below \(above)"
        case (nil, nil): return "any score"
        }
    }

    var thresholds: [PackInWords.Threshold] {
        program.pack.parameters.map { parameter in
            let before = baseline?.parameters.first { $0.name == parameter.name }
            return .init(
                name: parameter.name, title: parameter.title.isEmpty ? parameter.name : parameter.title, value: parameter.valueInWords, allowed: allowed(parameter),
                origin: .init(source: parameter.source, note: parameter.note), baseline: before?.valueInWords)
        }
    }

    private func allowed(_ parameter: Parameter) -> String {
        switch (parameter.min, parameter.max) {
        case (let min?, let max?): min == max ? "only \(shortestText(min))" : "\(shortestText(min)) to \(shortestText(max))"
        case (let min?, nil): "\(shortestText(min)) or more"
        case (nil, let max?): "up to \(shortestText(max))"
        case (nil, nil): "anything"
        }
    }
}
