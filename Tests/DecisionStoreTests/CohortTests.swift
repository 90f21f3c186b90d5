import Cohorts
import DecisionStore
import Foundation
import TestSupport
import Testing

@Suite("the cohort of a store")
struct CohortTests {
    @Test("is what was imported, each nominal with the last line that was")
    func imported() throws {
        let place = try StorePlace()
        let first = try place.take([Lines.nominal("N-2"), Lines.nominal("N-1")])
        #expect(first.read == 2 && first.added == 2 && first.rejected == 0)
        let second = try place.take([Lines.nominal("N-1", arrests: 4), Lines.nominal("N-2"), Lines.nominal("N-3")])
        #expect(second.added == 1 && second.changed == 1 && second.unchanged == 1)
        #expect(try place.nominals == [Lines.nominal("N-1", arrests: 4), Lines.nominal("N-2"), Lines.nominal("N-3")])
        #expect(try place.faults() == [])
    }

    @Test("comes with where it came from: the file, its digest, who and when")
    func provenance() throws {
        let place = try StorePlace()
        let lines = [Lines.nominal("N-1"), Lines.nominal("N-2")]
        let result = try place.take(lines)
        #expect(result.digest == sha256(lines.map { $0 + "\n" }.joined().utf8))
        #expect(try place.value("SELECT file || ' ' || who || ' ' || at || ' ' || digest FROM cohort_import") == "cohort.ndjson a.khan 2026-11-21T12:00:00.000Z \(result.digest)")
        #expect(try place.rows.map(\.kind) == ["collection", "collection", "collection"])
        #expect(try place.rows[2].what == "imported `cohort.ndjson`, \(result.digest): 2 added, 0 changed, 0 unchanged, 0 rejected")
    }

    @Test("takes the good lines and hands back the others")
    func rejects() throws {
        let place = try StorePlace()
        var rejects: [Reject] = []
        let result = try place.take(
            [Lines.nominal("N-1"), "{}", Lines.nominal("N-1"), Lines.nominal("N-2").replacing("1990-02-03", with: "1990-02-30"), Lines.nominal("N-3")],
            rejects: &rejects)
        #expect(result.added == 2 && result.rejected == 3 && result.read == 5)
        #expect(rejects.map(\.line) == [2, 3, 4])
        #expect(try place.nominals == [Lines.nominal("N-1"), Lines.nominal("N-3")])
    }

    @Test("is as it was before where an import breaks off, and only the log tells of it", arguments: 0...3)
    func brokenOff(after lines: Int) throws {
        let place = try StorePlace()
        try place.take([Lines.nominal("N-1")])
        let before = try place.rows
        #expect(throws: CohortError.self) {
            try place.take([Lines.nominal("N-1", arrests: 9), Lines.nominal("N-2"), Lines.nominal("N-3")], breaksAfter: lines)
        }
        let rows = try place.rows
        #expect(rows.dropLast() == before[...])
        #expect(rows.last?.kind == "failure")
        #expect(rows.last?.what == "importing `cohort.ndjson` failed, and nothing of it was kept: cannot read `cohort.ndjson`: input/output error")
        #expect(try place.nominals == [Lines.nominal("N-1")])
        #expect(try place.value("SELECT count(*) FROM cohort_import") == "1")
        #expect(try place.faults() == [])
    }

    @Test("is handed out only with a line in the log for each nominal")
    func disclosed() throws {
        let place = try StorePlace()
        try place.take([Lines.nominal("N-1"), Lines.nominal("N-2").replacing("Camford", with: "Oxbridge")])
        var lines = 0
        #expect(try place.store.disclose(borough: "Oxbridge", who: "j.ofori", why: "a report") { _ in lines += 1 }.count == 1)
        #expect(lines == 1)
        let logged = try place.rows.suffix(2)
        #expect(logged.map(\.kind) == ["disclosure", "disclosure"])
        #expect(logged.map { $0.subject == nil } == [false, true])
        #expect(logged.last?.what == "exported 1 nominals of Oxbridge")
    }

    @Test("keeps nothing of a nominal who is forgotten, in no file, and the log still verifies")
    func forgotten() throws {
        let place = try StorePlace()
        let secret = Lines.nominal("N-SECRET-7").replacing("Camford", with: "Nowhere-on-Sea")
        try place.take([Lines.nominal("N-1"), secret, Lines.nominal("N-2")] + (100..<400).map { Lines.nominal("N-\($0)") })
        let subject = try #require(try place.rows.first { $0.seq == 2 }?.subject)
        func traces(_ text: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: place.place.path).filter { name in
                try Data(contentsOf: URL(fileURLWithPath: "\(place.place.path)/\(name)")).range(of: Data(text.utf8)) != nil
            }
        }
        #expect(try !traces("N-SECRET-7").isEmpty)
        try place.store.forget("N-SECRET-7", who: "a.khan", why: "their request")
        #expect(try traces("N-SECRET-7") == [])
        #expect(try traces("Nowhere-on-Sea") == [])
        #expect(try place.nominals.count == 302)
        #expect(try place.faults() == [])
        // The log knows that somebody was erased, and nothing leads from them to their rows.
        #expect(try place.rows.first { $0.kind == "erasure" }?.subject == subject)
        #expect(try place.value("SELECT count(*) FROM subject WHERE hash = '\(subject)'") == "0")
        #expect(try place.value("SELECT count(*) FROM tombstone") == "1")
        try place.take([secret])
        #expect(try place.rows.last { $0.kind == "collection" && $0.subject != nil }?.subject != subject)
    }

    @Test("says that old pages remain while another program reads, and wipes them the next time")
    func forgottenWhileRead() throws {
        let place = try StorePlace(patience: 0.1)
        try place.take([Lines.nominal("N-1"), Lines.nominal("N-SECRET-7")])
        try place.again().read { reader throws in
            let last = try reader.auditHead().seq
            #expect(last == 3)
            #expect { try place.store.forget("N-SECRET-7", who: "a.khan", why: "their request") } throws: { ($0 as? StoreError)?.kind == .busy }
        }
        #expect(throws: StoreError(.unknown, "the store has no nominal `N-SECRET-7`")) { try place.store.forget("N-SECRET-7", who: "a.khan", why: "their request") }
        for name in try FileManager.default.contentsOfDirectory(atPath: place.place.path) {
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(place.place.path)/\(name)")).range(of: Data("N-SECRET-7".utf8)) == nil)
        }
        #expect(try place.nominals == [Lines.nominal("N-1")])
        #expect(try place.faults() == [])
    }

    @Test("says so where somebody is to be forgotten who is not there")
    func unknown() throws {
        let place = try StorePlace()
        #expect(throws: StoreError(.unknown, "the store has no nominal `N-9`")) { try place.store.forget("N-9", who: "a.khan", why: "a request") }
        #expect(try place.rows.isEmpty)
    }
}
