import Notation
import PackTestKit
import RulePacks
import TestSupport
import Testing

/// Without Lua, a function that reads what it read of somebody before is not run again; Lua runs it each time.
@Suite("Answers given before")
struct RecalledAnswersTests {
    /// People who differ in little, so that functions soon read what they read before, with now and then something unusual.
    private struct People {
        var numbers: SeededNumbers

        mutating func next() -> TestNominal {
            let usual = numbers.below(5) > 0
            let total = usual ? "\(numbers.below(6))" : numbers.one(of: ["0", "7", "13", "40", "300", "5000", "1000000"])
            let ogrs = numbers.one(of: ["10", "50", "61.5", "75.0", "75", "null"])
            let dated = numbers.one(of: ["\"2026-03-01\"", "\"2026-03-01\"", "\"2019-01-01\"", "\"2027-01-01\"", "null"])
            let offences = (0..<numbers.below(4)).map { _ in
                offence(
                    numbers.one(of: ["robbery", "theft_shop", "violence"]), numbers.one(of: ["convicted", "charged"]),
                    on: numbers.one(of: ["2026-05-01", "2025-11-03", "2020-01-31"]))
            }
            let drugs = numbers.one(of: ["{\"drugs\":0,\"ete\":1}", "{\"drugs\":2,\"ete\":0}", "{\"ete\":2}", "null"])
            return [
                "custody_status": numbers.one(of: ["\"custody\"", "\"licence\"", "\"none\""]), "convictions_total": total,
                "ogrs2": ogrs, "ogrs2_date": dated, "gang": numbers.one(of: ["null", "{\"name\":\"A\",\"role\":\"member\"}"]),
                "statutory": numbers.one(of: ["true", "false"]), "borough": numbers.one(of: ["\"Camden\"", "\"Barnet\""]),
                "date_of_birth": numbers.one(of: ["\"1990-05-01\"", "\"2001-06-30\"", "\"2009-01-01\""]), "needs": drugs,
                "age_first_conviction": numbers.one(of: ["12", "13", "17", "31", "null"]), "risk_of_harm": numbers.one(of: ["\"low\"", "\"high\"", "null"]),
                "offences": usual ? "[\(offences.joined(separator: ","))]" : numbers.one(of: ["null", "[]"]),
            ]
        }
    }

    private static let common = """
        local convicted = filter { outcome = "convicted" }
        local lately = filter { type = { "robbery", "violence" }, within = months(12) }
        local shop = filter { type = "theft_shop" }
        local dear = filter { outcome = "convicted", min_value = 100 }
        local named = { custody = "in custody", licence = "on licence" }
        local long = ("a"):rep(1900)
        local function count(n, f) return n.offences:count(f) end
        local function worst(n)
          local most = 0
          for _, f in ipairs({ convicted, lately, shop }) do most = math.max(most, n.offences:count(f)) end
          return most
        end
        local fs = { convicted, lately, shop }
        local function longest(n)
          local most, offences = 0, n.offences
          for i = 1, #fs do most = math.max(most, offences:count(fs[i])) end
          return most
        end
        """

