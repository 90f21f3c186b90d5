package import Decisions

/// How sure one can be that the pack does what its author meant: its tests, and what they would not notice.
package struct Assurance: Sendable {
    package struct Tests: Sendable, Equatable {
        package var passed: Int
        package var failed: Int
        package var skipped: Int
        /// A sentence each: the name of a test, and why it was skipped or failed.
        package var remarks: [String]
        package init(passed: Int, failed: Int, skipped: Int, remarks: [String]) {
            self.passed = passed
            self.failed = failed
            self.skipped = skipped
            self.remarks = remarks
        }
    }

    /// How much of one kind of thing the tests touch.
    package struct Coverage: Sendable, Equatable {
        /// `rows`, `branches`
        package var kind: String
        package var hit: Int
        package var of: Int
        package init(kind: String, hit: Int, of: Int) {
            self.kind = kind
            self.hit = hit
            self.of = of
        }
    }

    /// Small changes to one rule, and how many of them some test noticed.
    package struct RuleScore: Sendable, Equatable {
        /// nil for what stands outside every rule.
        package var rule: String?
        package var title: String
        package var killed: Int
        package var of: Int
        package init(rule: String?, title: String, killed: Int, of: Int) {
            self.rule = rule
            self.title = title
            self.killed = killed
            self.of = of
        }
    }

    /// A small change that no test notices.
    package struct Survivor: Sendable, Equatable {
        package var file: String
        package var line: Int
        package var rule: String?
        package var was: String
        package var now: String
        /// The line as the change leaves it; empty where the line goes.
        package var edited: String
        /// What is known of it, in a sentence.
        package var words: String
        package init(file: String, line: Int, rule: String?, was: String, now: String, edited: String, words: String) {
            self.file = file
            self.line = line
            self.rule = rule
            self.was = was
            self.now = now
            self.edited = edited
            self.words = words
        }
    }

    package struct Mutation: Sendable, Equatable {
        package var killed: Int
        package var of: Int
        package var rules: [RuleScore]
        package var survivors: [Survivor]
        /// Files of baselines and shared modules, in which nothing was changed.
        package var untouched: [String]
        package init(killed: Int, of: Int, rules: [RuleScore], survivors: [Survivor], untouched: [String]) {
            self.killed = killed
            self.of = of
            self.rules = rules
            self.survivors = survivors
            self.untouched = untouched
        }
    }

    /// What becomes of the recommendations where nobody's value of a field is known.
    package struct Missing: Sendable, Equatable {
        package var path: String
        package var title: String
        /// People who have a value now.
        package var known: Int
        /// People for whom another thing is recommended then.
        package var changed: Int
        /// Of these, people of whom the pack then says that it cannot decide.
        package var unknown: Int
        /// People with whom a rule fails then.
        package var failed: Int
        package init(path: String, title: String, known: Int, changed: Int = 0, unknown: Int = 0, failed: Int = 0) {
            self.path = path
            self.title = title
            self.known = known
            self.changed = changed
            self.unknown = unknown
            self.failed = failed
        }

        /// People who get another recommendation without being told that something is missing.
        package var silent: Int { changed - unknown }
    }

    package var tests: Tests
    /// Rows, branches, bands and classes, then their total; empty where the pack has nothing to cover.
    package var coverage: [Coverage]
    /// What the tests do not touch, in words.
    package var gaps: [String]
    /// nil where it was left out.
    package var mutation: Mutation?
    /// What checking found, errors left out: there are none.
    package var findings: [Finding]
    package var missing: [Missing]
    /// Of how many people the missing fields were worked out.
    package var missingPeople: Int

    package init(
        tests: Tests, coverage: [Coverage], gaps: [String], mutation: Mutation?, findings: [Finding], missing: [Missing] = [], missingPeople: Int = 0
    ) {
        self.tests = tests
        self.coverage = coverage
        self.gaps = gaps
        self.mutation = mutation
        self.findings = findings
        self.missing = missing
        self.missingPeople = missingPeople
    }
}
