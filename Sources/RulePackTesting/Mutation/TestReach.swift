import RulePacks

/// Which tests come to which rules and lines.
struct TestReach: Sendable {
    let map: CoverageMap
    /// For each test, in the order in which the makers give them.
    let hits: [CoverageHits]
    let names: [String]
    /// Tests that fail on the pack as it is.
    let failing: [String]
    /// Tests that were skipped tell nothing.
    let skipped: Set<Int>

    /// Runs every test once on the pack as it is.
    init(_ run: MutationRun) throws {
        let decider = try PackDecider(run.pack, asOf: run.asOf)
        let map = CoverageMap(decider.program)
        let touched = TouchedPlaces(map, decider)
        var hits: [CoverageHits] = []
        var names: [String] = []
        var failing: [String] = []
        var skipped: Set<Int> = []
        for source in run.makers.flatMap({ $0.make(decider) }) {
            for index in source.tests.indices {
                let result = source.run(index, with: decider)
                if result.status == .failed { failing.append(result.test.name) }
                if result.status == .skipped { skipped.insert(hits.count) }
                hits.append(touched.take())
                names.append(result.test.name)
            }
        }
        self.map = map
        self.hits = hits
        self.names = names
        self.failing = failing
        self.skipped = skipped
    }

    /// Tests that may tell a mutant from the pack, in their order.
    func tests(reaching mutant: Mutant) -> [Int] {
        hits.indices.filter { !skipped.contains($0) && reaches(mutant, hits[$0]) }
    }

    private func reaches(_ mutant: Mutant, _ hits: CoverageHits) -> Bool {
        if let rule = mutant.rule { return map.rule(holding: rule) == nil || map.reached(rule, by: hits) }
        // Outside of rules: a line of a helper function, or what runs while the file loads and may matter anywhere.
        guard map.whyNoLines == nil, map.place(of: "\(mutant.file):\(mutant.line)") != nil else { return true }
        return map.ran(mutant.line, of: mutant.file, in: hits)
    }
}