    /// What rows of a matrix come to, each in a function of its own.
    private static let bodies = [
        "return 1", "return n.convictions_total", "return n.convictions_total, n.convictions_total .. \" in all\"",
        "return n.age, n.age < 18 and \"a child\" or \"grown up\"", "return n.ogrs2", "return n:get(\"ogrs2\", 3)", "return n:has \"ogrs2\" and 2 or 1",
        "if n.statutory then return 4 end return 2, n.custody_status", "return n.custody_status == \"custody\" and 1 or 0, named[n.custody_status]",
        "return (n.gang.role == \"member\") and 3 or 1", "if n:has \"gang\" or n.needs.drugs == 2 then return 2 end return 0",
        "return n.needs.drugs + n.needs.ete, \"needs\"", "return n.offences:count(convicted) + 2 * n.offences:count(lately)",
        "local o = n.offences return o:any(lately) and o:count(shop) or 0", "return n.offences:count()", "return n.offences:any() and 1 or 0",
        "return count(n, shop), \"of \" .. count(n, convicted)", "return longest(n)", "return worst(n)", "return n.offences:all(convicted) and 1 or 0",
        "return n.offences:count(dear)", "return #n.offences", "for _, o in ipairs(n.offences) do if o.type == \"robbery\" then return 2 end end return 0",
        "local o = n.offences:latest(convicted) return o and o.date.year - 2000 or 0", "return n.offences[1].date.month",
        "return d.met.c and 1 or 0", "return d.met.c and n.convictions_total or d.score.first", "return d.score.first + n.convictions_total",
        "return d.band.first == \"high\" and 1 or 0, d.band.first", "return param.places[n.borough] and 1 or 2", "return param.most + (n.borough == \"Camden\" and 1 or 0)",
        "return as_of.year - 2000 + n.convictions_total", "return n.convictions_total // 0", "return n.convictions_total / 4, \"a quarter\"",
        "return n.convictions_total * 1e6", "if n.statutory == n.statutory then return n.convictions_total end return n.ogrs2",
        "local t = 0 for i = 1, 60 do t = t + n.offences:count(convicted) end return t",
        "return n.age_first_conviction", "local a = n:get(\"age_first_conviction\", 99) if a > 17 then return 0 end return a <= 13 and 5 or 3, \"first at \" .. a",
        "return n.risk_of_harm == \"high\" and 3 or 0, n.risk_of_harm", "if n:has \"risk_of_harm\" then return 1, n.risk_of_harm end return 0, \"not known\"",
        "return n.cohort.since.year - 2000", "return n.date_of_birth and 1 or 0",
    ]

    /// Those that never fail, whoever it is.
    private static let sound = bodies.filter { body in !["// 0", "date_of_birth"].contains { body.contains($0) } }

    private static func pack(_ bodies: [String], more: String = "") -> TestPack {
        let rows = bodies.enumerated().map { "{ \"r\($0.offset)\", \"R\", min = -1e15, max = 1e15, points = function(n, d) \($0.element) end }" }
        var pack = TestPack(
            """
            \(common)
            criteria "c" { title = "C", any = {
              { "a", "A", function(n) return n.convictions_total > 3 end }, { "b", "B", function(n) return n.offences:any(lately) end } } }
            matrix "m" { title = "M", range = { -1e18, 1e18 }, rows = { \(rows.joined(separator: ",\n")) } }
            matrix "first" { title = "F", range = { 0, 100 }, rows = { { "f", "F", max = 10, points = function(n) return n.offences:count(shop) * 2 end } },
              bands = { { "high", "High", from = 4 }, { "low", "Low" } } }
            selection { { "s", "S", when = function(n, d) return d.met.c and d.band.first == "high" end,
              because = function(n, d) return "a score of " .. d.score.first end } }
            """)
        pack.parameters = "most = { 90, min = 70, max = 100, unit = \"points\", title = \"Most\" }, places = { { \"Camden\", \"Enfield\" }, title = \"Places\" }"
        pack.maxAge = "ogrs2 = \"12 months\""
        pack.more = more
        return pack
    }

    @Test("are what the function would come to, and read the same", arguments: bodies)
    func each(body: String) throws {
        let both = try BothWays(Self.pack([body]).load())
        var people = People(numbers: SeededNumbers(state: UInt64(body.utf8.count)))
        var recalled = 0
        for _ in 0..<120 {
            let records = try both.decide(people.next().line)
            #expect(records.lua == records.direct)
            recalled += both.direct.evaluator.calls.recalled
            #expect(both.lua.evaluator.calls.recalled == 0)
        }
        // Where a rule fails, everything is worked out by Lua.
        #expect(recalled > (Self.sound.contains(body) ? 200 : -1))
    }

    @Test("so they are where many rules read one another's", arguments: 1...6)
    func many(seed: Int) throws {
        var numbers = SeededNumbers(state: UInt64(seed))
        let both = try BothWays(Self.pack((0..<30).map { _ in numbers.one(of: Self.sound) }).load())
        var people = People(numbers: numbers)
        var (all, recalled) = (0, 0)
        for _ in 0..<150 {
            let records = try both.decide(people.next().line)
            #expect(records.lua == records.direct)
            (all, recalled) = (all + both.direct.evaluator.calls.all, recalled + both.direct.evaluator.calls.recalled)
        }
        #expect(recalled * 2 > all, "\(recalled) of \(all)")
    }

