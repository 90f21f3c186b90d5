package import Decisions
package import RulePacks

/// Follows names and kinds of values through the functions of a pack, without running them.
///
/// An error is something that certainly fails, or certainly gives a wrong answer, once a rule comes to it. What cannot be
/// followed raises nothing but a note where that matters.
package enum TypeChecks {
    /// What is wrong with the pack's functions, by file and place.
    package static func findings(_ program: RuleProgram) -> [Finding] {
        let walk = KindWalk(program)
        walk.run()
        return walk.findings.sorted { place($0) < place($1) }
    }

    private static func place(_ finding: Finding) -> (String, Int, Int, String) {
        (finding.file ?? "", finding.line ?? 0, finding.column ?? 0, finding.code.rawValue)
    }
}
