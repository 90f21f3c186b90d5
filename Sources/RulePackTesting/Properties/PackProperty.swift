import Cohorts
package import Decisions
package import LuaRuntime
import Notation
package import RulePacks

/// Something that has to hold for every nominal: `property "…" { raises = "offences", add = { … }, never_lowers = "sac" }`.
package struct PackProperty: Sendable {
    package let name: String
    package let file: String
    package let line: Int
    let given: [(path: String, value: DraftValue?)]
    let change: PropertyChange?
    let promises: [PropertyPromise]
    let cohort: FuzzedCohort

    package static let usualCount = 200

    /// - Parameter isUnknown: whether a value in the table is the global `unknown`.
    /// - Throws: a finding where the table says what no property says, or names what the pack does not have.
    package init(
        name: String, table: LuaTable, file: String, line: Int, program: RuleProgram, isUnknown: @escaping (LuaData) -> Bool = { _ in false }
    ) throws(Finding) {
        self.name = name
        self.file = file
        self.line = line
        do throws(PropertyRefusal) {
            let values = PropertyValues(catalogue: program.pack.catalogue, isUnknown: isUnknown)
            let reader = PropertyReader(table: table, program: program, values: values)
            try reader.checkKeys()
            given = try reader.given()
            change = try reader.change()
            promises = try reader.promises(change != nil)
            let count = try reader.whole("count", PackProperty.usualCount, most: 100_000)
            let seed = try reader.whole("seed", Int(FuzzedCohort.usualSeed), most: Int.max)
            cohort = FuzzedCohort(program, seed: UInt64(seed), count: count, asOf: try reader.asOf())
        } catch {
            throw Finding(
                .wrongValue, "property `\(name)`: \(error.message)", file: file, line: line,
                hint: error.nearest.map { "did you mean `\($0)`?" })
        }
    }
}
