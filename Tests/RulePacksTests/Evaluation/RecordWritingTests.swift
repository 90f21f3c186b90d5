import Cohorts
import Decisions
import Notation
import PackTestKit
import RulePacks
import TestSupport
import Testing

/// A run writes records without making decisions of them first: it must write what a decision would.
@Suite struct RecordWritingTests {
    /// The record of each line, by way of a decision.
    private static func byWayOfDecisions(_ pack: PackSource, _ lines: [String]) throws -> [String] {
        let decider = try Decider(pack)
        var json = JSONWriter()
        return try lines.map { line in
            var decision = try decider.decide(line)
            decision.input = Array(line.utf8).withUnsafeBytes { PackSource.digest(of: $0) }
            json.reset()
            decision.write(to: &json, pack: pack.identity)
            return json.text
        }
    }

    private static func synthetic(_ count: Int) -> [String] {
        let cohort = SyntheticCohort(seed: 11, asOf: testDay)
        return (0..<count).map { String(decoding: cohort.line($0), as: UTF8.self) }
    }

    @Test("the records of a run are those of its decisions", arguments: ["staffordshire", "gripping-the-offender", "west-midlands", "birmingham", "wakefield"])
    func packs(id: String) async throws {
        let pack = try PackSource.load(projectFolder + "/rules/" + id).pack
        guard !CohortRun.readsTwice(try Decider(pack).program.rules) else { return }
        let lines = Self.synthetic(150) + (try projectLines("examples/nominals.ndjson"))
        #expect(try await RanCohort(pack, lines).lines == Self.byWayOfDecisions(pack, lines))
    }

    @Test("so are records with what is rare in them")
    func rare() async throws {
        let pack = try TestPack("""
            criteria "c" { title = "“C” \\"quoted\\"", all = { { "a", "A", function(n) return n.ogrs2 > 50 end }, any = { { "b", "B", function(n) return n.ogrs3 > 50 end }, { "f", "F", function(n) return false end } } } }
            matrix "m" { title = "M\\tm", range = { -50, 100 }, rows = {
              { "cut", "Cut", max = 10, points = function(n) return n:get("ogrs2", 12.5), "a \\"reason\\"\\n\\\\ \\1 " .. n.borough .. " \\xff\\xc3" end },
              { "open", "Open", points = function(n) return n.ogrs3 end },
              { "steps", "Steps", of = function(n) return n.ogrs3 end, steps = { { 75.5, 7.25 }, { 50, 3 } } },
              { "fixed", "Fixed", points = -3, when = function(n) return n.ogrs2 > 20 end } },
              bands = { { "high", "High", from = 20 }, { "low", "Low" } } }
            matrix "t" { title = "T", range = { 0, 100 }, rows = { { "x", "X", max = 5, points = function(n) return n.ogrs2 / 20 end } }, total = function(row) return row.x * 2 end }
            classification "k" { title = "K", pick = "any", classes = { { "y", "Y", when = function(n) return n.ogrs2 > 10 end }, { "z", "Z", when = function(n) return true end } } }
            selection {
              { "sure", "Sure", when = function(n) return n:get("ogrs2", 0) > 99 end },
              { "broken", "Broken", when = function(n) if n.ogrs2 == 13 then error("no") end if n.ogrs2 == 14 then print("a trace") end return false end },
              { "s", "S", when = function(n, d) return d.met.c or d.band.m == "high" end, because = function(n) return n.ogrs2 > 90 and "because" or nil end },
              { "w", "W", when = function(n, d) return d.class.k.y end, action = "monitor" } }
            tasking {
              { "plain", "Plain", owner = "o" },
              { "dated", "Dated", owner = "o", due = function(n) return as_of + days(2) end, because = function(n, d) return d.score.t end },
              { "doubtful", "Doubtful", owner = "o", when = function(n) return n.ogrs3 > 1 end } }
            """).load()
        var lines: [String] = []
        for ogrs2 in ["null", "0", "13", "14", "21", "60", "95", "99.5"] {
            for ogrs3 in ["null", "10", "80"] {
                for id in ["plain", #"q\"uo\\te\u0001"#, "ünïcode"] {
                    let nominal = TestNominal.neutral.named("\(id)-\(ogrs2)-\(ogrs3)").with("ogrs2", ogrs2).with("ogrs3", ogrs3)
                    lines.append(nominal.with("borough", #""B \"ø\" \u0002""#).line)
                }
            }
        }
        let records = try await RanCohort(pack, lines).lines
        #expect(records == (try Self.byWayOfDecisions(pack, lines)))
        for part in ["\"error\":{", "\"trace\":[\"", "cut to the maximum", "\"to\":null", "\"band\":null", "\"action\":\"monitor\"", "\"action\":\"refer\"", "could not be decided"] {
            #expect(records.contains { $0.contains(part) }, "\(part)")
        }
    }

    @Test("a character that JSON escapes is found wherever it stands in a text, however long that is")
    func oddCharacters() async throws {
        let pack = try TestPack("""
            matrix "m" { title = "M", range = { 0, 9 }, rows = { { "r", "R", points = function(n) return 1, n.borough end } } }
            selection { { "s", "S", when = function(n) return true end, because = function(n) return n.borough end } }
            """).load()
        var lines: [String] = []
        for length in 1...40 {
            let odd = [#"\""#, #"\\"#, #"\u0001"#, #"\n"#, "é", "~"]
            for place in 0..<length {
                let text = String(repeating: "a", count: place) + odd[(length + place) % odd.count] + String(repeating: "b", count: length - place - 1)
                lines.append(TestNominal.neutral.named("\(length)-\(place)").with("borough", "\"\(text)\"").line)
            }
        }
        #expect(try await RanCohort(pack, lines).lines == Self.byWayOfDecisions(pack, lines))
    }
}
