package import Decisions
package import RulePacks

/// What `waymark check` finds in a pack that loads.
package enum PackCheck {
    /// Each gets the loaded program, and neither runs long nor fails.
    private static let analyses: [@Sendable (RuleProgram) -> [Finding]] = [TypeChecks.findings, LogicChecks.findings, TableChecks.findings]

    /// What loading found that is no error, and what every analysis finds: by file, line, column and code, each once.
    package static func findings(of program: RuleProgram) -> [Finding] {
        let found = program.findings + analyses.flatMap { $0(program) }
        return sorted(found.map { ManifestFixes.completed($0, program.pack) })
    }

    /// By file, line, column and code, each once; what is about the pack as a whole comes first.
    static func sorted(_ findings: [Finding]) -> [Finding] {
        var seen: Set<Finding> = []
        return findings.filter { seen.insert($0).inserted }.enumerated().sorted { a, b in
            let (one, other) = (a.element, b.element)
            return (one.file ?? "", one.line ?? 0, one.column ?? 0, one.code.rawValue, a.offset)
                < (other.file ?? "", other.line ?? 0, other.column ?? 0, other.code.rawValue, b.offset)
        }.map(\.element)
    }
}
