import Decisions
import RulePacks
import Testing

@testable import RuleChecks

/// Steps of a fixed sequence.
private struct Sequence64: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite("Decision tables made at random")
struct GeneratedTableTests {
    private static let ends = [0, 10, 25, 49.5, 50, 75, 100]

    private func ogrs(_ random: inout Sequence64) -> String {
        let low = Int.random(in: 0..<6, using: &random)
        let high = Int.random(in: (low + 1)..<7, using: &random)
        func text(_ place: Int) -> String { TableValue.number(Self.ends[place]).description }
        let interval = "\(Bool.random(using: &random) ? "[" : "(")\(text(low))..\(text(high))\(Bool.random(using: &random) ? "]" : ")")"
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return "-"
        case 1: return ">= \(text(low))"
        case 2: return "< \(text(high))"
        case 3: return "not(\(interval))"
        case 4: return "\(interval), \(text(high))"
        default: return interval
        }
    }

    private func harm(_ random: inout Sequence64) -> String {
        let values = ["low", "medium", "high", "very_high"].shuffled(
            using: &random).prefix(Int.random(in: 1...3, using: &random)).map { "\"\($0)\"" }.joined(separator: ", ")
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return "-"
        case 1: return "not(\(values))"
        default: return values
        }
    }

    private func drugs(_ random: inout Sequence64) -> String { ["-", "-", "0", ">= 1", "[0..1]", "not(1)", "(0..2)"].randomElement(using: &random) ?? "-" }

    private func rules(_ hit: String, _ random: inout Sequence64) -> String {
        let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            "{ '\(ogrs(&random))', '\(harm(&random))', '\(drugs(&random))', '->', '\(["A", "B"].randomElement(using: &random) ?? "A")' }"
        }
        return """
            decision_table "made" {
              title = "Made", hit = "\(hit)",
              inputs = { { "ogrs", of = function(n) return n.ogrs3 end }, { "harm", of = function(n) return n.risk_of_harm end }, { "drugs", of = function(n) return n.needs.drugs end } },
              outputs = { { "out", values = { "A", "B" } } },
              rows = { \(rows.joined(separator: ",\n")) },
            }
            """
    }

    private static let grid: [[TableValue]] = {
        let numbers = ends.flatMap { [$0 - 0.25, $0, $0 + 0.25] }.filter { 0...100 ~= $0 }
        return numbers.flatMap { ogrs in
            ["low", "medium", "high", "very_high"].flatMap { harm in
                [0, 1, 2].map { [.number(ogrs), .string(harm), .number($0)] }
            }
        }
    }()

    @Test("what is found is what the engine meets at every point of a grid", arguments: ["unique", "any", "first", "priority"], 0..<40)
    func everyPoint(_ hit: String, _ seed: Int) throws {
        var random = Sequence64(state: UInt64(seed) &* 7919 &+ UInt64(hit.utf8.count))
        let text = rules(hit, &random)
        let program = try TablePack(text).program
        let table = program.rules.tables[0].table
        let findings = TableChecks.findings(program)
        var answering: Set<Int> = []
        var hasGap = false
        var conflicts: Set<Int> = []
        for point in Self.grid {
            switch table.evaluate(point.map { $0 }) {
            case .known(let answer, let rows):
                hasGap = hasGap || answer == .none
                answering.formUnion(rows)
            case .conflict(let rows, _): conflicts.formUnion(rows)
            case .unknown: Issue.record("a table with all its inputs is unknown")
            }
        }
        let gaps = findings.filter { $0.code == .tableGap }
        let overlaps = findings.filter { $0.code == .tableOverlap }
        #expect(gaps.isEmpty != hasGap, "\(text)")
        #expect(overlaps.isEmpty == conflicts.isEmpty, "\(text)")
        #expect((gaps + overlaps).allSatisfy { $0.witness != nil && $0.severity != .note }, "\(text)")
        if hit == "first" || hit == "priority" {
            let silent = findings.filter { $0.code == .maskedRow && ($0.message.contains("can never answer") || $0.message.hasPrefix("row ")) }
            let named = Set(silent.compactMap { Int($0.message.dropFirst(4).prefix { $0 != " " }) })
            #expect(named == Set(1...table.cells.count).subtracting(answering), "\(text)")
        }
    }

    @Test("what is left of a space without its rows is what no row matches", arguments: 100..<140)
    func subtraction(_ seed: Int) throws {
        var random = Sequence64(state: UInt64(seed))
        let program = try TablePack(rules("first", &random)).program
        let rule = program.rules.tables[0]
        let check = TableCheck(program, rule, files: program.pack.writtenFiles, finder: WitnessFinder(program))
        let rest = try #require(check.space.rest(of: check.space.whole, without: check.space.rows.indices))
        for point in Self.grid {
            let pieces = zip(check.space.columns, point).map { column, value in column.pieces.firstIndex { $0.contains(value) } }
            let holding = rest.count { box in zip(box.sides, pieces).allSatisfy { side, piece in piece.map { side.contains($0) } ?? false } }
            let matches = rule.table.cells.contains { cells in zip(cells, point).allSatisfy { $0.matches($1) } }
            #expect(holding == (matches ? 0 : 1))
        }
    }
}
