import Foundation
import TestSupport
import Testing

@Suite("waymark test")
struct TestCommandTests {
    private static let spec = """
        it("selects the convicted", function()
          expect(evaluate(nominal { convictions_total = 1 }).recommendation.action).is("select")
        end)

        """
    private static let wrong = "it(\"is wrong\", function() expect(evaluate(nominal {}).recommendation.action).is(\"select\") end)\n"

    private func work(_ tests: [String: String]) throws -> Workplace {
        let work = try Workplace()
        try work.write(SmallPack.plain)
        for (name, text) in tests { try work.write("rules/small/tests/\(name)", text) }
        return work
    }

    @Test("ends with 0 where all pass, with 1 where one fails or there is none, and with 2 where it is used wrongly")
    func status() throws {
        let good = try work(["a.lua": TestCommandTests.spec])
        #expect(try good.run("test", "rules/small").status == 0)
        #expect(try good.run("test", "rules/small", "--filter", "nothing like it").status == 1)
        #expect(try good.run("test", "rules/none").status == 1)
        #expect(try good.run("test").status == 2)
        #expect(try good.run("test", "rules/small", "--jobs", "0").status == 2)
        #expect(try good.run("test", "rules/small", "--junit", "no/such/folder").status == 2)
        let bad = try work(["a.lua": TestCommandTests.spec, "b.lua": TestCommandTests.wrong])
        #expect(try bad.run("test", "rules/small").status == 1)
        #expect(try work([:]).run("test", "rules/small").status == 1)
        #expect(try work([:]).run("test", "rules/small").out.contains("there are no tests"))
    }

    @Test("says no line of more than 80 columns, and nothing that commands a terminal")
    func text() throws {
        let result = try work(["a.lua": TestCommandTests.wrong, "b.lua": "it(\"\\27[2J\", function() error(\"\\27[2J\") end)\n"]).run("test", "rules/small", "--nominals", "0")
        #expect(result.out.longLines.isEmpty)
        #expect(!result.out.contains("\u{1B}"))
        #expect(result.out.contains("tests/a.lua:1: expected `select`, was `none`"))
        #expect(result.out.contains("small 1.0.0: 0 passed, 2 failed, 0 skipped in "))
    }

    @Test("as JSON it has the shape that is promised, one object for each pack")
    func json() throws {
        let work = try work(["a.lua": TestCommandTests.spec, "b.lua": TestCommandTests.wrong])
        let result = try work.run("test", "rules/small", "rules/small", "--format", "json", "--nominals", "0")
        #expect(result.status == 1)
        #expect(result.out.lines.count == 2)
        for line in result.out.lines {
            #expect(try Schema.faults(line, "test") == [])
            let value = try JSONValue(line)
            #expect(value.at("passed") == .number(1))
            #expect(value.at("failed") == .number(1))
            #expect(value["tests"]?.items.last?["message"]?.text == "tests/b.lua:1: expected `select`, was `none`")
        }
    }

    @Test("writes TAP to standard output, and JUnit XML to a file beside any format")
    func others() throws {
        let work = try work(["a.lua": TestCommandTests.spec])
        let result = try work.run("test", "rules/small", "--format", "tap", "--junit", "out.xml", "--nominals", "0")
        #expect(result.out == "TAP version 13\n1..1\nok 1 - selects the convicted\n")
        #expect(try work.read("out.xml").contains("<testcase name=\"selects the convicted\" classname=\"small tests/a.lua\""))
    }

    @Test("as JSON it has coverage, mutation and the checks that every pack gets, in the shape that is promised")
    func measured() throws {
        let work = try work(["a.lua": TestCommandTests.spec])
        let result = try work.run("test", "rules/small", "--coverage", "--mutate", "--format", "json")
        #expect(result.status == 0)
        #expect(try Schema.faults(result.out, "test") == [])
        let value = try JSONValue(result.out)
        #expect(Set(value["tests"]?.items.compactMap { $0["kind"]?.text } ?? []) == ["spec", "check"])
        // One condition, which the spec sees met and never not met.
        #expect(value.at("coverage.branches.hit") == .number(1))
        #expect(value["coverage"]?["branches"]?["missed"] == .array([.string("selection.convicted no")]))
        #expect(value.at("coverage.total.percent") == .number(50))
        // With `>= 0` everybody is selected, and no test notices.
        let survived = value["mutation"]?["survived"]?.items ?? []
        #expect(survived.map { $0["now"]?.text } == ["0"])
        #expect(survived.first?["told_apart_by"]?.text?.contains("expect(d.recommendation.action).is(\"none\")") == true)
        #expect(value.at("mutation.of") == .number(5))
    }

