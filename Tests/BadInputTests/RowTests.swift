import Foundation
import TestSupport
import Testing

@Suite("a bad row of CSV")
struct RowTests {
    static let cases: [(bytes: [UInt8], path: String, words: String)] = [
        (Array("X,Camford,1990-05-01".utf8), "", "the row has 3 values, and the heading names 8"),
        (Array("\(Person.row("X")),a,b".utf8), "", "the row has 9 values, and the heading names 8"),
        (Array("\(Person.row("X")),\"a\"b".utf8), "", "text follows a closing quote"),
        (Array("\(Person.row("X")),a\"b\"".utf8), "", "a quote stands inside a value"),
        (Array("\(Person.row("X")),\"never closed".utf8), "", "a quoted value is never closed"),
        (Array("\(Person.row("X")),a".utf8) + [0] + Array("b".utf8), "", "a NUL byte stands at byte 35 of the row"),
        (Array("\(Person.row("X")),caf".utf8) + [0xE9], "", "the row is not valid UTF-8 from byte 37 on"),
        (Array("X,Camford,1990-05-01,3,7,none,perhaps,a".utf8), "statutory", "perhaps"),
        (Array("\(Person.row("X").replacing(",3,", with: ",99999999999999999999,")),a".utf8), "convictions_total", "too large"),
        (Array("\(Person.row("A")),a".utf8), "id", "earlier line"),
    ]

    @Test("is rejected with its line and what is wrong, and every other row is evaluated", arguments: cases.indices)
    func rejected(index: Int) throws {
        let bad = RowTests.cases[index]
        let place = try BadPlace()
        let before = Array("\(Person.heading),prison\n\(Person.row("A")),\n".utf8)
        try place.write("cohort.csv", before + bad.bytes + Array("\n\(Person.row("B")),x\n".utf8))
        let all = try place.evaluate("cohort.csv")
        #expect(all.status == 3)
        #expect(all.ids == ["A", "B"])
        let reject = try #require(all.rejects.first)
        #expect(all.lines == [3])
        #expect(reject.path == bad.path)
        #expect(reject.message.contains(bad.words), "\(reject.message)")
    }

    @Test("a cell of a megabyte is a value like any other")
    func longCell() throws {
        let place = try BadPlace()
        let cell = String(repeating: "y", count: 1 << 20)
        try place.write("cohort.csv", "\(Person.heading),prison\n\(Person.row("A")),\(cell)\n\(Person.row("B")),\"\(cell)\"\n\(Person.row("C")),x\n")
        let all = try place.evaluate("cohort.csv")
        #expect(all.status == 0)
        #expect(all.ids == ["A", "B", "C"])
    }

    @Test("a byte-order mark, CRLF, blank lines and no newline at the end are no faults")
    func harmless() throws {
        let place = try BadPlace()
        try place.write("cohort.csv", "\u{FEFF}\r\n\(Person.heading)\r\n\r\n\(Person.row("A"))\r\n\(Person.row("B"))")
        let all = try place.evaluate("cohort.csv")
        #expect(all.status == 0)
        #expect(all.ids == ["A", "B"])
    }

    @Test("a row of a list that is no text costs its own nominal, and says in which file and line it stands")
    func listRow() throws {
        let place = try BadPlace()
        try place.write("cohort.csv", "\(Person.heading)\n\(Person.row("A"))\n\(Person.row("B"))\n")
        let rows = "id,type,date,outcome\nB,arson,2026-01-01,nfa\nA,arson,2026-01-01,nf"
        try place.write("offences.csv", Array(rows.utf8) + [0xE9] + Array("\nB,fraud,2026-02-01,nfa\n".utf8))
        let all = try place.evaluate("cohort.csv")
        #expect(all.status == 3)
        #expect(all.ids == ["B"])
        let reject = try #require(all.rejects.first)
        #expect(reject.path == "offences[0]")
        #expect(reject.message == "`offences.csv`, line 3: the row is not valid UTF-8 from byte 22 on: save the file as UTF-8")
    }

    static let headings: [(text: String, words: String)] = [
        ("", "`cohort.csv` is empty"), ("\n\n", "`cohort.csv` is empty"), ("\u{0}\(Person.heading)\n", "not UTF-8 text"),
        ("\(Person.heading),id\n", "has the column `id` twice"), ("\(Person.heading)\r\(Person.row("A"))\r", "end in carriage returns alone"),
        ("\"\(Person.heading)\n", "cannot be read"), ("{\"id\":\"A\"}\n", "cannot be read"), ("id,borough\nA,Camford\n", "no column"),
    ]

    @Test("a heading that makes no sense ends with 2, and nothing is written", arguments: headings)
    func heading(text: String, words: String) throws {
        let place = try BadPlace()
        try place.write("cohort.csv", text)
        let all = try place.evaluate("cohort.csv", "-o", "out")
        #expect(all.status == 2)
        #expect(all.result.err.replacing("\n    ", with: " ").contains(words), "\(all.result.err)")
        #expect(place.files == ["cohort.csv"])
    }
}
