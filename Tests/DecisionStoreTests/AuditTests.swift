import DecisionStore
import Testing

@Suite("the log")
struct AuditTests {
    @Test("follows on from row to row, with who, when, whom, why and what")
    func rows() throws {
        let place = try StorePlace()
        try place.fill()
        let rows = try place.rows
        #expect(rows.map(\.seq) == Array(1...10))
        #expect(rows.allSatisfy { $0.at == "2026-11-21T12:00:00.000Z" })
        #expect(rows[1].who == "a.khan" && rows[1].kind == "collection" && rows[1].why == "import" && rows[1].what == "taken")
        #expect(rows[1].subject?.utf8.count == 64)
        #expect(rows[0].subject == nil)
        for (row, next) in zip(rows, rows.dropFirst()) { #expect(next.previous == row.hash) }
        #expect(try place.faults() == [])
    }

    @Test("calls a nominal by the same hash each time, by another in another store, and never by the id")
    func subjects() throws {
        let (one, two) = (try StorePlace(), try StorePlace())
        try one.fill()
        try two.fill()
        let rows = try one.rows
        #expect(rows[1].subject == rows[2].subject)
        #expect(rows[1].subject != rows[3].subject)
        #expect(try rows[1].subject != two.rows[1].subject)
        var found = 0
        try one.store.read { try $0.auditRows(nominal: "N-2") { _ in found += 1 } }
        #expect(found == 2)
        #expect(try !String(decoding: one.export, as: UTF8.self).contains("N-2"))
    }

    static let edits = [
        "at = '2026-11-21T12:00:00.001Z'", "who = 'x.x'", "kind = 'erasure'", "why = why || ' '", "what = 'nothing'", "what = ''",
        "subject = CASE WHEN subject IS NULL THEN '' ELSE NULL END", "subject = 'ab'", "previous = zeroblob(32)", "hash = zeroblob(32)",
        "seq = seq + 100"
    ]

    @Test("shows an edit of any column of any row", arguments: edits, 1...10)
    func edit(change: String, row: Int) throws {
        let place = try StorePlace()
        try place.fill()
        try place.tamper("UPDATE audit SET \(change) WHERE seq = \(row)")
        #expect(try !place.faults().isEmpty)
        #expect(!AuditTests.faults(try place.export).isEmpty)
    }

    @Test("shows that a row was taken out, be it the last", arguments: 1...10)
    func removal(row: Int) throws {
        let place = try StorePlace()
        try place.fill()
        try place.tamper("DELETE FROM audit WHERE seq = \(row)")
        #expect(try !place.faults().isEmpty)
        // With the rows behind it moved up, too.
        try place.tamper("UPDATE audit SET seq = seq - 1 WHERE seq > \(row)")
        #expect(try !place.faults().isEmpty)
    }

    @Test("shows that two rows changed places", arguments: [(1, 2), (2, 5), (9, 10), (1, 10)])
    func swap(first: Int, second: Int) throws {
        let place = try StorePlace()
        try place.fill()
        try place.tamper(
            "UPDATE audit SET seq = 1000 WHERE seq = \(first)", "UPDATE audit SET seq = \(first) WHERE seq = \(second)",
            "UPDATE audit SET seq = \(second) WHERE seq = 1000")
        #expect(try !place.faults().isEmpty)
    }

    @Test("shows that a row was put in, with a hash that fits")
    func insertion() throws {
        let place = try StorePlace()
        try place.fill()
        try place.tamper("UPDATE audit SET seq = seq + 1000 WHERE seq > 5", "UPDATE audit SET seq = seq - 999 WHERE seq > 1000",
            "INSERT INTO audit SELECT 6, at, who, kind, subject, why, what, previous, hash FROM audit WHERE seq = 5")
        #expect(try !place.faults().isEmpty)
    }

    @Test("shows that a row was put behind its end, with hashes that fit")
    func addition() throws {
        let place = try StorePlace()
        try place.fill()
        var row = try place.rows[9]
        (row.seq, row.previous) = (11, row.hash)
        func hex(_ bytes: [UInt8]) -> String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
        try place.tamper(
            "INSERT INTO audit VALUES (11, '\(row.at)', '\(row.who)', '\(row.kind)', NULL, '\(row.why)', '\(row.what)', x'\(hex(row.previous))', x'\(hex(row.expectedHash))')")
        #expect(try place.faults() == ["the log goes on to row 11, and the store's own record ends with row 10: rows were added"])
    }

    @Test("that was cut short, and the store's record of its end with it, shows against a row lodged elsewhere")
    func truncation() throws {
        let place = try StorePlace()
        try place.fill()
        let lodged = try place.store.read { try $0.auditHead() }
        let cut = try place.rows[6]
        var record = Array("7 ".utf8) + cut.hash
        record.reserveCapacity(40)
        let hex = record.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        try place.tamper("DELETE FROM audit WHERE seq > 7", "UPDATE meta SET value = x'\(hex)' WHERE name = 'head'")
        #expect(try place.faults() == [])
        #expect(try place.faults([(lodged, "`head`")]) == ["the log ends with row 7, and `head` has row 10: rows were removed from its end"])
        #expect(try AuditTests.faults(place.export, [(lodged, "`head`")]).count == 1)
    }

    @Test("that was written anew from a row on shows against a row lodged elsewhere")
    func rewriting() throws {
        let place = try StorePlace()
        try place.fill()
        let lodged = try place.store.read { try $0.auditHead() }
        var rows = try place.rows
        rows[4].what = "something else"
        for index in 4..<rows.count {
            rows[index].previous = rows[index - 1].hash
            rows[index].hash = rows[index].expectedHash
        }
        var chain = AuditChain(store: place.store.id, genesis: rows[0].previous)
        rows.forEach { chain.follow($0) }
        #expect(chain.faults == [])
        var compared = AuditChain(store: place.store.id, genesis: rows[0].previous, heads: [(lodged, "`head`")])
        rows.forEach { compared.follow($0) }
        #expect(compared.faults == ["row 10 is not the one in `head`: the log was written anew"])
    }

    @Test("is not taken for another store's")
    func otherStore() throws {
        let (one, two) = (try StorePlace(), try StorePlace())
        try one.fill()
        let lodged = try two.store.read { try $0.auditHead() }
        #expect(try one.faults([(lodged, "`head`")]) == ["`head` is of another store's log"])
    }

    static func faults(_ export: [UInt8], _ heads: [(head: AuditHead, name: String)] = []) -> [String] {
        var reader = AuditExport(heads: heads)
        var lines = export.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() } else { return ["the last line is half a line"] }
        for line in lines { reader.read(line) }
        guard let chain = reader.finish() else { return [reader.emptiness ?? ""] }
        return chain.faults
    }

