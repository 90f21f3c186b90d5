import LuaRuntime
import Testing

@Suite("Lines that run")
struct LineTests {
    /// A state with the source loaded as `test.lua`, recording.
    private func bench(_ source: String, modules: [String: String] = [:], _ limits: LuaLimits = LuaLimits()) throws -> Workbench {
        let bench = try Workbench(limits)
        bench.host.modules = modules
        try bench.load(source)
        try bench.seal()
        return bench
    }

    private func ran(_ bench: Workbench, _ chunk: String = "test.lua") -> [Int] {
        bench.state.takeLines().first { $0.chunk == chunk }?.lines ?? []
    }

    @Test("the lines to run are those where code of a function can run", arguments: [
        ("rule \"r\" { run = function(n) return 1 end }", [1]),
        ("rule \"r\" {\n run = function(n)\n\n return 1\n end,\n}", [4]),
        ("rule \"r\" { run = function(n)\n if n.convictions > 1 then\n return 1\n else\n return 2\n end\n end }", [2, 3, 5]),
        // Where control can come to a function's end, it has a line of its own.
        ("rule \"r\" { run = function(n)\n if n.convictions > 1 then\n return 1\n end\n end }", [2, 3, 5]),
        // A call that is the answer never comes back to the line of its bracket.
        ("local f = tostring\nrule \"r\" { run = function(n)\n if n.convictions > 1 then\n return f(\n )\n else\n return 2\n end\n end }", [3, 4, 7]),
        ("rule \"r\" { run = function(n)\n return n.convictions > 1\n and n.statutory\n end }", [2, 3]),
        ("rule \"r\" { run = function(n)\n while true do\n local x = 1\n if x == 1 then break end\n end\n return 1\n end }", [3, 4, 6]),
        // A loop over a list has something to tidy away at its end, and a function inside is made at its own.
        ("rule \"r\" { run = function(n)\n for i = 1, 2 do\n local x = i\n end\n for _, o in ipairs(n.offences) do\n local x = o\n end\n return 1\n end }", [2, 3, 5, 6, 7, 8]),
        // Functions inside functions, and those that rules call.
        ("local function at_least(k)\n return k > 1\nend\nlocal function never() return 1 end\nrule \"r\" { run = function(n)\n local f = function()\n return 2\n end\n return at_least(f())\n end }", [2, 7, 8, 9]),
        ("rule \"r\" { run = function(...)\n return ...\n end }", [2]),
        ("local t = { 1, 2 }", []),
    ] as [(String, [Int])])
    func linesToRun(source: String, expected: [Int]) throws {
        let lines = try bench(source).state.linesToRun()
        #expect(lines.flatMap(\.lines) == expected)
    }

