import Cohorts
import Decisions

/// Without a field that may be left out the pack says less, or the same; never something else.
struct MissingFieldCheck: AutomaticCheck {
    let path: String
    /// The list whose items lose the field; nil where it stands beside the nominal's own or in a record.
    let list: String?
    /// Where rules say what is to happen without the field.
    let intents: IntentReach

    var name: String { "without `\(path)` nothing is decided that it would decide otherwise" }

    private func without(_ draft: NominalDraft) -> NominalDraft {
        var draft = draft
        guard let list, let items = draft[list]?.items else {
            draft[path] = nil
            return draft
        }
        let part = String(path.dropFirst(list.utf8.count + 1))
        draft[list] = .list(items.map { item in
            guard var record = item.record else { return item }
            record[part] = nil
            return .record(record)
        })
        return draft
    }

    func concerns(_ draft: NominalDraft, _ decision: Decision) -> Bool { decision.error == nil && without(draft) != draft }

    func problem(_ draft: NominalDraft, _ decision: Decision, _ decide: Deciding) -> CheckProblem? {
        guard decision.error == nil else { return nil }
        let without = without(draft)
        guard without != draft, case .success(let less) = decide(without) else { return nil }
        if let error = less.error {
            return CheckProblem(
                key: "error \(error.rule ?? "")", words: (error.rule.map { "`\($0)` fails without it: " } ?? "") + error.message,
                decisions: [("d", without)], expectations: ["expect(d.error).is_nothing()"])
        }
        let faults = Soundness(full: decision, less: less).faults
        guard let first = faults.first else { return nil }
        // What the pack means hides nothing that it does not.
        let fault = faults.first { intents.reached(by: $0.answer, besides: faults).isEmpty } ?? first
        return CheckProblem(
            key: fault.answer, words: "\(fault.words) with it: what is missing is taken for a value",
            decisions: [("full", draft), ("without", without)],
            expectations: fault.lua.map { ["expect(without.\($0)).is(full.\($0))"] } ?? [])
    }

    func excuse(_ problem: CheckProblem) -> String? {
        let reached = problem.key.hasPrefix("error") ? [] : intents.reached(by: problem.key, besides: [])
        if reached.isEmpty { return nil }
        // A rule that asks for itself is the likeliest to be meant.
        let own = reached.filter { $0.rule.map { problem.key.hasPrefix($0) } ?? false }
        let named = (own.isEmpty ? reached : own).prefix(3).map(\.place).joined(separator: ", ")
        return "`\(problem.key)` is decided without `\(path)`, as the pack means it: \(named)"
    }
}
