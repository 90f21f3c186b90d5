import Cohorts
import DecisionStore
import Decisions
import Notation
import RulePacks

/// Makes the decisions of one run again.
struct RunReplay {
    private let reader: StoreReader
    private let run: StoredRun
    private let recommendations: [Int: StoredRecommendation]
    private let taskings: [Int: [(id: Int, place: Int, texts: [String?])]]

    init(_ reader: StoreReader, _ run: StoredRun) throws {
        self.reader = reader
        self.run = run
        recommendations = Dictionary(try reader.recommendations(run: run.id).map { ($0.place, $0) }) { first, _ in first }
        taskings = Dictionary(grouping: try reader.taskingTexts(run: run.id)) { $0.place }
    }

    /// - Parameter only: only the decision at this place.
    func replay(only: Int? = nil, into result: inout ReplayResult) throws {
        result.runs.append(run)
        let count = only == nil ? run.evaluated : 1
        guard let decider = try decider(&result) else { return }
        if run.hasCompany, try reader.forgottenCount(run: run.id) > 0 {
            result.hidden.append(
                .init(run: run.id, count: count, why: "each depends on everybody of the run, and somebody of them was erased since"))
            return
        }
        let source = RecordedInputs(reader, run: run.id)
        if run.hasCompany { try decider.survey(source) }
        if let only { source.skip(to: only) }
        var hidden = 0
        var left = count
        while left > 0, let decision = try source.next() {
            left -= 1
            guard decision.nominal != nil else {
                hidden += 1
                continue
            }
            let what = try differences(decision, decider)
            if what.isEmpty { result.same += 1 } else { result.differences.append(.init(decision: decision.name, run: run.id, what: what)) }
        }
        if hidden > 0 { result.hidden.append(.init(run: run.id, count: hidden, why: "whom it was about was erased since")) }
        if left > 0 { result.differences.append(.init(decision: nil, run: run.id, what: ["\(left) of its decisions are not in the store any more"])) }
    }

    /// nil where the pack of the time is not there; then that is in the result.
    private func decider(_ result: inout ReplayResult) throws -> CohortDecider? {
        func differs(_ what: String) -> CohortDecider? {
            result.differences.append(.init(decision: nil, run: run.id, what: [what]))
            return nil
        }
        guard let stored = try reader.approval(run.approval) else { return differs("the approval pack under which it ran is not in the store any more") }
        do throws(PackError) {
            let pack = try PackSource.load(PackFiles(id: run.packID, files: stored.files))
            guard pack.digest == run.pack else { return differs("the pack in the store is \(pack.digest), and it ran with \(run.pack)") }
            return try CohortDecider(pack, asOf: run.asOf)
        } catch {
            return differs("the pack with which it ran does not load any more: \(error.findings.first?.text ?? "")")
        }
    }

    private func differences(_ decision: StoredDecision, _ decider: CohortDecider) throws -> [String] {
        guard let line = decision.line else { return ["what it was made from is not in the store any more"] }
        if let reject = try decider.decide(line, number: decision.place) { return ["what it was made from is no valid nominal: \(reject.message)"] }
        var what: [String] = []
        let record = decider.record
        if Leaf.digest(record) != decision.digest { what.append(contentsOf: parts(Array(record), decision.record)) }
        if let kept = recommendations[decision.place], kept.recommendation != decider.recommendation {
            what.append("recommendation R\(kept.id) is not the one that was made")
        }
        if let kept = taskings[decision.place] {
            let made = Set(decider.taskings.map(texts))
            for tasking in kept where !made.contains(tasking.texts) { what.append("tasking T\(tasking.id) is not one that was made") }
        }
        return what
    }

    private func texts(_ tasking: Tasking) -> [String?] {
        [tasking.key, tasking.kind, tasking.title, tasking.owner, tasking.priority, tasking.due.map(WorkingDays.from)?.description, tasking.because]
    }

    /// Which parts of a record are not as they were, without saying anything of what is in them.
    private func parts(_ new: [UInt8], _ old: [UInt8]?) -> [String] {
        guard let old else { return ["its digest is another one; its record was not kept, so what differs cannot be told"] }
        guard let was = try? LineMembers(old), let now = try? LineMembers(new) else { return ["its record is not JSON any more"] }
        let names = now.names.filter { was.bytes(of: $0) != now.bytes(of: $0) } + was.names.filter { now.bytes(of: $0) == nil }
        return [names.isEmpty ? "its digest is another one, and its record is the same" : "its record differs in \(names.map { "`\($0)`" }.joined(separator: ", "))"]
    }
}
