import Cohorts
import Decisions
import FieldDefinitions
package import Notation
package import RulePacks

/// What every pack has to keep, tried on nominals made up for it, without anybody having written a test.
///
/// No nominal makes a rule fail; the same nominal always has the same decision; neither the id nor a protected field that the
/// pack does not read decides anything; and without a field the pack says less or the same, never something else.
package final class AutomaticChecks: TestSource {
    package static let usualCount = 200

    package let tests: [PackTest]
    package var countsForCoverage: Bool { false }
    private let checks: [any AutomaticCheck]
    private let cohort: FuzzedCohort
    private let pack: PackSource
    private let limit: Duration
    private lazy var drafts = Array(cohort)
    private var decisions: [Decision?]?
    private let second: SecondProgram

    /// - Parameters:
    ///   - asOf: the day as of which the nominals are decided; nil for the first day on which the pack is valid.
    ///   - seconds: how long one check may take before it stops with fewer nominals and says so.
    package init(
        _ program: RuleProgram, seed: UInt64 = FuzzedCohort.usualSeed, count: Int = AutomaticChecks.usualCount, asOf: Day? = nil, seconds: Double = 1
    ) {
        pack = program.pack
        let day = asOf ?? pack.manifest.valid.from
        cohort = FuzzedCohort(program, seed: seed, count: count, asOf: day)
        limit = .seconds(seconds)
        let second = SecondProgram(pack, day)
        self.second = second
        let identity = pack.identity
        var checks: [any AutomaticCheck] = [
            NoErrorCheck(), SameBytesCheck(pack: identity, elsewhere: second.decide), IDCheck(pack: identity),
        ]
        checks += AutomaticChecks.unread(pack).map { UnreadFieldCheck(field: $0.path, values: $0.values, pack: identity) }
        let files = pack.writtenFiles
        checks += AutomaticChecks.optional(pack).map { field in
            MissingFieldCheck(
                path: field.path, list: field.list, intents: FieldIntent.all(files, names: field.names, isPart: field.list != nil))
        }
        self.checks = checks
        let whole = CohortRun.readsTwice(program.rules) ? ["any cohort > \(WholeCohortCheck.name)"] : []
        tests = (checks.map { "any nominal > \($0.name)" } + whole).map { PackTest(name: $0, kind: .check) }
    }

    package func run(_ index: Int, with decider: PackDecider) -> PackTestResult {
        let asOf = cohort.asOf
        let spec = DraftSpec(pack, asOf: asOf)
        guard index < checks.count else {
            return WholeCohortCheck(cohort: cohort, spec: spec, decide: { try decider.decideCohort($0, asOf: asOf) }).result(tests[index])
        }
        let decide: Deciding = { decider.decide($0, asOf: asOf) }
        let decided = decisions ?? drafts.map { try? decide($0).get() }
        decisions = decided
        let run = CheckRun(
            cohort: cohort, drafts: drafts, spec: spec, decide: decide, decisions: decided, limit: limit)
        return run.result(of: checks[index], tests[index])
    }

    /// Protected fields that the pack may not read, with values that they are given.
    private static func unread(_ pack: PackSource) -> [(path: String, values: [DraftValue])] {
        pack.catalogue.placedFields.compactMap { path, field in
            guard field.sensitivity == .protected, field.readInstead == nil, !FieldAccess.covers(pack.reads, path) else { return nil }
            switch field.type {
            case .yearsSince: return (path, [.int(17), .int(75)])
            case .bool: return (path, [.bool(true), .bool(false)])
            case .enumeration(let enumeration):
                // Three of them, so that a field of many values takes no longer than one of few.
                let values = enumeration.values
                return values.isEmpty ? nil : (path, Set([0, values.count / 2, values.count - 1]).sorted().map { DraftValue.text(values[$0]) })
            default: return nil
            }
        }
    }

    /// Fields that may be left out and that the pack may read. Whether somebody is in the cohort is not among them: who has no
    /// `cohort` is asked about selection. Nor is the mark by which the host sets items of a list aside, such as intelligence
    /// assessed E: items without it count, whatever the pack.
    private static func optional(_ pack: PackSource) -> [(path: String, list: String?, names: Set<String>)] {
        var found: [(path: String, list: String?, names: Set<String>)] = []
        func add(_ fields: [FieldDefinition], _ prefix: String, _ list: String?, aside: String? = nil) {
            for field in fields {
                let path = prefix + field.name
                guard FieldAccess.covers(pack.reads, path), field.readInstead == nil, field.name != aside else { continue }
                if case .yearsSince = field.type { continue }
                if !field.isRequired, path != "cohort", pack.reads.contains(where: { $0 == path || path.hasPrefix($0 + ".") }) {
                    found.append((path, list, Set([field.name] + field.luaAliases)))
                }
                if case .list(let definition) = field.type {
                    add(field.type.parts, path + ".", path, aside: definition.setAside?.field)
                } else {
                    add(field.type.parts, path + ".", list)
                }
            }
        }
        add(pack.catalogue.fields, "", nil)
        return found
    }
}