    @Test("of a file or module, what runs only while loading is not there to be run, and what a rule names is")
    func reachable() throws {
        let rag = "local rag = {}\nfunction rag.bands()\n return 1\nend\nfunction rag.flagged()\n return 2\nend\nrag.inner = { deep = function()\n return 3\n end }\nreturn rag"
        let bench = try bench(
            """
            local rag = require "common.rag"
            local first = rag.bands()
            function shared()
              return 4
            end
            function factory()
              return function() return 5 end
            end
            local made = factory()
            rule "r" { run = function(n) return rag.flagged() + rag.inner.deep() + shared() + made() end }
            """, modules: ["common.rag": rag])
        #expect(try bench.state.linesToRun() == [
            LuaChunkLines(chunk: "common.rag.lua", lines: [6, 9]), LuaChunkLines(chunk: "test.lua", lines: [4, 7, 10]),
        ])
    }

    @Test("a table whose keys only a run knows may hand over any of its functions")
    func lookedUp() throws {
        let bench = try bench(
            """
            local by_risk = {
              low = function() return 1 end,
              high = function() return 2 end,
            }
            rule "r" { run = function(n) return by_risk[n.risk]() end }
            """)
        #expect(try bench.state.linesToRun().flatMap(\.lines) == [2, 3, 5])
        try bench.state.startRecordingLines()
        bench.begin(Row(risk: 2))
        #expect(bench.call("r") == "2")
        #expect(ran(bench) == [3, 5])
    }

    static let branching = """
        local function describe(k)
          if k > 1 then
            return "many"
          elseif k == 1 then
            return "one"
          end
        end
        rule "r" {
          run = function(n)
            local text = describe(n.convictions)
            for _, o in ipairs(n.offences) do
              text = "some"
            end
            return n.convictions > 1
              and n.ogrs
          end,
        }
        """

    @Test("each line that runs is noted, from one taking to the next", arguments: [
        (Row(convictions: 2, ogrs: 1), [2, 3, 10, 11, 13, 14, 15]),
        (Row(convictions: 1), [2, 4, 5, 10, 11, 13, 14, 15]),
        (Row(convictions: 0, offences: [.init()]), [2, 4, 7, 10, 11, 12, 13, 14, 15]),
        // Stopped at what is not known.
        (Row(convictions: nil), [10]),
    ] as [(Row, [Int])])
    func recorded(row: Row, expected: [Int]) throws {
        let bench = try bench(LineTests.branching)
        try bench.state.startRecordingLines()
        bench.begin(row)
        _ = bench.call("r")
        #expect(ran(bench) == expected)
        #expect(ran(bench) == [])
    }

    @Test("every line there is to run does run for somebody")
    func complete() throws {
        let bench = try bench(LineTests.branching)
        try bench.state.startRecordingLines()
        for row in [Row(convictions: 2, ogrs: 1), Row(convictions: 1), Row(convictions: 0, offences: [.init()])] {
            bench.begin(row)
            _ = bench.call("r")
        }
        #expect(try [ran(bench)] == bench.state.linesToRun().map(\.lines))
    }

    @Test("nothing is noted before recording starts, nor after it stops")
    func off() throws {
        let bench = try bench(LineTests.branching)
        bench.begin(Row(convictions: 2))
        _ = bench.call("r")
        #expect(bench.state.takeLines() == [])
        _ = try bench.state.linesToRun()
        bench.begin(Row(convictions: 2))
        _ = bench.call("r")
        #expect(ran(bench) == [])
        try bench.state.startRecordingLines()
        bench.state.stopRecordingLines()
        bench.begin(Row(convictions: 2))
        _ = bench.call("r")
        #expect(ran(bench) == [])
    }

    @Test("recording changes neither the answer nor the count of instructions")
    func sameCount() throws {
        let source = "rule \"r\" { run = function(n)\n local k = 0\n for i = 1, 5000 do\n k = k + i\n end\n return k\n end }"
        let plain = try bench(source)
        let recording = try bench(source)
        try recording.state.startRecordingLines()
        for bench in [plain, recording] {
            bench.begin()
            #expect(bench.call("r") == "12502500")
        }
        #expect(plain.state.instructions == recording.state.instructions)
        #expect(plain.state.instructions > 5_000)
    }

    @Test("a rule without an end is stopped while lines are recorded, and the next nominal is recorded as ever")
    func limits() throws {
        var limits = LuaLimits()
        limits.instructions = 10_000
        let bench = try bench("rule \"r\" { run = function(n)\n while n.statutory do\n local x = 1\n end\n return 7\n end }", limits)
        try bench.state.startRecordingLines()
        bench.begin(Row(statutory: true))
        #expect(bench.call("r").hasPrefix("instruction_limit at test.lua"))
        #expect(ran(bench) == [2, 3])
        bench.begin(Row(statutory: false))
        #expect(bench.call("r") == "7")
        #expect(ran(bench) == [2, 5])
    }

    @Test("tables that hold themselves and one another do not keep the search from ending")
    func loops() throws {
        let bench = try bench(
            """
            local a, b = {}, {}
            a.a, a.b, b.a, b.b = a, b, a, b
            for i = 1, 300 do a[i] = b b[i] = a end
            a.f = function() return 1 end
            rule "r" { run = function(n) local k = "f" return a[k]() + #b end }
            """)
        #expect(try bench.state.linesToRun().flatMap(\.lines) == [4, 5])
    }
}
