import CohortAnalysis
import Cohorts
import Decisions
import Notation
import TestSupport
import Testing

import struct Foundation.Data

@Suite("decision records for a report")
struct RecordReadingTests {
    private func line(_ id: String, asOf: String = "2026-11-01", pack: String = "p", action: String = "retain") throws -> String {
        var decision = Decision()
        decision.nominal = id
        decision.asOf = try People.day(asOf)
        decision.recommendation = Recommendation(action: Recommendation.Action(rawValue: action) ?? .none, because: ["\"nominal\":\"X\""])
        var scope = CriterionAnswer(name: "gto_scope", rows: [CriterionAnswer.Row(id: "convicted")])
        scope.met = .unknown
        var mentoring = CriterionAnswer(name: "mentoring", rows: [])
        mentoring.met = .yes
        decision.criteria = [scope, mentoring]
        var json = JSONWriter()
        decision.write(to: &json, pack: PackIdentity(id: pack, version: "1.0.0", digest: "sha256:0"))
        return json.text
    }

    private func reading(_ lines: [String]) throws -> RecordReading {
        let place = try TemporaryPlace()
        let file = try place.file("records.ndjson", Data(lines.map { $0 + "\n" }.joined().utf8))
        return try RecordReading(try openCohort(path: file.path, layout: People.layout, rewindable: false), name: "records.ndjson")
    }

    @Test("are read as the program writes them")
    func written() throws {
        let reading = try reading([try line("A"), try line("B", action: "select")])
        #expect(reading.first?.pack == PackIdentity(id: "p", version: "1.0.0", digest: "sha256:0"))
        #expect(reading.first?.asOf == (try People.day("2026-11-01")))
        let first = try reading.record(of: "A")
        #expect(first.action == .retain)
        #expect(first.criteria == ["gto_scope": .unknown, "mentoring": .yes])
        #expect(try reading.record(of: "B").action == .select)
        try reading.finish()
    }

    @Test("of another cohort are refused, with the person at whom it shows")
    func otherCohort() throws {
        let other = try reading([try line("A"), try line("C")])
        _ = try other.record(of: "A")
        #expect(throws: CohortError(message: "`records.ndjson` has no record for `B` in its place: the next record is `C`'s; evaluate this very cohort again")) {
            try other.record(of: "B")
        }
        let short = try reading([])
        #expect(throws: CohortError(message: "`records.ndjson` has no record for `B` in its place: there are no more records; evaluate this very cohort again")) {
            try short.record(of: "B")
        }
        let long = try reading([try line("A")])
        #expect(throws: CohortError(message: "`records.ndjson` has a record for `A`, who is not in the cohort: evaluate this very cohort again")) { try long.finish() }
    }

    @Test("of another day or pack are refused with their line")
    func otherRun() throws {
        for second in [try line("B", asOf: "2026-11-02"), try line("B", pack: "q")] {
            let mixed = try reading([try line("A"), second])
            let error = #expect(throws: CohortError.self) { try mixed.record(of: "A") }
            #expect(error?.message.hasPrefix("records.ndjson:2: this record is of ") == true)
            #expect(error?.message.hasSuffix("a report is about the records of one evaluation") == true)
        }
    }

    @Test("that are none are refused with their line", arguments: ["{}", "no JSON", "[]", #"{"nominal":"A"}"#, "{\"nominal\":"])
    func noRecords(text: String) throws {
        #expect(throws: CohortError(message: "records.ndjson:1: this is no decision record as `waymark evaluate` writes it")) { try reading([text]) }
    }
}
