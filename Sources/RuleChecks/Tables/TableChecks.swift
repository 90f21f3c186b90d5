package import Decisions
package import RulePacks

/// Looks for gaps, overlaps and rows out of reach in decision tables, and for totals without a band.
package enum TableChecks {
    /// What is found in a loaded pack, by file and place.
    ///
    /// Findings are exact over the values that the inputs can have. Those of WM039, WM040 and WM042 that the engine confirms
    /// on a made-up nominal carry it and are warnings or errors; others are notes that say why not. The work is bounded; a
    /// table that would take more is told by WM043. Nominals are decided with `program`, so an evaluator made of it before
    /// is not to be used again.
    package static func findings(_ program: RuleProgram) -> [Finding] {
        guard !program.rules.tables.isEmpty || program.rules.matrices.contains(where: { $0.bands.last?.from != nil }) else { return [] }
        let files = program.pack.writtenFiles
        let finder = WitnessFinder(program)
        var findings = program.rules.tables.flatMap { rule in
            guard TableBudget.holds(rule.table) else {
                return [TableCheck.tooMuch("whether rows leave a gap or overlap", rule, files.first { $0.source.name == rule.heading.file })]
            }
            return TableCheck(program, rule, files: files, finder: finder).findings
        }
        findings += BandCheck(program: program, files: files, finder: finder).findings
        return findings.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            return (x.file ?? "", x.line ?? 0, x.column ?? 0, x.code.rawValue, a.offset) < (y.file ?? "", y.line ?? 0, y.column ?? 0, y.code.rawValue, b.offset)
        }.map(\.element)
    }
}
