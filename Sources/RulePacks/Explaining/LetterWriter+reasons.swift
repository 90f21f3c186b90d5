import Decisions
import FieldDefinitions

/// Why: what was met, and what each score is made of.
extension LetterWriter {
    var why: Section? {
        guard decision.error == nil else {
            return Section("Why", ["One of the rules failed when it was applied to you, so no reason can be given. People will look at your case."])
        }
        var lines: [String] = []
        var hidden = false
        if let rule = joining?.rule ?? nil {
            if !mayShow("selection.\(rule.id)", rule.heading.title) {
                hidden = true
            } else {
                lines.append(isMember ? "The rule that would bring you in today: “\(rule.heading.title)”." : "The rule for joining that you meet: “\(rule.heading.title)”.")
            }
        } else if isMember {
            lines.append("No rule for joining would bring you in today.")
        }
        for answer in decision.criteria where answer.met == .yes || isReasonAgainst(answer) { criteria(answer, &lines, &hidden) }
        for answer in decision.matrices { matrix(answer, &lines, &hidden) }
        for name in decision.recommendation.unknown where pack.catalogue.sensitivity(at: name) == .ordinary {
            lines.append("Not recorded: \(title(name)).")
        }
        if hidden { lines.append("Some of what counts is not set out in a letter. You can ask about it: see the end.") }
        return Section("Why", lines)
    }

    /// Somebody who is not to join learns what stood against it, not everything else that does not apply.
    private func isReasonAgainst(_ answer: CriterionAnswer) -> Bool {
        answer.met == .no && decision.recommendation.action == .none
            && rules.selection.contains { reads.reads("criteria.\(answer.name)", by: "selection.\($0.id)") }
    }

    private func criteria(_ answer: CriterionAnswer, _ lines: inout [String], _ hidden: inout Bool) {
        guard let rule = rules.criteria.first(where: { $0.name == answer.name }) else { return }
        var rows: [String] = []
        for (row, met) in zip(rule.rows, answer.rows) where met.met == .yes || (met.met == .no && answer.met == .no) {
            if mayShow("criteria.\(rule.name).\(row.id)", row.heading.title) {
                rows.append("– \(row.heading.title): \(met.met.rawValue).")
            } else {
                hidden = true
            }
        }
        if rows.isEmpty { return }
        guard !telling.givesAway(rule.heading.title) else {
            hidden = true
            return
        }
        lines.append("\(rule.heading.title): \(answer.met.rawValue).")
        lines += rows
    }

    private func matrix(_ answer: MatrixAnswer, _ lines: inout [String], _ hidden: inout Bool) {
        guard let rule = rules.matrices.first(where: { $0.name == answer.name }) else { return }
        var rows: [String] = []
        var hidesRow = false
        for (row, points) in zip(rule.rows, answer.rows) {
            let path = "matrix.\(rule.name).\(row.id)"
            if !mayShow(path, row.heading.title) {
                hidesRow = true
            } else if points.isUnknown {
                rows.append("Not known: \(row.heading.title).")
            } else if points.low != 0 {
                let reason = points.because.flatMap { reads.restsOnGuarded(path) || telling.givesAway($0) ? nil : $0 }
                rows.append("\(DecisionWords.points(points.low, of: rule)): \(row.heading.title)\(reason.map { " (\($0))" } ?? "").")
            }
        }
        hidden = hidden || hidesRow
        var words: [String] = []
        if !hidesRow {
            if answer.high == answer.low { words.append("\(DecisionWords.number(answer.low)) \(answer.low == 1 ? "point" : "points")") }
            let band = answer.band.flatMap { id in rule.bands.first { $0.id == id }?.title }
            if let band { words.append("“\(band)”") }
        }
        guard !rows.isEmpty || !words.isEmpty else { return }
        guard !words.contains(where: telling.givesAway), !telling.givesAway(rule.heading.title) else {
            hidden = true
            return
        }
        // With a row left out, the total or the band would give its points away.
        let result = hidesRow ? "not set out in full" : words.isEmpty ? "not known" : words.joined(separator: ", ")
        lines.append("\(rule.heading.title): \(result).")
        lines += rows.map { "– \($0)" }
    }
}
