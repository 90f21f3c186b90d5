import Cohorts
import Decisions
import Notation
import RulePacks

/// The nominals that the checks of a pack share, made and decided once, by whichever worker asks first.
final class MadeUpNominals: Sendable {
    struct Made {
        let cohort: FuzzedCohort
        let drafts: [NominalDraft]
        /// What the pack decides on each nominal; nil for one that is not valid.
        let decisions: [Decision?]
    }

    let pack: PackSource
    let asOf: Day
    private let seed: UInt64
    private let count: Int
    private let made = Locked<Made?>(nil)
    private let written = Locked<[WrittenFile]?>(nil)

    init(_ pack: PackSource, seed: UInt64, count: Int, asOf: Day) {
        self.pack = pack
        self.seed = seed
        self.count = count
        self.asOf = asOf
    }

    /// The pack's files as trees, read once for all checks.
    var writtenFiles: [WrittenFile] {
        written.withLock { written in
            let files = written ?? pack.writtenFiles
            written = files
            return files
        }
    }

    var spec: DraftSpec { DraftSpec(pack, asOf: asOf) }

    func made(with decider: PackDecider) -> Made {
        made.withLock { made in
            if let made { return made }
            let cohort = FuzzedCohort(decider.program, seed: seed, count: count, asOf: asOf)
            let drafts = Array(cohort)
            let all = Made(cohort: cohort, drafts: drafts, decisions: drafts.map { try? decider.decide($0, asOf: asOf).get() })
            made = all
            return all
        }
    }
}
