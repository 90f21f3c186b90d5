import Cohorts
import Testing

@Suite struct TextTableTests {
    @Test("numbers texts in the order in which they come, and gives one that came before the same number")
    func numbers() {
        var table = TextTable()
        #expect(table.add("b") == 0)
        #expect(table.add("") == 1)
        #expect(table.add("a") == 2)
        #expect(table.add("b") == 0)
        #expect(table.count == 3)
        #expect(table.number(of: "a") == 2)
        #expect(table.number(of: "") == 1)
        #expect(table.number(of: "c") == nil)
        #expect((0..<3).map { table[$0] } == ["b", "", "a"])
    }

    @Test("keeps many, of any length")
    func many() {
        var table = TextTable()
        let texts = (0..<40_000).map { $0 % 100 == 0 ? String(repeating: "x", count: 20_000) + "\($0)" : "N\($0 * 7919)" }
        for (place, text) in texts.enumerated() where place % 5 != 0 || place % 100 == 0 { _ = table.add(text) }
        for (place, text) in texts.enumerated() { #expect((table.number(of: text) != nil) == (place % 5 != 0 || place % 100 == 0)) }
        #expect(table[0] == texts[0])
        #expect(table.number(of: texts[39_999]) == table.count - 1)
    }

    @Test("tells texts apart by their bytes, whatever they look like")
    func bytes() {
        var table = TextTable()
        #expect(table.add("\u{E9}") == 0)
        #expect(table.add("e\u{301}") == 1)
    }

    @Test("puts texts in order byte by byte", arguments: [("a", "b"), ("a", "aa"), ("", "a"), ("Z", "a"), ("z", "\u{E9}"), ("N10", "N9")])
    func order(before: String, after: String) {
        var table = TextTable()
        let (a, b) = (table.add(before), table.add(after))
        #expect(table.isBefore(a, b))
        #expect(!table.isBefore(b, a))
        #expect(!table.isBefore(a, a))
    }

    @Test("a column holds what was put into it, however long it grows", arguments: [0, 1, 16_383, 16_384, 50_000])
    func column(count: Int) {
        var column = Column<Int>()
        for place in 0..<count { column.append(place * 3) }
        var filled = Column(repeating: 7, count: count)
        #expect(column.count == count)
        #expect(filled.count == count)
        guard count > 0 else { return }
        #expect(column[count - 1] == (count - 1) * 3)
        #expect(column[count / 2] == count / 2 * 3)
        filled[count / 2] = 8
        #expect(filled[count / 2] == 8)
        #expect(filled[count - 1] == (count == 1 ? 8 : 7))
    }
}
