import Foundation
import TestSupport
import Testing

@Suite("evidence for a board")
struct PackEvidenceTests {
    /// The small scheme with tests of its own, in two versions, and people for it.
    private func scheme(_ work: Workplace, people: Int = 60) throws {
        for (folder, version, limit) in [("old", "1.0.0", 30), ("new", "1.1.0", 20)] {
            var pack = SmallPack.plain
            pack.reads = ["convictions_total", "ogrs2", "age"]
            pack.more = """
                protected = { age = "Services are commissioned by age." },
                  parameters = { least = { \(limit), min = 1, max = 99, unit = "convictions", title = "Convictions that are enough", note = "illustrative" } },
                """
            pack.rules = """
                selection {
                  { "convicted", "Convicted often enough", category = "core",
                    when = function(n) return n.convictions_total >= param.least and n.age >= 18 end },
                  { "high", "High OGRS2", action = "monitor", when = function(n) return n.ogrs2 >= 60 end },
                }

                """
            try work.write("\(folder)/small/pack.lua", pack.manifest.replacing("1.0.0", with: version))
            try work.write("\(folder)/small/rules.lua", pack.rules)
            try work.write(
                "\(folder)/small/tests/small.csv",
                """
                name,age,convictions_total,ogrs2,expect.action
                enough,30,\(limit),,select
                too few,30,\(limit - 1),10,none
                a child,17,99,10,none
                high,30,0,60,monitor
                not high,30,0,59,none

                """)
        }
        let made = try work.run("cohort", "synth", "--count", "\(people)", "--seed", "4", "--as-of", "2026-01-01")
        try work.write("cohort.ndjson", made.out)
    }

    private func evidence(_ work: Workplace, _ more: String...) throws -> WaymarkBinary.Result {
        try WaymarkBinary.run(["pack", "evidence", "new/small", "--cohort", "cohort.ndjson"] + more, in: work.place.path)
    }

    @Test("has the promised shape as JSON, against a pack in force and against nothing")
    func json() throws {
        let work = try Workplace()
        try scheme(work)
        for more in [["--against", "old/small"], []] {
            let result = try WaymarkBinary.run(["pack", "evidence", "new/small", "--cohort", "cohort.ndjson", "--format", "json"] + more, in: work.place.path)
            #expect(result.status == 0, "\(result.err)")
            #expect(try Schema.faults(result.out, "evidence") == [])
            let report = try JSONValue(result.out)
            #expect(report.at("pack.version")?.text == "1.1.0")
            #expect(report.at("comes_after.version")?.text == (more.isEmpty ? nil : "1.0.0"))
            #expect(report["in_force"] == .bool(false))
            #expect(report["record"]?.items.count == 37)
            #expect(report.at("assurance.mutation.of") != nil)
        }
    }

    @Test("says the number that changed, and for how many")
    func changes() throws {
        let work = try Workplace()
        try scheme(work)
        let result = try evidence(work, "--against", "old/small", "--skip-mutation", "--html", "page.html")
        #expect(result.status == 0)
        #expect(result.out.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("30 convictions → 20 convictions"))
        let page = try work.read("page.html")
        #expect(page.contains("30 convictions → 20 convictions"))
        let impact = try JSONValue(try work.run("impact", "old/small", "new/small", "cohort.ndjson", "--as-of", "2026-01-01", "--format", "json").out)
        let joiners = impact["joiners"]?.items ?? []
        #expect(!joiners.isEmpty)
        let report = try JSONValue(try evidence(work, "--against", "old/small", "--skip-mutation", "--format", "json").out)
        #expect(report.at("impact.joiners") == .number(Double(joiners.count)))
    }

    @Test("names nobody, on the page or in the data")
    func nobody() throws {
        let work = try Workplace()
        try scheme(work)
        let json = try evidence(work, "--against", "old/small", "--skip-mutation", "--format", "json", "--html", "page.html").out
        let page = try work.read("page.html")
        let ids = try work.read("cohort.ndjson").lines.compactMap { try JSONValue($0)["id"]?.text }
        #expect(ids.count == 60)
        for id in ids { #expect(!json.contains(id) && !page.contains(id), "\(id)") }
    }

    @Test("has the same bytes each time, from any folder")
    func same() throws {
        let work = try Workplace()
        try scheme(work)
        let one = try evidence(work, "--against", "old/small", "--format", "json", "--html", "one.html").out
        let arguments = ["pack", "evidence", "\(work.place.path)/new/small", "--against", "\(work.place.path)/old/small", "--cohort", "\(work.place.path)/cohort.ndjson"]
        let two = try WaymarkBinary.run(arguments + ["--format", "json", "--html", "\(work.place.path)/two.html"], in: "/").out
        #expect(one == two)
        #expect(try work.read("one.html") == work.read("two.html"))
        #expect(!one.contains(work.place.path))
    }

    @Test("leaves trying mistakes out only where it is told to, and then says so")
    func skipped() throws {
        let work = try Workplace()
        try scheme(work)
        #expect(try evidence(work).out.contains("The computer made small mistakes in the rules"))
        let without = try evidence(work, "--skip-mutation").out
        #expect(without.contains("The author left this out. The board can ask for it."))
        #expect(without.contains("It was not tried which mistakes the tests would notice"))
    }

    @Test("is not made of a pack whose tests fail, or that has errors")
    func failing() throws {
        let work = try Workplace()
        try scheme(work)
        try work.write("new/small/tests/small.csv", "name,convictions_total,expect.action\nwrong,99,none\n")
        let result = try evidence(work, "--html", "page.html")
        #expect(result.status == 1)
        #expect(result.err.contains("tests do not pass"))
        #expect(!work.has("page.html"))
        try work.write("new/small/rules.lua", "selection { { \"x\", \"X\", when = function(n) return n.ogsr2 end } }\n")
        #expect(try evidence(work).status == 1)
    }

    @Test("with outcomes, it says how often the rules are wrong, group by group")
    func outcomes() throws {
        let work = try Workplace()
        try scheme(work, people: 400)
        let ids = try work.read("cohort.ndjson").lines.compactMap { try JSONValue($0)["id"]?.text }
        try work.write("outcomes.csv", "id,outcome\n" + ids.enumerated().map { "\($1),\($0 % 2)\n" }.joined())
        let result = try evidence(work, "--against", "old/small", "--skip-mutation", "--outcomes", "outcomes.csv")
        #expect(result.status == 0, "\(result.err)")
        #expect(result.out.contains("False positive"))
        #expect(result.out.contains("The same under what is in force"))
    }

    @Test("wants a file as its cohort, as it reads it more than once")
    func standardInput() throws {
        let work = try Workplace()
        #expect(try work.run("pack", "evidence", "rules/stoke-on-trent", "--cohort", "-").status == 2)
    }
}
