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
        let result = try work(["a.lua": TestCommandTests.wrong, "b.lua": "it(\"\\27[2J\", function() error(\"\\27[2J\") end)\n"]).run("test", "rules/small")
        #expect(result.out.longLines.isEmpty)
        #expect(!result.out.contains("\u{1B}"))
        #expect(result.out.contains("tests/a.lua:1: expected `select`, was `none`"))
        #expect(result.out.contains("small 1.0.0: 0 passed, 2 failed, 0 skipped in "))
    }

    @Test("as JSON it has the shape that is promised, one object for each pack")
    func json() throws {
        let work = try work(["a.lua": TestCommandTests.spec, "b.lua": TestCommandTests.wrong])
        let result = try work.run("test", "rules/small", "rules/small", "--format", "json")
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
        let result = try work.run("test", "rules/small", "--format", "tap", "--junit", "out.xml")
        #expect(result.out == "TAP version 13\n1..1\nok 1 - selects the convicted\n")
        #expect(try work.read("out.xml").contains("<testcase name=\"selects the convicted\" classname=\"small tests/a.lua\""))
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
        process.arguments = ["test", "rules/small", "--watch"]
        process.currentDirectoryURL = URL(fileURLWithPath: work.place.path)
        process.standardOutput = try FileHandle(forWritingTo: log)
        process.standardError = process.standardOutput
        try process.run()
        defer { process.terminate() }
        for (text, expected) in [
            (nil, "1 passed, 0 failed"), (TestCommandTests.spec + TestCommandTests.wrong, "1 passed, 1 failed"), ("it(", "0 passed, 1 failed"),
        ] {
            if let text { try work.write("rules/small/tests/a.lua", text) }
            #expect(try await said(expected, in: work), "\(expected)")
        }
        try work.write("rules/small/pack.lua", "return {}")
        #expect(try await said("the pack does not load", in: work))
        #expect(process.isRunning)
    }

    /// Waits for words, a good while.
    private func said(_ words: String, in work: Workplace) async throws -> Bool {
        for _ in 0..<600 {
            if try work.read("log").contains(words) { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }
}