    @Test("so they are where a function reads something new of everybody, and nothing more of it is kept")
    func ever() throws {
        let both = try BothWays(Self.pack(["return n.convictions_total, \"seen \" .. n.arrests_total", "return n.arrests_total % 7"]).load())
        for place in 0..<2600 {
            let nominal: TestNominal = ["convictions_total": "\(place % 40)", "arrests_total": "\(place * 7 % 3001)"]
            let records = try both.decide(nominal.line)
            #expect(records.lua == records.direct)
        }
    }

    @Test("count towards the same limit of work")
    func limits() throws {
        let bodies = [
            "local t = 0 for i = 1, n.convictions_total * 200 do t = t + i % 7 end return t", "return n.offences:count(convicted)",
            "return 1, (\"long \"):rep(1) .. n.custody_status .. \" and so on\"", "return d.score.first + n.offences:count(lately)",
        ]
        var ended = 0
        for limit in stride(from: 3000, through: 9000, by: 500) {
            let both = try BothWays(Self.pack(bodies, more: "limits = { instructions = \(limit) },").load())
            var people = People(numbers: SeededNumbers(state: 5))
            for _ in 0..<60 {
                let records = try both.decide(people.next().line)
                #expect(records.lua == records.direct, "\(limit)")
                if records.lua.contains("longer than one nominal may take") { ended += 1 }
            }
        }
        #expect(ended > 20)
    }

    @Test("count towards the same limit of text")
    func texts() throws {
        let both = try BothWays(Self.pack((0..<45).map { "if n.convictions_total > \($0) then return 1, long end return 1, \"short\"" }).load())
        var ended = 0
        for total in [0, 45, 44, 20, 34, 35, 36, 33, 45, 34, 35, 10, 45] {
            let records = try both.decide((["convictions_total": "\(total)"] as TestNominal).line)
            #expect(records.lua == records.direct)
            if records.lua.contains("reason_limit") { ended += 1 }
        }
        #expect(ended == 7)
    }

    @Test("leave the same trace of what each rule read")
    func reads() throws {
        let both = try BothWays(Self.pack(Self.sound).load())
        both.lua.evaluator.recordsReads = true
        both.direct.evaluator.recordsReads = true
        var people = People(numbers: SeededNumbers(state: 3))
        for _ in 0..<60 {
            _ = try both.decide(people.next().line)
            for rule in ["selection.s"] + Self.sound.indices.map({ "matrix.m.r\($0)" }) {
                #expect(both.lua.evaluator.answersRead(by: rule) == both.direct.evaluator.answersRead(by: rule))
                #expect(both.lua.evaluator.found(by: rule) == both.direct.evaluator.found(by: rule))
            }
        }
        // Somebody with a conviction of late and shops enough.
        let nominal: TestNominal = ["convictions_total": "5", "offences": list(offence("theft_shop", on: "2020-01-31"), offence("theft_shop", on: "2021-01-31"))]
        for _ in 0..<2 { _ = try both.decide(nominal.line) }
        #expect(both.direct.evaluator.calls.recalled > 20)
        #expect(both.direct.evaluator.answersRead(by: "selection.s") == ["criteria.c", "matrix.first"])
    }

    @Test("cost the same work whoever came before", arguments: sound)
    func work(body: String) throws {
        let pack = try Self.pack([body]).load()
        var people = People(numbers: SeededNumbers(state: 9))
        let lines = (0..<60).map { _ in people.next().line }
        // Nobody is told apart who was ever left to Lua, which counts otherwise.
        func work(_ order: [Int]) throws -> [Int: Int] {
            let decider = try Decider(pack)
            var work: [Int: Int] = [:]
            for place in [order[0], order[0]] + order {
                _ = try decider.decide(lines[place])
                let calls = decider.evaluator.calls
                work[place] = calls.withoutLua == calls.all ? decider.evaluator.instructions : nil
            }
            return work
        }
        let (there, back) = (try work(Array(0..<60)), try work((0..<60).reversed()))
        for place in 0..<60 {
            guard let one = there[place], let other = back[place] else { continue }
            #expect(one == other, "\(lines[place])")
        }
        #expect(there.count > (body.contains("worst") ? -1 : 20))
    }
}
