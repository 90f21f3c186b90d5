import Decisions
import Notation

/// Whether a decision made with less data says only what the decision with all of it says too.
///
/// Unknown is always allowed: what is not known may not be told. What is told has to be the same.
struct Soundness {
    let full: Decision
    let less: Decision

    /// The first answer that was given with less data and is not the answer given with all of it; nil where there is none.
    var fault: DecisionDifference? { criteria ?? matrices ?? others ?? recommendation ?? taskings }

    private var criteria: DecisionDifference? {
        for (a, b) in zip(full.criteria, less.criteria) {
            for (x, y) in zip(a.rows, b.rows) where y.met != .unknown && x.met != y.met {
                return difference("criteria.\(a.name).\(x.id)", x.met.rawValue, y.met.rawValue, "met.\(a.name)")
            }
            if b.met != .unknown, a.met != b.met { return difference("criteria.\(a.name)", a.met.rawValue, b.met.rawValue, "met.\(a.name)") }
        }
        return nil
    }

    private var matrices: DecisionDifference? {
        for (a, b) in zip(full.matrices, less.matrices) {
            for (x, y) in zip(a.rows, b.rows) where !Soundness.contains((y.low, y.high), (x.low, x.high)) {
                return difference(
                    "matrix.\(a.name).\(x.id)", Soundness.words(x.low, x.high), Soundness.words(y.low, y.high), "row.\(a.name).\(x.id)")
            }
            if !Soundness.contains((b.low, b.high), (a.low, a.high)) {
                return difference("matrix.\(a.name)", Soundness.words(a.low, a.high), Soundness.words(b.low, b.high), "score.\(a.name)")
            }
            if let band = b.band, a.band != band { return difference("band.\(a.name)", a.band ?? "unknown", band, "band.\(a.name)") }
        }
        return nil
    }

    private var others: DecisionDifference? {
        for (a, b) in zip(full.tables, less.tables) where b.output != .unknown && a.output != b.output {
            return difference("table.\(a.name)", Soundness.words(a), Soundness.words(b), "table.\(a.name)")
        }
        for (a, b) in zip(full.classes, less.classes) {
            if let classes = b.classes, a.classes != classes {
                func words(_ classes: [String]?) -> String { classes.map { $0.isEmpty ? "none" : $0.joined(separator: " and ") } ?? "unknown" }
                return difference("class.\(a.name)", words(a.classes), words(classes), "class.\(a.name)")
            }
        }
        return nil
    }

    private var recommendation: DecisionDifference? {
        let (was, now) = (full.recommendation, less.recommendation)
        if now.action == .refer || (was.action, was.rule, was.category) == (now.action, now.rule, now.category) { return nil }
        func words(_ recommendation: Recommendation) -> String {
            recommendation.action.rawValue + (recommendation.rule.map { " by `\($0)`" } ?? "")
        }
        return difference("recommendation", words(was), words(now), "recommendation.action")
    }

    private var taskings: DecisionDifference? {
        let was = Set(full.taskings.map(\.kind))
        let now = Set(less.taskings.map(\.kind))
        // Whether somebody counts as harmed by a gang, or was tasked before, the host sees for itself, and a gap there refuses nothing.
        let refused = full.warnings.contains { $0.code == "enforcement_refused" }
        if let kind = less.taskings.first(where: { !was.contains($0.kind) })?.kind, !refused {
            return difference("tasking.\(kind)", "not given", "given", nil)
        }
        let isExplained = less.recommendation.action == .refer || less.warnings.contains { $0.code == "unknown" }
        if let kind = full.taskings.first(where: { !now.contains($0.kind) })?.kind, !isExplained {
            return difference("tasking.\(kind)", "given", "not given", nil)
        }
        return nil
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

    private static func words(_ table: TableAnswer) -> String {
        switch table.output {
        case .none: "no output"
        case .unknown: "unknown"
        case .one, .many: "the output of row " + table.rows.map(String.init).joined(separator: ", ")
        }
    }
}
