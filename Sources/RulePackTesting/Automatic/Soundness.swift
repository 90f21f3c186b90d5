import Decisions
import Notation

/// Whether a decision made with less data says only what the decision with all of it says too.
///
/// Unknown is always allowed: what is not known may not be told. What is told has to be the same.
struct Soundness {
    let full: Decision
    let less: Decision

    /// Every answer that was given with less data and is not the answer given with all of it, in the order in which they rest on
    /// one another.
    var faults: [DecisionDifference] { criteria + matrices + others + recommendation + taskings }

    private var criteria: [DecisionDifference] {
        zip(full.criteria, less.criteria).flatMap { a, b in
            var found = zip(a.rows, b.rows).filter { $1.met != .unknown && $0.met != $1.met }.map { x, y in
                difference("criteria.\(a.name).\(x.id)", x.met.rawValue, y.met.rawValue, "met.\(a.name)")
            }
            if b.met != .unknown, a.met != b.met { found.append(difference("criteria.\(a.name)", a.met.rawValue, b.met.rawValue, "met.\(a.name)")) }
            return found
        }
    }

    private var matrices: [DecisionDifference] {
        zip(full.matrices, less.matrices).flatMap { a, b in
            var found = zip(a.rows, b.rows).filter { !Soundness.contains(($1.low, $1.high), ($0.low, $0.high)) }.map { x, y in
                difference("matrix.\(a.name).\(x.id)", Soundness.words(x.low, x.high), Soundness.words(y.low, y.high), "row.\(a.name).\(x.id)")
            }
            if !Soundness.contains((b.low, b.high), (a.low, a.high)) {
                found.append(difference("matrix.\(a.name)", Soundness.words(a.low, a.high), Soundness.words(b.low, b.high), "score.\(a.name)"))
            }
            if let band = b.band, a.band != band { found.append(difference("band.\(a.name)", a.band ?? "unknown", band, "band.\(a.name)")) }
            return found
        }
    }

    private var others: [DecisionDifference] {
        let tables = zip(full.tables, less.tables).filter { $1.output != .unknown && $0.output != $1.output }.map { a, b in
            difference("table.\(a.name)", Soundness.words(a), Soundness.words(b), "table.\(a.name)")
        }
        let classes = zip(full.classes, less.classes).filter { $1.classes != nil && $0.classes != $1.classes }.map { a, b in
            difference("class.\(a.name)", Soundness.words(a.classes), Soundness.words(b.classes), "class.\(a.name)")
        }
        return tables + classes
    }

    private var recommendation: [DecisionDifference] {
        let (was, now) = (full.recommendation, less.recommendation)
        if now.action == .refer || (was.action, was.rule, was.category) == (now.action, now.rule, now.category) { return [] }
        func words(_ recommendation: Recommendation) -> String {
            recommendation.action.rawValue + (recommendation.rule.map { " by `\($0)`" } ?? "")
        }
        return [difference("recommendation", words(was), words(now), "recommendation.action")]
    }

    private var taskings: [DecisionDifference] {
        let was = Set(full.taskings.map(\.kind))
        let now = Set(less.taskings.map(\.kind))
        // Whether somebody counts as harmed by a gang, or was tasked before, the host sees for itself, and a gap there refuses nothing.
        let refused = full.warnings.contains { $0.code == "enforcement_refused" }
        let given = less.taskings.filter { !was.contains($0.kind) && !refused }.map { difference("tasking.\($0.kind)", "not given", "given", nil) }
        let isExplained = less.recommendation.action == .refer || less.warnings.contains { $0.code == "unknown" }
        return given + full.taskings.filter { !now.contains($0.kind) && !isExplained }.map { difference("tasking.\($0.kind)", "given", "not given", nil) }
    }

    private func difference(_ answer: String, _ was: String, _ now: String, _ lua: String?) -> DecisionDifference {
        DecisionDifference(answer: answer, was: was, now: now, lua: lua)
    }

    private static func contains(_ outer: (low: Double, high: Double?), _ inner: (low: Double, high: Double?)) -> Bool {
        guard outer.low <= inner.low else { return false }
        guard let high = outer.high else { return true }
        return inner.high.map { $0 <= high } ?? false
    }

    static func words(_ low: Double, _ high: Double?) -> String {
        high.map { $0 == low ? shortestText(low) : "\(shortestText(low)) to \(shortestText($0))" } ?? "\(shortestText(low)) or more"
    }

    private static func words(_ classes: [String]?) -> String {
        classes.map { $0.isEmpty ? "none" : $0.joined(separator: " and ") } ?? "unknown"
    }

    private static func words(_ table: TableAnswer) -> String {
        switch table.output {
        case .none: "no output"
        case .unknown: "unknown"
        case .one, .many: "the output of row " + table.rows.map(String.init).joined(separator: ", ")
        }
    }
}
