/// What a pack changes against the baseline that it extends.
struct PackChanges {
    struct Change: Equatable {
        /// `matrix`, `rule of selection`.
        var kind: String
        var title: String
        var replaces: Bool
    }

    private(set) var rules: [Change] = []
    /// Parameters whose value differs, and those that the baseline does not have.
    private(set) var parameters: [(now: Parameter, before: Parameter?)] = []
    private(set) var reads: [String] = []

    init(of program: RuleProgram, against baseline: RuleProgram) {
        let (new, old) = (program.rules, baseline.rules)
        let files = Set(baseline.pack.manifest.files)
        let id = baseline.pack.manifest.id
        func isTheSame(_ now: Heading, _ before: Heading) -> Bool {
            now.file == (files.contains(before.file) ? "\(id)/\(before.file)" : before.file)
        }
        func compare<Rule>(_ kind: String, _ now: [Rule], _ before: [Rule], name: (Rule) -> String, heading: (Rule) -> Heading) {
            for rule in now {
                let old = before.first { name($0) == name(rule) }
                if let old, isTheSame(heading(rule), heading(old)) { continue }
                rules.append(Change(kind: kind, title: heading(rule).title, replaces: old != nil))
            }
        }
        compare("rule of selection", new.selection, old.selection, name: \.id, heading: \.heading)
        compare("rule of de-selection", new.deselection, old.deselection, name: \.id, heading: \.heading)
        compare("tasking", new.taskings, old.taskings, name: \.id, heading: \.heading)
        compare("allocation", [new.allocation].compactMap { $0 }, [old.allocation].compactMap { $0 }, name: { _ in "" }, heading: \.heading)
        compare("criteria", new.criteria, old.criteria, name: \.name, heading: \.heading)
        compare("matrix", new.matrices, old.matrices, name: \.name, heading: \.heading)
        compare("decision table", new.tables, old.tables, name: \.name, heading: \.heading)
        compare("classification", new.classifications, old.classifications, name: \.name, heading: \.heading)
        compare("group", new.groups, old.groups, name: \.name, heading: \.heading)
        for parameter in program.pack.parameters {
            let before = baseline.pack.parameters.first { $0.name == parameter.name }
            if before?.value != parameter.value { parameters.append((parameter, before)) }
        }
        reads = program.pack.reads.filter { !FieldAccess.covers(baseline.pack.reads, $0) }
    }
}
