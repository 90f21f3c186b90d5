import Cohorts
import Decisions
import FieldDefinitions
import RulePacks

/// Looks for a nominal whose total of a matrix lies outside the matrix's range, by letting the engine decide: the total is pushed
/// up, or down, one field after the other. For rows whose functions cannot be followed.
struct TotalSearch {
    /// Nominals that are decided for one matrix.
    static let most = 600

    let program: RuleProgram
    let judge: WitnessJudge
    let matrix: Matrix
    /// Paths with values to try.
    let fields: [(path: String, values: [DraftValue])]

    /// - Parameter signs: 1 to push the total up, -1 to push it down.
    /// - Returns: the nominal and what the engine says of it; nil where none was found, though there may be one.
    func outside(_ signs: [Double]) -> (draft: NominalDraft, message: String)? {
        var left = TotalSearch.most
        let neutral = NominalDraft.neutral(program.pack.catalogue, borough: program.pack.manifest.owner.borough)
        for sign in signs {
            var (best, most) = (neutral, -Double.infinity)
            var hasGrown = true
            while hasGrown, left > 0 {
                hasGrown = false
                for field in fields {
                    for value in field.values where left > 0 {
                        left -= 1
                        var draft = best
                        draft.put(value, at: field.path, program.pack.catalogue)
                        guard let decision = judge.decision(on: draft) else { continue }
                        if let message = decision.outside(matrix) { return (plainer(draft, neutral), message) }
                        guard let answer = decision.matrices.first(where: { $0.name == matrix.name }), let high = answer.high else { continue }
                        let total = sign * (sign > 0 ? answer.low : high)
                        if total > most {
                            hasGrown = most > -.infinity || hasGrown
                            (best, most) = (draft, total)
                        }
                    }
                }
            }
        }
        return nil
    }

    /// Without fields and items that it takes no part of.
    func plainer(_ draft: NominalDraft, _ neutral: NominalDraft) -> NominalDraft {
        var best = draft
        func isOutside(_ draft: NominalDraft) -> Bool { judge.decision(on: draft)?.outside(matrix) != nil }
        for field in program.pack.catalogue.fields where best[field.name] != neutral[field.name] {
            var without = best
            without[field.name] = neutral[field.name]
            if isOutside(without) { best = without }
            while let items = best[field.name]?.items, items.count > 1 {
                var fewer = best
                fewer[field.name] = .list(Array(items.dropLast()))
                guard isOutside(fewer) else { break }
                best = fewer
            }
        }
        return best
    }
}

extension Decision {
    /// What the engine says where the total of the matrix is outside its range; nil where it is not.
    func outside(_ matrix: Matrix) -> String? {
        guard let error, error.code == "out_of_range", error.rule == "matrix.\(matrix.name)" else { return nil }
        return error.message
    }
}
