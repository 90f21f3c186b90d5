import Cohorts
import Decisions
import Notation
import PackTestKit
import RulePacks
import Testing

/// Groups and places of a whole cohort, asked for by several workers, or in parts.
@Suite struct SurveyTests {
    private static let rules = """
        group "gang" { title = "Gang", key = function(n) return n.gang.name end }
        group "network" { title = "Network", link = { "co_offender", "gang" }, within = months(60) }
        matrix "sac" { title = "S", range = { 0, 100 }, rows = { { "o", "O", max = 90, points = function(n) return n.ogrs2 end } } }
        matrix "among" { title = "A", range = { 0, 200 }, rows = {
          { "own", "Own", max = 100, points = function(n, d) return d.score.sac end },
          { "mean", "Mean", max = 100, points = function(n, d) return d.group.network.size > 0 and d.group.network:mean_score "sac" or 0 end } } }
        selection { { "join", "Join", when = function(n, d) return d.group.network:mean_score "among" >= 0 or n.convictions_total > 3 end },
          { "alone", "Alone", when = function(n, d) return d.group.gang.size ~= 1 end } }
        allocation { title = "Places", capacity = 20, rank = { function(n, d) return d.score.among end, function(n) return n.ogrs3 / 3 end },
          keep = function(n) return n.statutory end }

        """

    private static let people = (0..<240).map { String(decoding: SyntheticCohort(seed: 9, asOf: testDay).line($0), as: UTF8.self) }

    @Test("several workers come to the same records as one", arguments: [2, 3, 7])
    func workers(jobs: Int) async throws {
        let pack = try TestPack(Self.rules).load()
        let lines = Self.people + ["no nominal", Self.people[3]]
        let (one, several) = (try await RanCohort(pack, lines), try await RanCohort(pack, lines, jobs: jobs))
        #expect(one.lines == several.lines)
        #expect(one.rejects.count == 2)
        #expect(one.rejects == several.rejects)
        #expect(one.lines.contains { $0.contains(#""outcome":"displaced""#) })
        #expect(one.lines.contains { $0.contains(#""code":"rank_unknown""#) })
    }

    /// The lines of every step, and the records of the parts, one behind another.
    private func evaluated(_ pack: PackSource, parts: [[String]]) async throws -> (steps: Int, records: [String]) {
        let folder = try TestFolder()
        let run = CohortRun(pack: pack, asOf: testDay)
        func source(_ name: String, _ lines: [String]) throws -> any CohortSource {
            try openCohort(path: try folder.write(name, lines.map { $0 + "\n" }.joined()), layout: run.layout, rewindable: false)
        }
        var known: [String] = []
        var steps = 0
        while true {
            var said: [String] = []
            for part in parts {
                let output = KeptOutput()
                let before = steps == 0 ? nil : try source("known.ndjson", known)
                try run.survey(
                    try source("part.ndjson", part), known: before, by: try await run.crew(), into: output)
                said += String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
            }
            if said.isEmpty { break }
            known += said
            steps += 1
        }
        var records: [String] = []
        for part in parts {
            let output = KeptOutput()
            _ = try await run.evaluate(try source("part.ndjson", part), into: output, surveyed: try source("known.ndjson", known))
            records += String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        return (steps, records)
    }

    @Test("parts that are surveyed first come to the same records as the whole", arguments: [1, 2, 5])
    func parts(count: Int) async throws {
        let pack = try TestPack(Self.rules).load()
        let size = (Self.people.count + count - 1) / count
        let parts = stride(from: 0, to: Self.people.count, by: size).map { Array(Self.people[$0..<min($0 + size, Self.people.count)]) }
        let inParts = try await evaluated(pack, parts: parts)
        #expect(inParts.steps == 4, "groups, two means one after the other, places")
        #expect(inParts.records == (try await RanCohort(pack, Self.people).lines))
    }

    @Test("a survey that is not at its end, or is another pack's, is refused")
    func refused() async throws {
        let pack = try TestPack(Self.rules).load()
        let folder = try TestFolder()
        let run = CohortRun(pack: pack, asOf: testDay)
        let lines = try folder.write("people.ndjson", Self.people.prefix(5).map { $0 + "\n" }.joined())
        let output = KeptOutput()
        try run.survey(
            try openCohort(path: lines, layout: run.layout, rewindable: false), known: nil, by: try await run.crew(), into: output)
        let said = String(decoding: output.bytes, as: UTF8.self)
        for (known, words) in [
            (said, "is not at its end"), (said.replacing("\"step\":0", with: "\"step\":1"), "another step or pack"),
            (said.replacing("\"keys\":[", with: "\"keys\":[null,"), "another step or pack"), ("{\"step\":0,\"id\":4}\n", "wants a text in quotes"),
        ] {
            let path = try folder.write("known.ndjson", known)
            let source = try openCohort(path: lines, layout: run.layout, rewindable: false)
            do {
                _ = try await run.evaluate(source, into: KeptOutput(), surveyed: try openCohort(path: path, layout: run.layout, rewindable: false))
                Issue.record("it was taken: \(words)")
            } catch let error as CohortError {
                #expect(error.message.contains(words), "\(error.message)")
            }
        }
    }

    @Test("groups by links and places come to what a plain reading of their rules gives")
    func plainly() async throws {
        // Made-up people: each names some others, some of whom are in no file.
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var links: [Int: [Int]] = [:]
        var scores: [Int] = []
        for person in 0..<400 {
            links[person] = (0..<(next(10) < 6 ? 0 : next(3) + 1)).map { _ in next(460) }.filter { $0 != person }
            scores.append(next(40))
        }
        let rules = """
            group "network" { title = "N", link = { "co_offender" } }
            selection { { "all", "All", when = function() return true end } }
            allocation { title = "P", capacity = 50, rank = { function(n) return n.ogrs2 end } }
            """
        let people = (0..<400).map { person in
            TestNominal.neutral.named("p\(person)").with("ogrs2", "\(scores[person])")
                .with("associates", "[" + (links[person] ?? []).map { #"{"id":"p\#($0)","kind":"co_offender"}"# }.joined(separator: ",") + "]")
        }
        let records = try await RanCohort(TestPack(rules).load(), people.map(\.line)).records()
        // Everybody who can be reached, one step at a time.
        var neighbours: [Int: Set<Int>] = [:]
        for (person, others) in links {
            for other in others {
                neighbours[person, default: []].insert(other)
                neighbours[other, default: []].insert(person)
            }
        }
        let ranked = (0..<400).sorted { scores[$0] == scores[$1] ? "p\($0)" < "p\($1)" : scores[$0] > scores[$1] }
        for person in 0..<400 {
            var reached: Set<Int> = neighbours[person] == nil ? [] : [person]
            var open = Array(reached)
            while let one = open.popLast() {
                for other in neighbours[one] ?? [] where reached.insert(other).inserted { open.append(other) }
            }
            let members = reached.filter { $0 < 400 }.map { "p\($0)" }
            let record = try #require(records["p\(person)"])
            #expect(record.groups["network"] == Record.Group(key: members.min(), size: members.count))
            #expect(record.allocation?.rank == (ranked.firstIndex(of: person) ?? -1) + 1)
        }
    }
}
