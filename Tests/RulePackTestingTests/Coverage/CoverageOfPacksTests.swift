import Cohorts
import Foundation
import Notation
import PackTestKit
import RulePackTesting
import RulePacks
import TestSupport
import Testing

@Suite("coverage of whole packs")
struct CoverageOfPacksTests {
    @Test("over invented nominals most of a pack is touched, and nothing that is not there", arguments: shippedPacks)
    func invented(folder: String) throws {
        let pack = try shippedPack(folder)
        let day = try #require(Day(iso: "2026-11-01"))
        let program = try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: day)
        let map = CoverageMap(program)
        #expect(map.whyNoLines == nil)
        #expect(Set(map.items.map(\.id)).count == map.items.count)
        #expect(map.items.allSatisfy { $0.line != nil })
        let recorder = CoverageRecorder(map)
        let evaluator = Evaluator(program)
        evaluator.coverage = recorder
        var decoder = NominalDecoder(layout: program.layout)
        let row = NominalRow(layout: program.layout)
        let cohort = SyntheticCohort(seed: 7, asOf: day)
        var hits = map.noHits
        for index in 0..<200 {
            guard cohort.line(index).withUnsafeBytes({ decoder.decode($0, lineNumber: index + 1, into: row) }) == nil else { continue }
            evaluator.evaluate(row, input: "")
            let own = recorder.take()
            #expect(!own.isEmpty)
            hits.formUnion(own)
        }
        let report = CoverageReport(map, hits)
        let percent = try #require(report.total.percent)
        #expect((50...99).contains(percent), "\(report.text)")
        let lines = try #require(report[.lines].percent)
        #expect((60...100).contains(lines), "\(report.text)")
        if let pages = ProcessInfo.processInfo.environment["WAYMARK_PAGES"] {
            try Data(CoveragePage(report, of: pack).html.utf8).write(to: URL(fileURLWithPath: "\(pages)/\(pack.manifest.id).html"))
            print(report.text)
        }
    }
}
