package import DecisionStore
import Decisions
package import Governance
import LuaRuntime
package import Notation
import RulePacks

/// The nightly tasking process: the packs in force over the cohort of a store, one transaction for each borough.
package final class TaskingRun {
    private let store: Store
    private let people: People
    private let program: String
    /// How long a rule may take for one nominal by the clock, which ends the run; nil for what all packs have.
    package var milliseconds: Int?
    /// The row of the log up to which this object has verified it; nil before the first time.
    private var verified: AuditHead?

    /// - Parameter program: the version of this program, for the record.
    package init(_ store: Store, people: People, program: String) {
        self.store = store
        self.people = people
        self.program = program
    }

    /// Runs one borough, or all in which somebody of the store lives, one after another. What cannot be run is logged as a
    /// failure, and the others go on.
    /// - Parameter asOf: nil for today.
    /// - Throws: `GovernanceError` for a day in the future or before a borough's last run, and for a borough that nobody lives in;
    ///   `Refusals` where the log was tampered with; `StoreError`.
    package func run(borough: String? = nil, asOf: Day? = nil) throws -> [BoroughResult] {
        let today = store.clock.today
        let day = asOf ?? today
        guard day <= today else { throw GovernanceError("\(day) is in the future: a run is of today, \(today), or of a day before") }
        let known = try store.read { try $0.boroughs() }
        if let borough, !known.contains(borough) {
            let near = nearestName(to: borough, in: known).map { ": did you mean `\($0)`?" }
            throw GovernanceError("nobody in the store lives in `\(borough)`\(near ?? (known.isEmpty ? ": `waymark cohort import` takes a cohort in" : ""))")
        }
        let boroughs = borough.map { [$0] } ?? known
        try store.read { reader in try boroughs.forEach { try check(day, $0, reader) } }
        return try boroughs.map { try run($0, day) }
    }

    private func check(_ day: Day, _ borough: String, _ reader: StoreReader) throws {
        guard let last = try reader.lastRun(borough: borough), last.asOf > day else { return }
        throw GovernanceError("`\(borough)` was run as of \(last.asOf) already (run \(last.id)), and \(day) is before that: the days of its runs go forward only")
    }

    private func run(_ borough: String, _ day: Day) throws -> BoroughResult {
        var result = BoroughResult(borough: borough, day: day)
        do {
            try store.write { writer in
                let answer = try packs(writer, day, borough)
                guard let standing = answer.standing, let approval = standing.approval, var pack = answer.pack else { throw Refusals(answer.refusals) }
                if let milliseconds { pack.hostLimits.milliseconds = milliseconds }
                try check(day, borough, writer)
                let run = StoredRun(
                    borough: borough, asOf: day, approval: standing.examination.digest, pack: approval.pack.digest, packID: approval.pack.id,
                    version: approval.pack.version, program: program, hasCompany: false)
                result.isReviewDue = standing.isReviewDue
                try BoroughRun(writer, run, pack).decide(into: &result)
            }
        } catch let done as AlreadyDone {
            result.outcome = .already(done.run)
        } catch {
            try log(error, borough, day)
            switch error {
            case let refusals as Refusals where !refusals.all.contains { $0.kind == .logAltered }: result.outcome = .refused(refusals.all)
            case let stopped as RunStopped: result.outcome = .failed(stopped.message)
            case let error as PackError: result.outcome = .failed("the pack does not load: \(error.findings.first?.text ?? "")")
            default: throw error
            }
        }
        return result
    }

    /// Inside the transaction, so that nothing can be withdrawn between this and the run.
    private func packs(_ writer: StoreWriter, _ day: Day, _ borough: String) throws -> PacksInForce.Answer {
        let book = try BoardBook(writer, people: people, day: day, after: verified)
        verified = try writer.auditHead()
        return PacksInForce.in(book, borough: borough)
    }

    private func log(_ error: any Error, _ borough: String, _ day: Day) throws {
        let why = switch error {
        case let refusals as Refusals: refusals.all.map(\.message).joined(separator: "; ")
        case let stopped as RunStopped: stopped.withoutName
        // Its message may name somebody.
        case let error as StoreError: "the store could not be used (\(error.kind.rawValue))"
        default: "\(error)"
        }
        let event = AuditEvent(
            .failure, who: RunWriter.who, why: RunWriter.why, what: "the run for `\(borough)` as of \(day) was not made, and nothing of it was kept: \(why)")
        // Where not even that can be written, what went wrong first is what counts.
        do { try store.write { _ = try $0.log(event) } } catch let failure { if error is Refusals { throw failure } }
    }
}

/// Thrown to undo a run that came to what the run before it on the same day had come to.
struct AlreadyDone: Error {
    let run: StoredRun
}
