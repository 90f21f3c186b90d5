import Foundation
import TestSupport
import Testing

@Suite("the same answers")
struct SameBytesTests {
    /// A pack that looks at the whole cohort before it decides.
    private static let wholeCohort = SmallPack(
        reads: ["convictions_total", "borough", "statutory"],
        more: "parameters = { places = { 20, title = \"Places\" } },",
        rules: """
            matrix "record" {
              title = "Record", range = { 0, 1000 },
              rows = { { "convictions", "Convictions", of = function(n) return n.convictions_total end, steps = { { 40, 30 }, { 20, 10 } } } },
            }
            group "neighbours" { title = "People of the borough", key = function(n) return n.borough end }
            selection {
              { "many", "Many convictions", when = function(n, d) return d.score.record >= 10 and d.group.neighbours.size >= 2 end },
            }
            allocation { title = "Places", capacity = param.places, rank = { function(n, d) return d.score.record end } }

            """)

    @Test("come with any number of jobs, from a file or standard input, and on every run", arguments: shippedPackNames + ["small"])
    func jobs(pack: String) throws {
        let work = try Workplace()
        try work.write(SameBytesTests.wholeCohort)
        _ = try work.run("cohort", "synth", "--count", "300", "--seed", "5", "--as-of", Workplace.date, "-o", "people.ndjson")
        func records(_ more: String...) throws -> String {
            let result = try WaymarkBinary.run(
                ["evaluate", "rules/\(pack)"] + more + ["--as-of", Workplace.date], in: work.place.path, input: try work.read("people.ndjson"))
            #expect(result.status == 0, "\(result.err)")
            return result.out
        }
        let one = try records("people.ndjson", "--jobs", "1")
        #expect(one.lines.count == 300)
        #expect(Set(try one.lines.map { try JSONValue($0).at("recommendation.action") }).count > 1, "a cohort that shows nothing")
        #expect(try records("people.ndjson", "--jobs", "1") == one)
        #expect(try records("people.ndjson", "--jobs", "2") == one)
        #expect(try records("people.ndjson", "--jobs", "5") == one)
        #expect(try records("people.ndjson") == one)
        #expect(try records("-", "--jobs", "2") == one)
        for record in one.lines.prefix(20) { #expect(try Schema.faults(record, "decision") == []) }
    }

    @Test("come from CSV files as from NDJSON of the same people", arguments: shippedPackNames)
    func formats(pack: String) throws {
        let work = try Workplace()
        let ndjson = try work.read("examples/nominals.ndjson").lines
        for (name, text) in try CSVFiles.of(ndjson.map { try JSONValue($0) }) { try work.write("csv/\(name).csv", text) }
        func records(_ cohort: String) throws -> [[String: JSONValue]] {
            let result = try work.run("evaluate", "rules/\(pack)", cohort, "--as-of", Workplace.date)
            #expect(result.status == 0, "\(result.err)")
            return try result.out.lines.map { try JSONValue($0).members.filter { $0.key != "input" } }
        }
        let fromNDJSON = try records("examples/nominals.ndjson")
        #expect(fromNDJSON.count == ndjson.count)
        #expect(try records("csv/cohort.csv") == fromNDJSON)
    }

    @Test("come in the order of the cohort")
    func order() throws {
        let work = try Workplace()
        try work.write(.plain)
        let ids = (1...2000).map { "N-\($0)" }
        try work.write("people.ndjson", Line.file(ids.map { Line.of($0) }))
        let result = try work.run("evaluate", "rules/small", "people.ndjson", "--jobs", "4", "--as-of", Workplace.date)
        #expect(try result.out.lines.map { try JSONValue($0)["nominal"]?.text } == ids)
    }
}
