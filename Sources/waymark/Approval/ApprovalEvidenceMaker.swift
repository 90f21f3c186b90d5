import Cohorts
import Decisions
import Evidence
import Governance
import Notation
import Reports
import RuleChecks
import RulePackTesting
import RulePacks

/// Makes what a board is shown of a pack: checks and tests it, and works out what it would do to a cohort.
struct ApprovalEvidenceMaker {
    /// The pack's folder.
    let path: String
    let pack: PackSource
    /// The pack in force; nil where there is none.
    let previous: PackSource?
    /// The cohort's file.
    let cohort: String
    /// A file of what became of people; nil where that is not known.
    var outcomes: String?
    /// Try small changes to the rules, to see whether the tests notice them.
    var mutates = true
    /// nil for the pack's first day.
    var asOf: Day?

    /// - Throws: `Stop` where the pack has errors or its tests fail.
    func evidence() async throws -> ApprovalEvidence {
        let day = asOf ?? pack.manifest.valid.from
        let checked = CheckedPack(path, asOf: day)
        guard checked.count(.error) == 0 else { throw Stop(findings: checked.findings.filter { $0.severity == .error }) }
        let tests = try await PackTests(filter: nil, jobs: PackTests.usualJobs, seed: 1, nominals: 200, measuresCoverage: true, mutates: mutates).report(path)
        guard tests.hasPassed else {
            throw Stop(.failedCheck, "the pack's tests do not pass, so it is not put before the board: `waymark test \(path)` says what is wrong")
        }
        if let untried = tests.untried { throw Stop(.failedCheck, untried.words) }
        let assurance = try AssuranceReader(pack, asOf: day).assurance(tests, checked.findings)
        var run = ApprovalEvidenceRun(pack, previous: previous, asOf: asOf)
        if let outcomes { run.outcomes = try EvidenceSupport.outcomes(outcomes) }
        return try run.evidence(assurance) { try openCohort(path: cohort, layout: $0, rewindable: true) }
    }
}

extension ApprovalEvidenceMaker {
    /// The evidence as data and as a page, as it goes to the board.
    /// - Throws: `Stop` where the pack has errors or its tests fail.
    func document() async throws -> EvidenceDocument {
        let evidence = try await evidence()
        var json = JSONWriter()
        evidence.write(to: &json)
        return EvidenceDocument(json: json.bytes, page: Array(evidence.page.html.utf8))
    }
}

/// Takes from test results and findings what a board is shown: nothing that another run would say otherwise, such as times.
private struct AssuranceReader {
    private let titles: [String: String]

    init(_ pack: PackSource, asOf: Day) throws {
        let program = try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: asOf)
        titles = Dictionary(DescribedRules(program).all.map { ($0.path, $0.title) }) { first, _ in first }
    }

    func assurance(_ tests: PackTestReport, _ findings: [Finding]) -> Assurance {
        Assurance(
            tests: .init(
                passed: tests.count(.passed), failed: tests.count(.failed), skipped: tests.count(.skipped),
                remarks: tests.results.filter { $0.status == .skipped }.map { "Did not apply: \($0.test.name.replacing(" > ", with: ": "))" + (($0.message ?? $0.details.first).map { ": \($0)" } ?? "") }),
            coverage: tests.coverage.map(coverage) ?? [], gaps: tests.coverage?.gaps.map(\.text) ?? [], mutation: tests.mutation.map(mutation), findings: findings)
    }

    private func coverage(_ report: CoverageReport) -> [Assurance.Coverage] {
        if report.total.of == 0 { return [] }
        return CoverageReport.counted.map { .init(kind: $0.rawValue, hit: report[$0].hit, of: report[$0].of) } + [.init(kind: "total", hit: report.total.hit, of: report.total.of)]
    }

    private func mutation(_ report: MutationReport) -> Assurance.Mutation {
        var rules: [Assurance.RuleScore] = []
        for (mutant, fate) in report.outcomes {
            var isKilled = true
            if case .survived = fate { isKilled = false }
            let place = rules.firstIndex { $0.rule == mutant.rule } ?? rules.count
            if place == rules.count { rules.append(.init(rule: mutant.rule, title: title(mutant.rule), killed: 0, of: 0)) }
            rules[place].of += 1
            if isKilled { rules[place].killed += 1 }
        }
        return .init(
            killed: report.killed, of: report.of, rules: rules,
            survivors: report.survivors.map { mutant, survivor in
                .init(
                    file: mutant.file, line: mutant.line, rule: mutant.rule, was: mutant.was, now: mutant.now,
                    edited: mutant.kind == .removal ? "" : survivor.editedLine, words: survivor.words)
            }, untouched: report.untouched)
    }

    private func title(_ rule: String?) -> String {
        guard let rule else { return "Words and numbers that several rules use" }
        return titles[rule].map { "\($0) (`\(rule)`)" } ?? "`\(rule)`"
    }
}
