import Cohorts
import Decisions
import FieldDefinitions
package import Notation
package import RulePacks

/// What every pack has to keep, tried on nominals made up for it, without anybody having written a test.
///
/// No nominal makes a rule fail; the same nominal always has the same decision; neither the id nor a protected field that the
/// pack does not read decides anything; and without a field the pack says less or the same, never something else.
package struct AutomaticChecks: Sendable {
    package static let usualCount = 200

    private let nominals: MadeUpNominals
    private let pack: PackSource
    private let limit: Work

    /// - Parameters:
    ///   - asOf: the day as of which the nominals are decided; nil for the first day on which the pack is valid.
    ///   - work: what one check may take before it stops with fewer nominals and says so.
    package init(
        _ pack: PackSource, seed: UInt64 = FuzzedCohort.usualSeed, count: Int = AutomaticChecks.usualCount, asOf: Day? = nil, work: Work = .usual
    ) {
        self.pack = pack
        limit = work
        nominals = MadeUpNominals(pack, seed: seed, count: count, asOf: asOf ?? pack.manifest.valid.from)
    }

    /// One maker for each check, so that workers share them out.
    package func makers() -> [TestSourceMaker] {
        let (identity, pack, nominals) = (pack.identity, pack, nominals)
        var makers = [
            maker { NoErrorCheck() }, maker { SameBytesCheck(pack: identity, elsewhere: SecondProgram(pack, nominals.asOf).decide) },
            maker { IDCheck(pack: identity) },
        ]
        makers += AutomaticChecks.unread(pack).map { field in maker { UnreadFieldCheck(field: field.path, values: field.values, pack: identity) } }
        makers += AutomaticChecks.optional(pack).map { field in
            maker {
                MissingFieldCheck(
                    path: field.path, list: field.list, intents: IntentReach(nominals, names: field.names, isPart: field.list != nil))
            }
        }
        makers.append(TestSourceMaker { [nominals] decider in
            CohortRun.readsTwice(decider.program.rules) ? [WholeCohortSource(nominals)] : []
        })
        return makers
    }

    private func maker(_ check: @escaping @Sendable () -> any AutomaticCheck) -> TestSourceMaker {
        TestSourceMaker { [nominals, limit] _ in [CheckSource(check(), nominals, limit)] }
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
