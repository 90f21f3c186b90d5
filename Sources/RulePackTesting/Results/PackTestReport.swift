package import Decisions

/// What the tests of a pack came to.
package struct PackTestReport: Sendable {
    package let pack: PackIdentity
    package let results: [PackTestResult]
    package let seconds: Double
    /// What the names of the tests that ran had to hold; nil for all tests.
    package let filter: String?
    /// nil where it was not measured.
    package let coverage: CoverageReport?
    /// nil where no mutant was tried.
    package var mutation: MutationReport?
    /// Why no mutant was tried, although that was asked for; nil otherwise.
    package var untried: MutationRun.FailingTests?

    package init(
        pack: PackIdentity, results: [PackTestResult], seconds: Double, filter: String?, coverage: CoverageReport? = nil
    ) {
        self.pack = pack
        self.results = results
        self.seconds = seconds
        self.filter = filter
        self.coverage = coverage
    }

    package func count(_ status: PackTestResult.Status) -> Int { results.count { $0.status == status } }

    /// Every test that was to run has passed, and there was one.
    package var hasPassed: Bool { count(.failed) == 0 && count(.passed) > 0 && emptiness == nil }

    /// Why the tests say nothing of the pack; nil where at least one ran. The checks that every pack gets are no tests of
    /// what it is meant to decide; they are enough only where they were asked for by name.
    package var emptiness: String? {
        if results.isEmpty || filter == nil && results.allSatisfy({ $0.test.kind == .check }) {
            return "there are no tests: write `tests/*.lua` or `tests/*.csv` in the pack's folder"
        }
        if count(.skipped) == results.count { return "no test has `\(filter ?? "")` in its name" }
        return nil
    }
}
