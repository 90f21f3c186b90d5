/// Where tests come from: a file of specs, a case table, automatic checks, properties. Each belongs to one worker.
package protocol TestSource: AnyObject {
    /// In the order in which they stand; the same whenever the source is made.
    var tests: [PackTest] { get }
    /// Runs one test. What it does changes nothing that another test could see.
    func run(_ index: Int, with decider: PackDecider) -> PackTestResult
    /// Whether what its tests touch was chosen by whoever wrote them, so that it tells something about the pack's tests.
    var countsForCoverage: Bool { get }
}

extension TestSource {
    package var countsForCoverage: Bool { true }
}

/// Makes the sources of one file, or of one kind of check, anew for the worker that runs them.
package struct TestSourceMaker: Sendable {
    package let make: @Sendable (PackDecider) -> [any TestSource]
    package init(_ make: @escaping @Sendable (PackDecider) -> [any TestSource]) { self.make = make }
}

/// A source of one test that cannot be run: a file that does not load.
final class BrokenSource: TestSource {
    let tests: [PackTest]
    private let message: String

    init(_ test: PackTest, _ message: String) {
        tests = [test]
        self.message = message
    }

    func run(_ index: Int, with decider: PackDecider) -> PackTestResult {
        PackTestResult(tests[index], .failed, message: message)
    }
}
