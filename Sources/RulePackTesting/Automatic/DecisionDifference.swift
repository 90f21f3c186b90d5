import Decisions
import Notation
import RulePacks

/// One answer that is not what it should be in the second of two decisions.
struct DecisionDifference {
    /// `criteria.gto_scope.adult`, `band.sac`, `recommendation`.
    var answer: String
    var was: String
    var now: String
    /// Where a spec finds it in a decision; nil where it finds it nowhere.
    var lua: String?

    var words: String { "`\(answer)` is \(now), and \(was)" }
}

extension Decision {
    /// The record, without the digest of the input.
    func record(_ pack: PackIdentity) -> [UInt8] {
        var decision = self
        decision.input = ""
        var json = JSONWriter()
        decision.write(to: &json, pack: pack)
        return json.bytes
    }

    /// The record without who it is about and without texts in words, in which a rule may name the person.
    func nameless(_ pack: PackIdentity) -> [UInt8] {
        var decision = self
        decision.nominal = ""
        // A group made by links is called by the smallest id in it.
        for place in decision.groups.indices where decision.groups[place].key == nominal { decision.groups[place].key = "" }
        decision.trace = []
        decision.recommendation.because = []
        for place in decision.taskings.indices {
            decision.taskings[place].key = ""
            decision.taskings[place].because = nil
        }
        for matrix in decision.matrices.indices {
            for row in decision.matrices[matrix].rows.indices { decision.matrices[matrix].rows[row].because = nil }
        }
        return decision.record(pack)
    }

    /// The first answer that two records disagree on, in words.
    func firstDifference(from other: Decision) -> String {
        if error != other.error { return "`error`" }
        if recommendation.action != other.recommendation.action || recommendation.rule != other.recommendation.rule { return "`recommendation`" }
        for (a, b) in zip(criteria, other.criteria) where a.met != b.met { return "`criteria.\(a.name)`" }
        for (a, b) in zip(matrices, other.matrices) where a.low != b.low || a.high != b.high || a.band != b.band { return "`matrix.\(a.name)`" }
        for (a, b) in zip(tables, other.tables) where a.output != b.output { return "`table.\(a.name)`" }
        for (a, b) in zip(classes, other.classes) where a.classes != b.classes { return "`class.\(a.name)`" }
        if taskings.map(\.kind) != other.taskings.map(\.kind) { return "`taskings`" }
        if reads != other.reads { return "`reads`" }
        return "the record's words"
    }
}
