import Decisions
package import LuaRuntime
package import RulePacks

/// The properties of one spec file. One that says what no property can is a test that fails.
package final class PropertySource: TestSource {
    package let tests: [PackTest]
    package var countsForCoverage: Bool { false }
    private let properties: [Result<PackProperty, Finding>]
    private var cohorts: [Int: PropertyCohort] = [:]

    /// - Parameter isUnknown: whether a value in a table is the global `unknown`.
    package init(_ declared: [SpecProperty], program: RuleProgram, isUnknown: @escaping (LuaData) -> Bool = { _ in false }) {
        tests = declared.map { PackTest(name: $0.name, kind: .property, file: $0.file, line: $0.line) }
        properties = declared.map { property in
            Result { () throws(Finding) in
                try PackProperty(
                    name: property.name, table: property.table, file: property.file, line: property.line, program: program, isUnknown: isUnknown)
            }
        }
    }

    package func run(_ index: Int, with decider: PackDecider) -> PackTestResult {
        switch properties[index] {
        case .success(let property):
            let cohort = cohorts[index] ?? PropertyCohort(property, decider.pack.catalogue)
            cohorts[index] = cohort
            return property.run(on: cohort, with: decider)
        case .failure(let finding):
            let place = finding.file.map { $0 + (finding.line.map { ":\($0)" } ?? "") + ": " } ?? ""
            return PackTestResult(tests[index], .failed, message: place + finding.message + (finding.hint.map { "; \($0)" } ?? ""))
        }
    }
}
