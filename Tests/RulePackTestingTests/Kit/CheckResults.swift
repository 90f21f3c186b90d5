import RulePackTesting

extension AutomaticChecks {
    /// What came of the checks with a text in their names.
    func results(_ decider: PackDecider, _ text: String = "") -> [PackTestResult] {
        makers().flatMap { $0.make(decider) }.flatMap { source in
            source.tests.indices.filter { text.isEmpty || source.tests[$0].name.contains(text) }.map { source.run($0, with: decider) }
        }
    }
}
