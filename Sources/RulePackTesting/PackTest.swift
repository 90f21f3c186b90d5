/// A test as it was found.
package struct PackTest: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case spec, table, property, check
    }

    /// With the names of what it stands in: `SAC score > makes a PPO of three burglaries`.
    package var name: String
    package var kind: Kind
    /// `tests/sac.lua`; nil where no file holds it.
    package var file: String?
    package var line: Int?
    /// It runs whatever is asked for: it stands for a file that does not load, of which nobody can tell what is in it.
    package var alwaysRuns: Bool

    package init(name: String, kind: Kind, file: String? = nil, line: Int? = nil, alwaysRuns: Bool = false) {
        self.name = name
        self.kind = kind
        self.file = file
        self.line = line
        self.alwaysRuns = alwaysRuns
    }
}

/// What running a test came to.
package struct PackTestResult: Sendable {
    package enum Status: String, Sendable {
        case passed, failed, skipped
    }

    package var test: PackTest
    package var status: Status
    /// Why it failed or was skipped, or a word about what it passed on, in one line; nil where there is nothing to say.
    package var message: String?
    /// What stands behind the message: the rows of a score, what is unknown, a spec that shows the same.
    package var lines: [ReportLine]
    package var seconds: Double

    package init(_ test: PackTest, _ status: Status, message: String?, lines: [ReportLine], seconds: Double) {
        self.test = test
        self.status = status
        self.message = message
        self.lines = lines
        self.seconds = seconds
    }

    /// - Parameters:
    ///   - details: lines in words.
    ///   - spec: lines of a spec, behind them.
    package init(_ test: PackTest, _ status: Status, message: String? = nil, details: [String] = [], spec: [String] = [], seconds: Double = 0) {
        self.init(test, status, message: message, lines: details.map { .words($0) } + spec.map { .spec($0) }, seconds: seconds)
    }

    /// The lines behind the message, words and specs alike.
    package var details: [String] { lines.map(\.text) }
}
