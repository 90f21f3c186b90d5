import Foundation
import TestSupport
import Testing

@Suite("a line of a gigabyte", .disabled(if: Sanitizer.isPresent, "a sanitizer takes more address space than these tests allow"))
struct LongLineTests {
    /// Half a gigabyte of address space: not enough to hold the line, and enough for everything else.
    private static let limit = "ulimit -v 524288; "

    private func check(_ all: Evaluated, _ words: String) {
        #expect(all.status == 3)
        #expect(all.ids == ["A", "B"])
        #expect(all.lines == [2])
        #expect(all.rejects.first?.message.contains(words) == true, "\(all.rejects)")
    }

    @Test("through a pipe is rejected in bounded memory, and the lines around it are evaluated")
    func piped() throws {
        let place = try BadPlace()
        try place.write("a", Person.json("A") + "\n")
        try place.write("b", "\n" + Person.json("B") + "\n")
        let result = try place.shell(
            "\(LongLineTests.limit)(cat a; head -c 1200000000 /dev/zero | tr '\\0' x; cat b) | \"$WAYMARK\" evaluate rules/small - --rejects rejects")
        check(try place.evaluated(result), "the line is 1200000000 bytes long")
    }

    @Test("in a sparse file is rejected in bounded memory, and the lines around it are evaluated")
    func sparse() throws {
        let place = try BadPlace()
        try place.write("cohort.ndjson", Person.json("A") + "\n")
        try place.write("b", "\n" + Person.json("B") + "\n")
        let result = try place.shell(
            "truncate -s 1200000000 cohort.ndjson && cat b >> cohort.ndjson; \(LongLineTests.limit)\"$WAYMARK\" evaluate rules/small cohort.ndjson --rejects rejects")
        check(try place.evaluated(result), "bytes long")
    }

    @Test("of CSV is rejected in bounded memory, quoted or not, and the rows around it are evaluated", arguments: ["", "\""])
    func row(quote: String) throws {
        let place = try BadPlace()
        try place.write("cohort.csv", "\(Person.heading)\n\(Person.row("A"))\n\(quote)")
        try place.write("b", "\n" + Person.row("B") + "\n")
        let result = try place.shell(
            "truncate -s 1200000000 cohort.csv && cat b >> cohort.csv; \(LongLineTests.limit)\"$WAYMARK\" evaluate rules/small cohort.csv --rejects rejects")
        let all = try place.evaluated(result)
        #expect(all.status == 3)
        #expect(all.ids == ["A", "B"])
        #expect(all.lines == [3])
        #expect(all.rejects.first?.message.contains("longer than 8388608 bytes") == true)
    }
}
