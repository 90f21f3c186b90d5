import Cohorts
import Decisions
import Foundation
import Notation
import RulePackTesting
import RulePacks
import TestSupport

/// A pack written as text, whose coverage a test looks at.
final class CoveredPack {
    static let day = Day(number: 739_555)
    let pack: PackSource
    let map: CoverageMap
    private let evaluator: Evaluator
    private let recorder: CoverageRecorder
    private var decoder: NominalDecoder
    private let row: NominalRow

    init(_ rules: String) throws {
        let place = try TemporaryPlace()
        try place.file("covered/pack.lua", Data(CoveredPack.manifest.utf8))
        try place.file("covered/rules.lua", Data(rules.utf8))
        pack = try PackSource.load(place.path + "/covered").pack
        let program = try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: CoveredPack.day)
        map = CoverageMap(program)
        evaluator = Evaluator(program)
        recorder = CoverageRecorder(map)
        evaluator.coverage = recorder
        decoder = NominalDecoder(layout: program.layout)
        row = NominalRow(layout: program.layout)
    }

    /// What evaluating a neutral nominal with these changes touches; nil leaves a field out.
    func hits(_ changes: [String: DraftValue?]) throws -> CoverageHits {
        var draft = NominalDraft.neutral(pack.catalogue, borough: "Camden")
        for (path, value) in changes { draft[path] = value }
        let reject = draft.line(pack.catalogue, asOf: CoveredPack.day).withUnsafeBytes { decoder.decode($0, lineNumber: 1, into: row) }
        if let reject { throw Unusable(reject.message) }
        evaluator.evaluate(row, input: "sha256:0")
        return recorder.take()
    }

    var decision: Decision { evaluator.decision }

    /// Ids of the items of some kinds that are touched.
    func touched(_ changes: [String: DraftValue?], _ kinds: CoverageKind...) throws -> [String] {
        let hits = try hits(changes)
        return map.items.filter { kinds.contains($0.kind) && map.place(of: $0.id).map(hits.contains) ?? false }.map(\.id)
    }

    func ids(_ kind: CoverageKind) -> [String] { map.items.filter { $0.kind == kind }.map(\.id) }

    func report(_ nominals: [String: DraftValue?]...) throws -> CoverageReport {
        CoverageReport(map, try nominals.reduce(map.noHits) { try $0.union(hits($1)) })
    }

    static let manifest = """
        return {
          waymark = 1, id = "covered", title = "A pack & its <coverage>", version = "1.0.0",
          owner = { borough = "Camden", contact = "tests@example.org" },
          purpose = "Tests.", lawful_basis = "None is needed for tests.",
          valid = { from = "2025-01-01", review_by = "2026-06-01", until_ = "2027-01-01" },
          files = { "rules.lua" },
          reads = { "age", "borough", "convictions_total", "ogrs2", "statutory", "needs.drugs", "risk_of_harm", "cohort", "offences", "gang" },
          protected = { age = "a test", gang = "a test" },
        }
        """
}

struct Unusable: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
