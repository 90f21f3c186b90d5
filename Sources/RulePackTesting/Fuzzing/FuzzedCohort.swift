package import Cohorts
import FieldDefinitions
package import Notation
package import RulePacks

/// Nominals made up for one pack: of the fields that it may read, with values where its decisions change.
///
/// Every one is valid. The same pack, seed and place always give the same nominal, whatever was drawn before it. Fields that
/// the pack cannot read are neutral.
package struct FuzzedCohort: RandomAccessCollection, Sendable {
    package static let usualSeed: UInt64 = 1

    package let seed: UInt64
    package let count: Int
    /// Its dates count from this day.
    package let asOf: Day
    package let neutral: NominalDraft
    let fields: [AimedField]

    /// - Parameter asOf: the day as of which they are going to be decided; nil for the program's own.
    package init(_ program: RuleProgram, seed: UInt64 = FuzzedCohort.usualSeed, count: Int, asOf: Day? = nil) {
        self.seed = seed
        self.count = count
        self.asOf = asOf ?? program.asOf
        let pack = program.pack
        neutral = .neutral(pack.catalogue, borough: pack.manifest.owner.borough)
        let hostReads = FuzzedCohort.hostReads(program.rules)
        let aim = FieldAim(values: ComparedValues(program), asOf: self.asOf, maxAge: pack.maxAge) { path in
            FieldAccess.covers(pack.reads, path) || hostReads.contains(path)
        }
        fields = aim.fields(pack.catalogue.fields).filter { $0.path != "id" && $0.definition.readInstead == nil }
    }

    /// What the host itself looks at for a rule.
    private static func hostReads(_ rules: RuleSet) -> Set<String> {
        var paths: Set<String> = ["cohort"]
        if rules.taskings.contains(where: { $0.every != nil }) { paths.insert("taskings") }
        if rules.taskings.contains(where: \.isEnforcement) { paths.formUnion(["gang", "gang.role"]) }
        return paths
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(position: Int) -> NominalDraft {
        var drawing = DraftDrawing(
            numbers: SyntheticNumbers(seed: seed, index: position, stream: .drafts), asOf: asOf, place: position)
        return drawing.draft(neutral, fields)
    }
}
