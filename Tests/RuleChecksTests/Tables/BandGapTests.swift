import Decisions
import Testing

@testable import RuleChecks

@Suite("Totals without a band")
struct BandGapTests {
    private func matrix(_ bands: String, points: String = "10", range: String = "0, 10") -> String {
        """
        matrix "score" { title = "Score", range = { \(range) },
          rows = { { "drugs", "Drugs", points = \(points), when = function(n) return n.needs.drugs == 2 end } },
          bands = { \(bands) } }
        """
    }

    @Test("a lowest band without a from, or at the foot of the range, leaves nothing out", arguments: [
        #"{ "low", "Low" }"#, #"{ "low", "Low", from = 0 }"#, #"{ "low", "Low", from = -5 }"#])
    func complete(_ lowest: String) throws {
        #expect(try TablePack(matrix(#"{ "high", "High", from = 5 }, "# + lowest)).findings == [])
    }

    @Test("what lies below the lowest band is told where that band stands, in whatever order they are")
    func gap() throws {
        let expected = ["WM042 warning 3: a total of 0 or more and less than 2 of matrix `score` has no band | nominal {}"]
        #expect(try TablePack(matrix(#"{ "high", "High", from = 5 }, { "low", "Low", from = 2 }"#)).findings == expected)
        #expect(try TablePack(matrix(#"{ "low", "Low", from = 2 }, { "high", "High", from = 5 }"#)).findings == expected)
    }

    @Test("where nobody was found with so low a total it is a note")
    func unshown() throws {
        let rules = """
            matrix "score" { title = "Score", range = { 0, 10 }, rows = { { "base", "Base", points = 3 } }, bands = { { "low", "Low", from = 2 } } }
            """
        #expect(try TablePack(rules).findings == ["WM042 note 1: a total of 0 or more and less than 2 of matrix `score` has no band"])
    }

    @Test("a matrix without bands has none to miss")
    func none() throws {
        #expect(try TablePack(#"matrix "s" { title = "S", range = { 0, 3 }, rows = { { "base", "Base", points = 3 } } }"#).findings == [])
    }
}
