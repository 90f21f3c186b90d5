import Decisions
import Evidence
import RulePacks

/// Counts how many people stand close to where a band of a matrix begins.
///
/// A step is the smallest award that any row of the matrix gives. It keeps how many have each score, and nothing of anybody.
struct NearBands {
    private struct Interval: Hashable {
        var low: Double
        var high: Double?
    }

    private var scores: [[Double: Int]]
    private var intervals: [[Interval: Int]]
    /// Points that each row worked out by a function has given.
    private var awards: [[Set<Double>]]
    private let matrices: [Matrix]

    init(_ rules: RuleSet) {
        matrices = rules.matrices
        scores = Array(repeating: [:], count: matrices.count)
        intervals = Array(repeating: [:], count: matrices.count)
        awards = matrices.map { Array(repeating: [], count: $0.rows.count) }
    }

    mutating func count(_ decision: Decision) {
        for (place, answer) in decision.matrices.enumerated() where place < matrices.count && !matrices[place].bands.isEmpty {
            if answer.high == answer.low {
                scores[place][answer.low, default: 0] += 1
            } else {
                intervals[place][Interval(low: answer.low, high: answer.high), default: 0] += 1
            }
            for (row, points) in answer.rows.enumerated() where !points.isUnknown { awards[place][row].insert(points.low) }
        }
    }

    var found: [ImpactReport.Near] {
        matrices.indices.flatMap { place in
            let step = step(place)
            return matrices[place].bands.compactMap { band -> ImpactReport.Near? in
                guard let from = band.from else { return nil }
                let below = scores[place].filter { $0.key < from && $0.key >= from - step }.values.reduce(0, +)
                let above = scores[place].filter { $0.key >= from && $0.key < from + step }.values.reduce(0, +)
                let undecided = intervals[place].filter { $0.key.low < from && $0.key.high ?? .infinity >= from }.values.reduce(0, +)
                return ImpactReport.Near(
                    at: "matrix.\(matrices[place].name).\(band.id)", title: "\(matrices[place].heading.title): \(band.title)", threshold: from, unit: nil,
                    within: step, count: below + above, below: below, above: above, undecided: undecided)
            }
        }
    }

    /// 1 where no row gives anything.
    private func step(_ place: Int) -> Double {
        let gaps = zip(matrices[place].rows, awards[place]).flatMap { row, seen -> [Double] in
            let given: [Double] = switch row.points {
            case .constant(let points): [0, points]
            case .steps(_, let steps): [0] + steps.map(\.points)
            case .function: Array(seen)
            }
            let ordered = Set(given).sorted()
            return zip(ordered, ordered.dropFirst()).map { $1 - $0 }
        }
        return gaps.min() ?? 1
    }
}
