import Foundation
import TestSupport
import Testing

/// The same bytes in every process, each of which hashes in a way of its own.
@Suite("processes")
struct ProcessTests {
    /// Tables, walks, sorting and texts, in all the ways whose order Lua leaves open.
    private static let rules = """
        local weights = { robbery = 3, burglary_dwelling = 2, theft_shop = 1, violence = 4, fraud = 1, arson = 5 }
        local names = {}
        for name in pairs(weights) do names[#names + 1] = name end

        local function described(t)
          local parts = {}
          for key, value in pairs(t) do
            parts[#parts + 1] = tostring(key) .. "=" .. (type(value) == "table" and "{" .. table.concat(value, ";") .. "}" or tostring(value))
          end
          return table.concat(parts, ",")
        end

        matrix "probe" {
          title = "Probe", range = { 0, 1000 },
          rows = {
            { "walks", "Walks", max = 900, points = function(n)
                local t = { [3] = "c", [1] = "a", z = 1, [true] = 2, y = { 2, 1 }, [1.5] = n.borough, x = tostring, w = n.offences }
                for i = 1, 40 do t["k" .. i * 7919 % 97] = i end
                for i = 1, 40, 3 do t["k" .. i * 7919 % 97] = nil end
                return #n.borough, described(t) .. " " .. table.concat(names, " ") .. " " .. tostring(next(weights))
              end },
            { "sorts", "Sorts", max = 900, points = function(n)
                local t, parts = {}, {}
                for i = 1, 400 do t[i] = { i, i * i % 7 } end
                table.sort(t, function(a, b) return a[2] < b[2] end)
                for i = 1, 400, 40 do parts[#parts + 1] = t[i][1] end
                return 1, table.concat(parts, " ")
              end },
            { "holes", "Holes", max = 900, points = function(n)
                local lengths = {}
                for size = 10, 60 do
                  local t = {}
                  for i = 1, size do t["n" .. i] = i end
                  for i = 1, size do if i * 13 % 11 ~= 0 then t[i] = i end end
                  for i = 1, size do t["n" .. i] = nil end
                  t[size // 2] = nil
                  lengths[#lengths + 1] = #t
                end
                return 1, table.concat(lengths, " ")
              end },
            { "texts", "Texts", max = 900, points = function(n)
                print({}, print, n, n.offences, 0 / 0, -(0 / 0), as_of)
                local ok, why = pcall(function() return {} + print end)
                return 1, ("%s %s %.3f %g %q "):format({}, tostring, math.exp(1), 0 / 0, n.borough) .. why
              end },
          },
          bands = { { "high", "High", from = param.limit }, { "low", "Low" } },
        }
        criteria "fails" { title = "Fails", all = { { "fails", "Fails", function(n) return n.convictions_total < 20 or error({}) end } } }
        selection { { "high", "High", when = function(n, d) return d.met.fails and d.band.probe == "high" end } }
        """

    private static let arguments = ["evaluate", "rules/probe", "people.ndjson", "--as-of", "2026-11-01", "--rejects", "rejects.ndjson"]

    @Test("a pack of tables, walks, sorting and texts gives the same bytes in twenty processes, with any number of jobs")
    func twenty() throws {
        let pack = try SmallPack(["rules.lua": ProcessTests.rules, "../common/tools.lua": "return {}"], limits: SmallPack.unchanged)
        try pack.place.file("people.ndjson", Data(People.all.map { $0 + "\n" }.joined().utf8))
        var outputs: Set<String> = []
        for process in 0..<20 {
            let result = try WaymarkBinary.run(ProcessTests.arguments + ["--jobs", "\(1 + process % 3)"], in: pack.place.path)
            #expect(result.status == 3, "\(result.err)")
            outputs.insert(result.out)
        }
        #expect(outputs.count == 1)
        let records = try outputs.first.map { try $0.split(separator: "\n").map { try JSONValue(Data($0.utf8)) } } ?? []
        #expect(records.count == 3)
        // It must have come to something, and not be three errors that are always the same.
        #expect(records.filter { $0["error"] == .null }.count == 2)
    }

    @Test("an attack that runs to its end gives the same bytes in three processes, and writes nothing", arguments: Corpus.attacks.filter { $0.outcome == .same })
    func attacks(script: CorpusCase) throws {
        let pack = try SmallPack(script)
        try pack.place.file("people.ndjson", Data(People.all.map { $0 + "\n" }.joined().utf8))
        let before = pack.contents
        let outputs = try (0..<3).map { _ in try WaymarkBinary.run(ProcessTests.arguments, in: pack.place.path) }
        #expect(Set(outputs.map(\.out)).count == 1)
        #expect(outputs.allSatisfy { $0.status == 0 }, "\(outputs[0].err)")
        #expect(outputs[0].out.split(separator: "\n").count == 3)
        #expect(pack.contents.filter { $0.key != "rejects.ndjson" } == before)
    }
}
