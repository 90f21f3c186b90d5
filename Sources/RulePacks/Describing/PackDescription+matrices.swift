extension PackDescription {
    func describeMatrices(_ page: inout MarkdownText) {
        if rules.matrices.isEmpty { return }
        page.heading(2, "Scoring matrices")
        for rule in rules.matrices {
            open(&page, rule.name, rule.heading)
            let ends = "\(DecisionWords.number(rule.range.lowerBound)) to \(DecisionWords.number(rule.range.upperBound))"
            page.table(
                ["Row", "Points", "Most", "Source and notes"],
                rule.rows.map { row in
                    [
                        "\(MarkdownText.plain(row.heading.title)) (\(MarkdownText.code(row.id)))", points(row),
                        most(row).map(DecisionWords.number) ?? "no limit", sourceAndNote(row.heading),
                    ]
                })
            if rule.total == nil {
                page.paragraph("The score is the sum of the rows, from \(ends).")
            } else {
                let total = code(wording(rule.heading)?.declaration("matrix", rule.name, .key("total")))
                page.paragraph("The score is worked out from the rows\(total.isEmpty ? "" : " as \(total)"), from \(ends).")
            }
            if !rule.bands.isEmpty {
                let bands = rule.bands.enumerated().map { place, band in
                    "- \(MarkdownText.plain(band.title)) (\(MarkdownText.code(band.id))): \(range(rule.bands, place))"
                }
                page.paragraph(bands.joined(separator: "\n"))
            }
        }
    }

    private func points(_ row: Matrix.Row) -> String {
        let file = wording(row.heading)
        let line = row.heading.line
        var words: String
        switch row.points {
        case .constant(let points): words = DecisionWords.number(points)
        case .steps(_, let steps):
            let value = code(file?.row(row.id, line: line, .key("of")))
            words = steps.map { "\(DecisionWords.number($0.points)) from \(DecisionWords.number($0.from))" }.joined(separator: ", ")
                + ", else 0" + (value.isEmpty ? "" : "; of \(value)")
        case .function: words = code(file?.row(row.id, line: line, .key("points")))
        }
        if words.isEmpty { words = "worked out by the rule" }
        if row.when != nil {
            let when = code(file?.row(row.id, line: line, .key("when")))
            words += when.isEmpty ? ", where its condition holds" : ", where \(when)"
        }
        return words + (row.min == 0 ? "" : "; at least \(DecisionWords.number(row.min))")
    }

    /// The most points that a row can give; nil where there is no limit.
    private func most(_ row: Matrix.Row) -> Double? {
        let highest: Double?
        switch row.points {
        case .function: highest = nil
        case .constant(let points): highest = row.when == nil ? points : max(points, 0)
        case .steps(_, let steps): highest = max(steps.map(\.points).max() ?? 0, 0)
        }
        guard let max = row.max else { return highest }
        return min(highest ?? max, max)
    }

    /// `from 70`, `from 40 to below 70`, `below 40`.
    private func range(_ bands: [Matrix.Band], _ place: Int) -> String {
        let above = place > 0 ? bands[place - 1].from.map(DecisionWords.number) : nil
        switch (bands[place].from.map(DecisionWords.number), above) {
        case (let from?, let above?): return "from \(from) to below \(above)"
        case (let from?, nil): return "from \(from)"
        case (nil, let above?): return "below \(above)"
        case (nil, nil): return "any score"
        }
    }
}