    @Test("exported shows any byte that was changed")
    func exportedBytes() throws {
        let place = try StorePlace()
        try place.fill()
        let export = try place.export
        #expect(AuditTests.faults(export) == [])
        for place in export.indices {
            var changed = export
            changed[place] ^= 1 << UInt8(place % 8)
            if AuditTests.faults(changed).isEmpty { Issue.record("byte \(place) of the export was changed, and nobody noticed") }
        }
    }

    @Test("exported shows lines that were taken out, put twice or moved, and where it breaks off", arguments: 0...11)
    func exportedLines(line: Int) throws {
        let place = try StorePlace()
        try place.fill()
        let lines = try place.export.split(separator: 0x0A).map { Array($0) + [0x0A] }
        #expect(lines.count == 12)
        var removed = lines
        removed.remove(at: line)
        #expect(!AuditTests.faults(Array(removed.joined())).isEmpty)
        var doubled = lines
        doubled.insert(lines[line], at: line)
        #expect(!AuditTests.faults(Array(doubled.joined())).isEmpty)
        var moved = lines
        moved.swapAt(line, (line + 1) % 12)
        #expect(!AuditTests.faults(Array(moved.joined())).isEmpty)
        #expect(!AuditTests.faults(Array(lines[..<line].joined())).isEmpty)
    }

    @Test("cannot be changed or shortened by a slip")
    func triggers() throws {
        let place = try StorePlace()
        try place.fill()
        #expect(throws: (any Error).self) { try place.slip("DELETE FROM audit WHERE seq = 10") }
        #expect(throws: (any Error).self) { try place.slip("UPDATE audit SET what = '' WHERE seq = 10") }
    }

    @Test("takes nothing more once its end was changed")
    func changedEnd() throws {
        let place = try StorePlace()
        try place.fill()
        try place.tamper("DELETE FROM audit WHERE seq = 10")
        #expect(throws: StoreError(.tampered, "the end of the log was changed: nothing is written before `waymark audit verify` has been looked into")) {
            try place.fill()
        }
    }
}
