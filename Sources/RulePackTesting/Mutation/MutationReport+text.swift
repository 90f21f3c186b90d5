extension MutationReport {
    /// Survivors that the text shows with a test; the JSON has all.
    private static let shown = 20

    /// For people: how many were killed, then each survivor as the edited line, with a test that would kill it.
    package var lines: [ReportLine] {
        guard let percent else { return [.words("mutation"), .words("  the pack's own files hold nothing to change")] }
        var lines: [ReportLine] = []
        func add(_ texts: String...) { lines += texts.map { .words($0) } }
        add("mutation", "  \(killed) of \(of) changes were noticed, \(percent)%")
        if !killedByLoad.isEmpty { add("  \(killedByLoad.count) of them because the pack no longer loads") }
        if !untouched.isEmpty { add("  left as they are: \(untouched.joined(separator: ", "))") }
        for (mutant, survivor) in survivors.prefix(MutationReport.shown) {
            add("", "survived: \(mutant.file):\(mutant.line):\(mutant.column)" + (mutant.rule.map { " in `\($0)`" } ?? ""))
            add("  `\(mutant.was)` to `\(mutant.now)`" + (survivor.reachedBy == 0 ? "; no test comes here" : ""))
            if mutant.kind != .removal { add("  \(survivor.editedLine)") }
            add("  \(survivor.words)" + (survivor.spec == nil ? "" : ":"))
            if let spec = survivor.spec { lines += spec.split(separator: "\n", omittingEmptySubsequences: false).map { .spec("    \($0)") } }
        }
        if survivors.count > MutationReport.shown {
            add("", "and \(survivors.count - MutationReport.shown) more: `--format json` shows all")
        }
        return lines
    }

    package var text: String { lines.map { $0.text + "\n" }.joined() }

    /// Why too few are killed, in a sentence; nil where there are enough. With nothing to change there never are.
    package func shortfall(of minimum: Int) -> String? {
        guard let percent else { return "the pack has nothing to change, so no mutation score can be shown" }
        // Without a division, so that nothing is rounded.
        if killed * 100 >= minimum * of { return nil }
        return "the mutation score is \(percent)%, \(killed) of \(of), and \(minimum)% is asked for"
    }
}
