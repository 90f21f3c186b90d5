import Decisions
import LuaSyntax
import Notation
import RulePacks

/// Looks for totals within a matrix's range to which no band belongs.
///
/// Two bands that begin at one score, and steps out of order, keep a pack from loading.
struct BandCheck {
    let program: RuleProgram
    let files: [WrittenFile]
    let finder: WitnessFinder

    var findings: [Finding] { program.rules.matrices.compactMap(gap) }

    private func gap(_ matrix: Matrix) -> Finding? {
        guard let lowest = matrix.bands.last, let from = lowest.from, from > matrix.range.lowerBound else { return nil }
        let low = shortestText(matrix.range.lowerBound)
        let totals = from > matrix.range.upperBound ? "a total of \(low) to \(shortestText(matrix.range.upperBound))"
            : "a total of \(low) or more and less than \(shortestText(from))"
        let file = files.first { $0.source.name == matrix.heading.file }
        let position = (file?.rule("band.\(matrix.name).\(lowest.id)") ?? file?.rule("matrix.\(matrix.name)"))?.position
        let neutral = finder.neutral
        let shows = finder.decide(neutral)?.matrices.contains { answer in
            answer.name == matrix.name && answer.high == answer.low && answer.band == nil && answer.rows.allSatisfy { !$0.isUnknown }
        } ?? false
        return Finding(
            .badBands, "\(totals) of matrix `\(matrix.name)` has no band", severity: shows ? .warning : .note, file: matrix.heading.file,
            line: position?.line ?? matrix.heading.line, column: position?.column,
            hint: "give the lowest band no `from`" + (shows ? "" : "; whether a total can be so low could not be shown"),
            witness: shows ? finder.text(neutral) : nil)
    }
}