    @Test("a spec that the text shows can be pasted into a file as it stands, and kills the change")
    func pasted() throws {
        let work = try work(["a.lua": TestCommandTests.spec])
        let before = try work.run("test", "rules/small", "--mutate", "--min-mutation", "100")
        #expect(before.status == 1)
        #expect(before.out.longLines.isEmpty && before.err.longLines.isEmpty)
        let spec = before.out.lines.drop { !$0.hasPrefix("    it(") }.prefix { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) + "\n" }.joined()
        #expect(spec.hasSuffix("end)\n"))
        try work.write("rules/small/tests/b.lua", spec)
        #expect(try work.run("test", "rules/small", "--mutate", "--min-mutation", "100").status == 0)
    }

    @Test("fails below a threshold, and says by how much")
    func thresholds() throws {
        let work = try work(["a.lua": TestCommandTests.spec])
        #expect(try work.run("test", "rules/small", "--min-coverage", "50").status == 0)
        let result = try work.run("test", "rules/small", "--min-coverage", "51")
        #expect(result.status == 1)
        #expect(result.err == "waymark: small: coverage is 50%, 1 of 2, and 51% is asked for\n")
    }

    @Test("says that no change is tried while a test fails, even one that was not asked for")
    func failingBeforeMutation() throws {
        let bad = try work(["a.lua": TestCommandTests.spec, "b.lua": TestCommandTests.wrong])
        for filter in ["i", "convicted"] {
            let result = try bad.run("test", "rules/small", "--nominals", "0", "--mutate", "--filter", filter)
            #expect(result.status == 1)
            #expect(!result.out.contains("mutation"))
            #expect(result.err.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
                == "waymark: small: no change was tried: that needs every test to pass, and `is wrong` fails")
        }
        let good = try work(["a.lua": TestCommandTests.spec]).run("test", "rules/small", "--nominals", "0", "--mutate", "--min-mutation", "101")
        #expect(good.status == 2)
        let tried = try work(["a.lua": TestCommandTests.spec]).run("test", "rules/small", "--nominals", "0", "--min-mutation", "100")
        #expect(tried.status == 1)
        #expect(tried.out.contains("\nmutation\n  "))
        #expect(tried.err.hasPrefix("waymark: small: the mutation score is "))
    }

    @Test("runs again when a file changes, until it is ended")
    func watch() async throws {
        let work = try work(["a.lua": TestCommandTests.spec])
        let log = try work.place.file("log", Data())
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("waymark")
        process.arguments = ["test", "rules/small", "--watch", "--nominals", "0"]
        process.currentDirectoryURL = URL(fileURLWithPath: work.place.path)
        process.standardOutput = try FileHandle(forWritingTo: log)
        process.standardError = process.standardOutput
        try process.run()
        defer { process.terminate() }
        try #require(try await runs(1, in: work).contains("1 passed, 0 failed"))
        for (count, text, expected) in [(2, TestCommandTests.spec + TestCommandTests.wrong, "1 passed, 1 failed"), (3, "it(", "0 passed, 1 failed")] {
            try work.write("rules/small/tests/a.lua", text)
            try #require(try await runs(count, in: work).contains(expected))
        }
        try work.write("rules/small/pack.lua", "return {}")
        #expect(try await runs(4, in: work).contains("the pack does not load"))
        #expect(process.isRunning)
    }

    /// What is said once so many runs are over; what has been said so far where that takes too long.
    private func runs(_ count: Int, in work: Workplace) async throws -> String {
        for _ in 0..<3000 {
            let said = try work.read("log")
            if said.components(separatedBy: "Watching for changes").count > count { return said }
            try await Task.sleep(for: .milliseconds(100))
        }
        return try work.read("log")
    }
}
