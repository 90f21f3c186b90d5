import DecisionStore
import Foundation
import TestSupport
import Testing

@Suite("a store with runs and decisions of panels")
struct ForgettingTests {
    /// Each table that knows a nominal, with a word about N-SECRET-7 that nobody else has.
    private static let words = [
        "N-SECRET-7", "Nowhere-on-Sea", "because-of-seven", "unknown-of-seven", "title-of-seven", "tasking-of-seven", "hub-of-seven", "done-of-seven",
        "panel-of-seven", "reason-of-seven", "review-of-seven", "words-of-seven", "category-of-seven", "matrix-of-seven", "agency-of-seven",
    ]

    private func filled() throws -> RunPlace {
        let place = try RunPlace()
        try place.bringIntoForce(RunPack())
        let secret = Somebody("N-SECRET-7", arrests: 9, #""prison":"Nowhere-on-Sea""#)
        try place.take([secret.line] + (100..<300).map { Somebody("N-\($0)", arrests: $0 % 10).line })
        for _ in 1...3 {
            _ = try place.run()
            place.goOn()
        }
        try place.tamper(
            """
            UPDATE recommendation SET because = '["because-of-seven"]', unknown = '["unknown-of-seven"]', title = 'title-of-seven' WHERE nominal = 'N-SECRET-7';
            UPDATE tasking SET title = 'tasking-of-seven', owner = 'hub-of-seven', words = 'done-of-seven' WHERE nominal = 'N-SECRET-7';
            INSERT INTO panel_decision (audit, recommendation, nominal, day, who, outcome, action, reason, words)
                SELECT 1, id, nominal, made, 'member', 'departed', 'none', 'reason-of-seven', 'panel-of-seven' FROM recommendation WHERE nominal = 'N-SECRET-7';
            INSERT INTO review (audit, nominal, day, who, outcome, words) VALUES (1, 'N-SECRET-7', '2026-12-02', 'member', 'review-of-seven', 'words-of-seven');
            INSERT INTO standing_change (audit, nominal, borough, day, was, now, now_category) VALUES (1, 'N-SECRET-7', 'Camford', '2026-12-02', 'none', 'member', 'category-of-seven');
            UPDATE nominal SET standing = 'member', category = 'category-of-seven', since = '2026-12-02', lead_agency = 'agency-of-seven' WHERE id = 'N-SECRET-7';
            INSERT INTO score (nominal, matrix, day, run, score, band) VALUES ('N-SECRET-7', 'matrix-of-seven', '2026-12-02', 1, 3, 'high');
            """)
        _ = try place.run()
        return place
    }

    private func traces(of bytes: Data, in place: RunPlace) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place.place.path).filter { name in
            try Data(contentsOf: URL(fileURLWithPath: "\(place.place.path)/\(name)")).range(of: bytes) != nil
        }
    }

    @Test("keeps nothing of who is forgotten in any of its files, and the log and the other decisions still verify")
    func forgotten() throws {
        let place = try filled()
        let inputs = try place.rows("SELECT hex(digest) FROM input WHERE nominal = 'N-SECRET-7'")
        let digests = try place.rows("SELECT hex(digest) FROM decision WHERE nominal = 'N-SECRET-7'")
        #expect(inputs.count == 3 && digests.count == 4)
        let bytes = try (inputs + digests).map { try #require(data($0)) }
        for word in ForgettingTests.words { #expect(try !traces(of: Data(word.utf8), in: place).isEmpty, "\(word)") }
        for digest in bytes { #expect(try !traces(of: digest, in: place).isEmpty) }
        let leaves = try place.rows("SELECT run, place, hex(leaf) FROM decision")
        try place.store.forget("N-SECRET-7", who: "member", why: "their request")
        for word in ForgettingTests.words { #expect(try traces(of: Data(word.utf8), in: place) == [], "\(word)") }
        for digest in bytes { #expect(try traces(of: digest, in: place) == []) }
        #expect(try place.rows("SELECT run, place, hex(leaf) FROM decision") == leaves)
        #expect(try place.value("SELECT count(*) FROM decision WHERE nominal IS NULL AND input IS NULL AND digest IS NULL") == "4")
        #expect(try place.store.read { try $0.verifyStore().faults } == [])
        #expect(try place.rows("PRAGMA foreign_key_check") == [])
        place.goOn()
        #expect(try place.done().evaluated == 200)
    }

    private func data(_ hexadecimal: String) -> Data? {
        let digits = Array(hexadecimal.utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) }
        return bytes.count == 32 ? Data(bytes) : nil
    }
}
