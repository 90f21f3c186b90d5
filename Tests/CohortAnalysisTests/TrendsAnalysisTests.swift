import CohortAnalysis
import Evidence
import Notation
import Testing

@Suite("trends of scores")
struct TrendsAnalysisTests {
    private func report(_ people: [[(String, Double, String?, String)]], matrix: String = "risk", months: Int = 2) throws -> TrendsReport {
        var analysis = TrendsAnalysis(layout: People.layout, asOf: try People.day("2026-03-31"), matrix: matrix, months: months)
        let lines = people.enumerated().map { place, scores in
            let items = scores.map { score in
                #"{"date":"\#(score.0)","matrix":"risk","score":\#(score.1)\#(score.2.map { #","band":"\#($0)""# } ?? ""),"flags":"\#(score.3)"}"#
            }
            return People.line("P\(place)", #""scores":[\#(items.joined(separator: ","))]"#)
        }
        let counts = try People.read(lines) { analysis.add($0) }
        return analysis.finish(read: counts.read, rejected: counts.rejected.count)
    }

    /// Scores in order, `p` behind those given in prison; what comes of them as recorded, and outside prison: down, up, same, nothing to compare.
    private static let moves: [(scores: String, recorded: String, outside: String)] = [
        ("40 32", "down", "down"), ("32 40", "up", "up"), ("40 10 40", "same", "same"), ("40", "none", "none"), ("40 0p", "down", "none"), ("32 40 0p", "down", "up"),
        ("0p 0p", "same", "none"), ("0p 40 32", "up", "down"),
    ]

    @Test("go down, up or stay from the first score to the last; with fewer than two there is nothing to compare", arguments: moves)
    func directions(move: (scores: String, recorded: String, outside: String)) throws {
        let scores = move.scores.split(separator: " ").enumerated().map { place, text -> (String, Double, String?, String) in
            ("2026-01-0\(place + 1)", Double(text.prefix { $0 != "p" }) ?? -1, "red", text.hasSuffix("p") ? "D P" : "W")
        }
        let report = try report([scores])
        func word(_ directions: TrendDirections) -> String {
            directions.down == 1 ? "down" : directions.up == 1 ? "up" : directions.same == 1 ? "same" : directions.notComparable == 1 ? "none" : ""
        }
        #expect(word(report.asRecorded) == move.recorded)
        #expect(word(report.outsidePrison) == move.outside)
        #expect(report.asRecorded.all == 1)
        #expect(report.zerosInPrison == move.scores.split(separator: " ").count { $0 == "0p" })
    }

    private func moved(down: Int = 0, same: Int, notComparable: Int) -> TrendDirections {
        var moves = TrendDirections()
        (moves.down, moves.same, moves.notComparable) = (down, same, notComparable)
        return moves
    }

    @Test("a month's point has each person's last score up to it, and those scored in prison apart from the bands")
    func points() throws {
        let report = try report([
            [("2026-01-31", 40, "red", ""), ("2026-02-10", 20, "amber", "")], [("2026-02-28", 10, "green", ""), ("2026-03-01", 0, "green", "P")], [("2026-04-01", 40, "red", "")],
            [("2025-06-01", 3, nil, "")], [("2026-03-31", 5, "blue", "")],
        ])
        #expect(report.bands == ["red", "amber", "green", "blue"])
        #expect(
            report.points == [
                TrendPoint(day: try People.day("2026-01-31"), people: [1, 0, 0, 0], inPrison: 0, withoutBand: 1),
                TrendPoint(day: try People.day("2026-02-28"), people: [0, 1, 1, 0], inPrison: 0, withoutBand: 1, moves: moved(down: 1, same: 1, notComparable: 1)),
                TrendPoint(day: try People.day("2026-03-31"), people: [0, 1, 0, 1], inPrison: 1, withoutBand: 1, moves: moved(same: 2, notComparable: 2)),
            ])
        #expect(report.scored == 4)
        #expect(report.read == 5)
    }

    @Test("of a matrix that nobody has say which there are")
    func otherMatrix() throws {
        let report = try report([[("2026-01-31", 40, "red", "")]], matrix: "harm")
        #expect(report.scored == 0)
        #expect(report.otherMatrices == ["risk"])
        #expect(report.points.allSatisfy { $0.people.isEmpty && $0.inPrison == 0 })
    }
}
