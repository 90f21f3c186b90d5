import Foundation
import TestSupport
import Testing

@Suite("a bad line of NDJSON")
struct LineTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var path = ""
        var words: String

        init(_ name: String, _ text: String, path: String = "", _ words: String) {
            self.init(name, Array(text.utf8), path: path, words)
        }

        init(_ name: String, _ bytes: [UInt8], path: String = "", _ words: String) {
            (self.name, self.bytes, self.path, self.words) = (name, bytes, path, words)
        }

        var testDescription: String { name }
    }

    private static func with(_ bytes: [UInt8], in text: String) -> [UInt8] {
        let parts = text.split(separator: "#", maxSplits: 1)
        return Array(parts[0].utf8) + bytes + Array(parts[1].utf8)
    }

    static let cases: [Case] = [
        Case("half-written in a name", String(Person.json("X").prefix(64)), "no closing quote; the line may have been cut off"),
        Case("half-written in a value", String(Person.json("X").prefix(25)), path: "borough", "no closing quote; the line may have been cut off"),
        Case("half-written behind a comma", String(Person.json("X").prefix(10)), "the line ends"),
        Case("half-written, then the next one", String(Person.json("X").prefix(100)) + Person.json("Y"), "not valid JSON"),
        Case("two on one line", Person.json("X") + Person.json("Y"), "put each nominal on a line of its own"),
        Case("no JSON", "N-1;Camford;1990", "must be one JSON object"),
        Case("a NUL byte", with([0], in: Person.json("X#Y")), "a NUL byte stands at byte 9"),
        Case("NUL bytes alone", [UInt8](repeating: 0, count: 5000), "a NUL byte stands at byte 1"),
        Case("an escaped NUL", Person.json("X", #""prison":"a\u0000b""#), path: "prison", "a NUL"),
        Case("another encoding", with([0xE9], in: Person.json("X", "\"prison\":\"caf#\"")), "not valid UTF-8"),
        Case("UTF-16", [0xFF, 0xFE] + Person.json("X").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "not valid UTF-8"),
        Case("overlong UTF-8", with([0xC0, 0x80], in: Person.json("X#")), "not valid UTF-8"),
        Case("half a surrogate", Person.json(#"X\ud800"#), path: "id", "half a character"),
        Case("a second byte-order mark", "\u{FEFF}" + Person.json("X"), "must be one JSON object"),
        Case("arrays 100,000 deep", String(repeating: "[", count: 100_000), "must be one JSON object"),
        Case("objects 100,000 deep", String(repeating: #"{"gang":"#, count: 100_000), path: "gang.gang", "unknown field"),
        Case("a field 100,000 deep", Person.json("X", "\"gang\":" + String(repeating: "[", count: 100_000)), path: "gang", "must be a record"),
        Case("a list 100,000 deep", Person.json("X", "\"offences\":" + String(repeating: "[", count: 100_000)), path: "offences[0]", "record"),
        Case("a key twice", Person.json("X", "\"ogrs2\":5,\"ogrs2\":5"), path: "ogrs2", "given twice"),
        Case("a key twice, once escaped", Person.json("X", #""ogrs2":5,"ogrs\u0032":6"#), path: "ogrs2", "given twice"),
        Case("a key twice in an item", Person.json("X", #""reviews":[{"date":"2026-01-01","date":"2026-01-01","outcome":"kept"}]"#), path: "reviews[0].date", "given twice"),
        Case("a number without end", Person.json("X", "\"ogrs2\":" + String(repeating: "9", count: 100_000)), path: "ogrs2", "`ogrs2`"),
        Case("a number beyond all numbers", Person.json("X", "\"ogrs2\":1e999"), path: "ogrs2", "`1e999`"),
        Case("a whole number beyond 64 bits", Person.json("X").replacing(":7,", with: ":99999999999999999999,"), path: "arrests_total", "too large"),
        Case("a number that JSON does not know", Person.json("X", "\"ogrs2\":0x50"), "not valid JSON"),
        Case("a name of 100,000 letters", Person.json("X", "\"" + String(repeating: "n", count: 100_000) + "\":1"), path: String(repeating: "n", count: 79) + "…", "unknown field"),
        Case("an id that another line has", Person.json("A"), path: "id", "earlier line"),
    ]

    @Test("is rejected with its line, its path and what is wrong, and every other line is evaluated", arguments: cases)
    func rejected(bad: Case) throws {
        let place = try BadPlace()
        let before = Array("\(Person.json("A"))\n\(Person.json("B"))\n".utf8)
        try place.write("cohort.ndjson", before + bad.bytes + Array("\n\(Person.json("C"))\n".utf8))
        let all = try place.evaluate("cohort.ndjson")
        #expect(all.status == 3)
        #expect(all.ids == ["A", "B", "C"])
        let reject = try #require(all.rejects.first)
        #expect(all.rejects.count == 1)
        #expect(reject.line == 3)
        #expect(reject.path == bad.path)
        #expect(reject.message.contains(bad.words), "\(reject.message)")
        #expect(reject.message.utf8.count < 600)
        #expect(all.result.err.contains("1 line rejected: see rejects"))
    }

    @Test("that is the last one, cut off at any byte, costs itself alone")
    func truncated() throws {
        let line = Person.json("Z", #""prison":"é","offences":[{"type":"arson","date":"2026-01-01","outcome":"nfa"}]"#)
        for length in stride(from: 1, to: line.utf8.count, by: 11) {
            let place = try BadPlace()
            try place.write("cohort.ndjson", Array("\(Person.json("A"))\n".utf8) + line.utf8.prefix(length))
            let all = try place.evaluate("cohort.ndjson")
            #expect(all.status == 3)
            #expect(all.ids == ["A"])
            #expect(all.lines == [2])
        }
    }

    @Test("no fault at all: a byte-order mark at the start, CRLF, blank lines, no newline at the end")
    func harmless() throws {
        let place = try BadPlace()
        try place.write("cohort.ndjson", "\u{FEFF}\(Person.json("A"))\r\n\r\n  \n\(Person.json("B"))\r\n\(Person.json("C"))")
        let all = try place.evaluate("cohort.ndjson")
        #expect(all.status == 0)
        #expect(all.ids == ["A", "B", "C"])
        #expect(all.rejects.isEmpty)
    }
}
