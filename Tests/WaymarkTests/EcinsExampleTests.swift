import Foundation
import TestSupport
import Testing

/// The thirty risk histories of `examples/ecins`; the totals are those of the published appendix.
@Suite("the ECINS example")
struct EcinsExampleTests {
    static let folder = "examples/ecins"

    private func records(_ work: Workplace) throws -> [JSONValue] {
        let result = try work.run("evaluate", "\(Self.folder)/rules/ecins", "\(Self.folder)/cohort/cohort.csv", "--as-of", "2014-08-18")
        #expect(result.status == 0)
        for record in result.out.lines { #expect(try Schema.faults(record, "decision") == []) }
        return try result.out.lines.map { try JSONValue($0) }
    }

    /// Rows of the figures: sample, date, score, band, flags.
    private func figures(_ work: Workplace) throws -> [[String]] {
        try work.read("\(Self.folder)/figures.csv").lines.dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    private func counts(_ records: [JSONValue], _ path: String) -> [String: Int] {
        records.reduce(into: [:]) { $0[$1.at(path)?.text ?? "", default: 0] += 1 }
    }

    @Test("has thirty people at five dates, eleven zeros, all in prison, and nine marked as de-selected")
    func figures() throws {
        let rows = try figures(try Workplace())
        #expect(rows.count == 150)
        #expect(Set(rows.map { $0[0] }).count == 30)
        #expect(Set(rows.map { $0[1] }).count == 5)
        let zeros = rows.filter { $0[2] == "0" }
        #expect(zeros.count == 11)
        #expect(zeros.allSatisfy { $0[4].contains("P") })
        #expect(rows.filter { $0[4].contains("P") }.count == 11)
        let left = rows.filter { $0[4].contains("D") }
        #expect(left.map { $0[0] } == ["4", "9", "13", "14", "19", "22", "23", "25", "29"])
        #expect(Set(left.map { $0[1] }) == ["2014-08-18"])
        let first = rows.filter { $0[1] == "2014-02-10" }
        #expect(["H", "M", "L"].map { band in first.count { $0[3] == band } } == [16, 9, 5])
    }

    @Test("counts 16 red, 9 amber and 5 green at the first date; 18 down, 9 up and 3 the same to the last")
    func totals() throws {
        let records = try records(try Workplace())
        #expect(records.count == 30)
        #expect(counts(records, "matrices.first.band") == ["red": 16, "amber": 9, "green": 5])
        #expect(counts(records, "classes.trend_as_printed") == ["falling": 18, "rising": 9, "steady": 3])
    }

    @Test("does not take a zero in prison for an improvement")
    func prison() throws {
        let work = try Workplace()
        let records = try records(work)
        #expect(counts(records, "classes.trend") == ["falling": 13, "rising": 10, "steady": 7])
        // The trend without the zeros, counted here from the figures.
        let people = Dictionary(grouping: try figures(work).filter { !$0[4].contains("P") }) { $0[0] }
        for (sample, rows) in people {
            let scores = rows.compactMap { Int($0[2]) }
            let change = scores[scores.count - 1] - scores[0]
            let trend = change > 0 ? "rising" : change < 0 ? "falling" : "steady"
            let record = records.first { $0["nominal"]?.text == "ECINS-" + (sample.count == 1 ? "0" : "") + sample }
            #expect(record?.at("classes.trend")?.text == trend, "sample \(sample)")
        }
        let inPrison = Set(try figures(work).filter { $0[1] == "2014-08-18" && $0[4].contains("P") }.map { $0[0] })
        #expect(inPrison == ["6", "24", "25", "26", "30"])
        let leaving = records.filter { $0.at("recommendation.action")?.text == "deselect" }.compactMap { $0["nominal"]?.text }
        #expect(leaving == ["ECINS-23", "ECINS-29"])
        #expect(inPrison.isDisjoint(with: leaving.map { String($0.dropFirst(6)) }))
    }

    @Test("makes its cohort from the figures")
    func cohort() throws {
        let work = try Workplace()
        let before = try ["cohort", "scores"].map { try work.read("\(Self.folder)/cohort/\($0).csv") }
        try FileManager.default.removeItem(atPath: "\(work.place.path)/\(Self.folder)/cohort")
        #expect(try work.shell("sh \(Self.folder)/make-cohort.sh").status == 0)
        #expect(try ["cohort", "scores"].map { try work.read("\(Self.folder)/cohort/\($0).csv") } == before)
    }

    @Test("its table of totals is what the records say")
    func shown() throws {
        let work = try Workplace()
        let line = "\"$WAYMARK\" evaluate \(Self.folder)/rules/ecins \(Self.folder)/cohort/cohort.csv --as-of 2014-08-18 -o records.ndjson && sh \(Self.folder)/show.sh records.ndjson"
        let text = try work.shell(line).out
        func numbers(_ row: String) -> [Int] {
            let line = text.lines.first { $0.contains(row) } ?? ""
            return line.split(separator: " ").compactMap { Int($0) }
        }
        #expect(numbers("At the first date") == [16, 9, 5])
        #expect(numbers("At the last date, as printed") == [4, 17, 9])
        #expect(numbers("At the last date outside prison") == [9, 17, 4])
        #expect(numbers("First to last date, as printed") == [9, 18, 3])
        #expect(numbers("zeros in prison set aside") == [10, 13, 7])
        #expect(text.contains("Could leave: ECINS-23 ECINS-29"))
    }
}
