import Decisions
import PackTestKit
import Testing

/// What a rule file sees, and what it does not.
@Suite struct EnvironmentTests {
    @Test("what the page promises is there", arguments: [
        "assert", "error", "ipairs", "next", "pairs", "pcall", "select", "tonumber", "tostring", "type", "string.format", "table.concat", "math.floor",
        "math.exp", "math.log", "utf8.char", "date", "days", "months", "years", "filter", "require", "print",
    ])
    func isThere(name: String) throws { #expect(try value(of: "type(\(name))") == "function") }

    @Test("what the page leaves out is an error that names it", arguments: [
        "os", "io", "load", "loadfile", "dofile", "debug", "coroutine", "setmetatable", "getmetatable", "rawget", "rawset", "collectgarbage", "xpcall", "_G", "package",
    ])
    func isNot(name: String) throws {
        let answer = try value(of: "type(\(name))")
        #expect(answer.hasPrefix("error: `\(name)` is not defined"))
    }

    @Test("there is no random number and no clock", arguments: ["math.random", "math.randomseed", "string.dump", "string.pack"])
    func noRandom(name: String) throws { #expect(try value(of: name).hasPrefix("error") || value(of: name) == "nil") }

    @Test("an undefined name is an error that names it and the nearest", arguments: [
        ("mohths(3)", "`mohths` is not defined: did you mean `months`?"), ("filtr", "`filtr` is not defined: did you mean `filter`?"),
        ("threshold", "`threshold` is not defined: give it a value with `local threshold = …`, or put it in quotes if it is text"),
    ])
    func undefined(expression: String, message: String) throws {
        let decision = try decide("selection { { \"s\", \"S\",\n when = function(n) return \(expression) end } }")
        #expect(decision.error?.message == message && decision.error?.code == "undefined_name" && decision.error?.line == 2)
    }

    @Test("an undefined parameter is an error with the nearest")
    func parameter() throws {
        var pack = TestPack()
        pack.parameters = #"threshold = { 5, title = "T" }"#
        #expect(try value(of: "param.treshold", pack: pack) == "error: there is no parameter `treshold`: did you mean `threshold`?")
    }

    @Test("assigning a global inside a rule is an error that names it")
    func assign() throws {
        let error = try decide("selection { { \"s\", \"S\", when = function(n) total = 3 return true end } }").error
        #expect(error?.code == "read_only" && error?.message.contains("`total`") == true)
    }

    @Test("changing a local of the file, or a table kept in one, from inside a rule is an error that names it", arguments: [
        ("local count = 0", "count = count + 1", "changed_local", "`count`"),
        ("local seen = {}", "seen.somebody = true", "read_only", "`somebody`"),
        ("local seen = { 1 }", "seen[1] = 2", "read_only", "`1`"),
        ("local seen = {}", "table.insert(seen, 1)", "read_only", ""), ("local t = { a = {} }", "t.a.b = 1", "read_only", "`b`"),
    ])
    func locals(before: String, statement: String, code: String, name: String) throws {
        let decider = try Decider("\(before)\nselection { { \"s\", \"S\", when = function(n) \(statement) return true end } }")
        // The second nominal finds what the first one found.
        for _ in 1...2 {
            let error = try decider.decide(TestNominal.neutral).error
            #expect(error?.code == code && error?.message.contains(name) == true)
        }
    }

    @Test("a global that a file defines is seen by the files after it, and read only")
    func fileGlobal() throws {
        var pack = TestPack("selection { { \"s\", \"S\", when = function(n) return shared(n) end } }")
        pack.files = #""first.lua", "rules.lua""#
        pack.others = ["test-pack/first.lua": "function shared(n) return n.convictions_total == 3 end"]
        let decision = try Decider(pack.load()).decide(TestNominal.neutral)
        #expect(decision.recommendation.action == .select)
    }

    @Test("`pairs` and `next` run in a fixed order", arguments: [
        ("{ b = 1, a = 2, c = 3, [1] = 0 }", "1abc"), ("{ z = 1, y = 1, x = 1, w = 1, v = 1, u = 1 }", "uvwxyz"),
    ])
    func order(table: String, keys: String) throws {
        #expect(try value(of: "(function() local s = \"\" for k in pairs(\(table)) do s = s .. k end return s end)()") == keys)
        #expect(try value(of: "(function() local t, s = \(table), \"\" local k = next(t) while k do s = s .. k k = next(t, k) end return s end)()") == keys)
    }

    @Test("integers and floats are Lua's", arguments: [("7 // 2", "3"), ("7 / 2", "3.5"), ("10 / 2", "5.0"), ("3 | 4", "7"), ("2.0 == 2", "true"), ("math.type(2.0)", "float")])
    func numbers(expression: String, expected: String) throws {
        let answer = try value(of: expression)
        #expect(answer == expected)
    }

    @Test("a rule that does not end stops at the limit, and so does one that takes all memory", arguments: [
        ("while true do end", "instruction_limit"), ("local t = {} for i = 1, 1e9 do t[i] = {} end", "memory_limit"),
        ("pcall(function() while true do end end) return true", "instruction_limit"),
    ])
    func limits(statement: String, code: String) throws {
        let decider = try Decider("""
            selection { { "s", "S", when = function(n) if n.convictions_total == 3 then \(statement) end return true end } }
            """)
        let failed = try decider.decide(TestNominal.neutral)
        #expect(failed.error?.code == code && failed.recommendation.action == .refer && failed.error?.rule == "selection.s")
        #expect(try decider.decide(["convictions_total": "4"] as TestNominal).recommendation.action == .select)
    }

    @Test("a pack's own limit is lower than the host's")
    func ownLimit() throws {
        var pack = TestPack("selection { { \"s\", \"S\", when = function(n) for i = 1, 20000 do local x = i end return true end } }")
        #expect(try Decider(pack.load()).decide(TestNominal.neutral).recommendation.action == .select)
        pack.more = "limits = { instructions = 10000 },"
        #expect(try Decider(pack.load()).decide(TestNominal.neutral).error?.code == "instruction_limit")
    }
}
