import Foundation
import Notation
import RulePackTesting
import TestSupport
import Testing

@Suite("a run of tests")
struct PackTestRunTests {
    private static let files = [
        "b.lua": "describe(\"scores\", function()\n it(\"start at 0\", function() expect(evaluate(nominal {}).score.sac).is(0) end)\n it(\"differ\", function() expect(evaluate(nominal {}).score.sac).is(1) end)\nend)\n",
        "a.csv": "name,expect.action\nquiet,none\n", "c.lua": "it(\"is last\", function() expect(1).is(1) end)\n", "notes.txt": "not a test",
    ]

    @Test("has the same results in the same order for any number of jobs", arguments: [1, 2, 3, 8])
    func order(jobs: Int) async throws {
        let report = try await Camford(PackTestRunTests.files).report(jobs: jobs)
        #expect(report.results.map(\.test.name) == ["a > quiet", "scores > start at 0", "scores > differ", "is last"])
        #expect(report.results.map(\.status.rawValue) == ["passed", "passed", "failed", "passed"])
        #expect(!report.hasPassed)
    }

    @Test("runs only what is asked for, whatever the case of its letters, and counts the rest as skipped")
    func filter() async throws {
        let report = try await Camford(PackTestRunTests.files).report(filter: "SCORES > start")
        #expect(report.results.map(\.status.rawValue) == ["skipped", "passed", "skipped", "skipped"])
        #expect(report.hasPassed)
    }

    @Test("of nothing is a failure that says so")
    func nothing() async throws {
        let none = try await Camford().report()
        #expect(!none.hasPassed)
        #expect(none.text.hasPrefix(
            "  there are no tests: write `tests/*.lua` or `tests/*.csv` in the pack's folder\ncamford 1.2.0: 0 passed, 0 failed, 0 skipped in "))
        let skipped = try await Camford(PackTestRunTests.files).report(filter: "no such")
        #expect(!skipped.hasPassed)
        #expect(skipped.text.hasPrefix("  no test has `no such` in its name\ncamford 1.2.0: 0 passed, 0 failed, 4 skipped"))
    }

    @Test("is quiet about what passes and says all of what fails")
    func text() async throws {
        let text = try await Camford(PackTestRunTests.files).report().text
        #expect(text.hasPrefix("""
              tests/a.csv  1 passed
              tests/b.lua  1 passed, 1 failed
              tests/c.lua  1 passed

            failed: scores > differ
              tests/b.lua:3: expected 1, was 0
                `sac` is 0, `monitor`:
                  burglary  0  0 in a year
                  ogrs      0  0, below 50

            camford 1.2.0: 3 passed, 1 failed, 0 skipped in 
            """))
    }

    @Test("as JSON it has the shape that is promised")
    func json() async throws {
        for filter in [nil, "last", "no such"] {
            let report = try await Camford(PackTestRunTests.files).report(filter: filter)
            var json = JSONWriter()
            report.write(to: &json)
            let folder = URL(
                fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            let schema = try Data(contentsOf: folder.appendingPathComponent("docs/schema/test.schema.json"))
            #expect(try JSONSchemaValidator.validate(instance: Data(json.bytes), schema: schema, others: [:]) == [])
        }
    }

    @Test("as TAP and as JUnit XML it has every test, with nothing that could break the form")
    func others() async throws {
        let report = try await Camford(
            ["a.lua": "it(\"<&\\\"> # \\27 5\", function() expect(\"\\1<\").is(\"]]>\") end)\nit(\"b\", function() expect(1).is(1) end)\n"]).report()
        let tap = PackTestReport.tap([report]).split(separator: "\n").map(String.init)
        #expect(tap.prefix(3) == ["TAP version 13", "1..2", "not ok 1 - <&\"> \\# \u{FFFD} 5"])
        #expect(tap.last == "ok 2 - b")
        let xml = PackTestReport.junit([report, report])
        let parser = XMLChecker(Data(xml.utf8))
        #expect(parser.names["testsuite"] == 2)
        #expect(parser.names["testcase"] == 4)
        #expect(parser.names["failure"] == 2)
        #expect(xml.contains("<testsuites tests=\"4\" failures=\"2\" skipped=\"0\""))
    }

    @Test("a decision of a pack that uses the date while it loads is as of the date that is asked for")
    func tied() async throws {
        let files = ["a.lua": """
            it("knows the date", function()
              for _, year in ipairs { 2026, 2027, 2026 } do
                local d = evaluate(nominal {}, { as_of = year .. "-11-01" })
                expect(d.met.late).is(year == 2027)
                expect(d.as_of.year).is(year)
              end
            end)
            """]
        let rules = "local late = as_of >= date \"2027-01-01\"\ncriteria \"late\" { title = \"Late\", all = { { \"x\", \"X\", function() return late end } } }\n"
        #expect(try await Camford(files, rules: rules).report().messages == [])
    }
}
