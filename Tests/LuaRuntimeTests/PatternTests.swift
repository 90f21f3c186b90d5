import LuaRuntime
import Testing

@Suite("Patterns")
struct PatternTests {
    /// Joins all results with a bar.
    private func all(_ expression: String) throws -> String {
        let body = "local r = table.pack(\(expression)) for i = 1, r.n do r[i] = tostring(r[i]) end return table.concat(r, \"|\")"
        let answer = try run(body)
        return answer.hasPrefix("\"") ? String(answer.dropFirst().dropLast()) : answer
    }

    @Test("find", arguments: [
        ("\"hello\", \"l\"", "3|3"), ("\"hello\", \"xyz\"", "nil"), ("\"hello\", \"\"", "1|0"), ("\"hello\", \"\", 6", "6|5"),
        ("\"hello\", \"\", 7", "nil"), ("\"hello\", \"l\", 4", "4|4"),
        ("\"hello\", \"l\", -2", "4|4"), ("\"hello\", \"h\", -100", "1|1"), ("\"a.b\", \".\", 2, true", "2|2"), ("\"a.b\", \"%.\"", "2|2"),
        ("\"key = value\", \"(%w+)%s*=%s*(%w+)\"", "1|11|key|value"),
        ("\"abc\", \"b()\"", "2|2|3"), ("\"\", \"^$\"", "1|0"), ("\"abc\", \"^b\"", "nil"), ("\"abc\", \"^b\", 2", "2|2"),
        ("\"a$\", \"$\", 1, true", "2|2"), ("\"THE (quick) fox\", \"%((%a+)%)\"", "5|11|quick"), ("\"a\\0b\", \"\\0\"", "2|2"),
    ])
    func find(arguments: String, expected: String) throws {
        #expect(try all("string.find(\(arguments))") == expected)
    }

    @Test("match", arguments: [
        ("\"2026-11-01\", \"(%d+)-(%d+)-(%d+)\"", "2026|11|01"), ("\"  trim  \", \"^%s*(.-)%s*$\"", "trim"), ("\"abc\", \"a(.*)c\"", "b"),
        ("\"abc\", \"a(.+)b\"", "nil"),
        ("\"ac\", \"ab?c\"", "ac"), ("\"abc\", \"ab?c\"", "abc"), ("\"aXb\", \"%u\"", "X"), ("\"aXb\", \"%U+\"", "a"), ("\"a]b\", \"[]]\"", "]"),
        ("\"a^b\", \"[%^]\"", "^"), ("\"a-b\", \"[a%-]+\"", "a-"),
        ("\"a-b\", \"[a-]+\"", "a-"), ("\"x]\", \"[^]]\"", "x"), ("\"f(a(b)c)d\", \"%b()\"", "(a(b)c)"), ("\"((x\", \"%b()\"", "nil"),
        ("\"THE fox\", \"%f[%a]%a+\"", "THE"),
        ("\"the fox\", \"%f[%S]fox%f[%s%z]\"", "nil"), ("\"the fox\", \"%f[%w]fox%f[%W]\"", "fox"), ("\"abab\", \"(ab)%1\"", "ab"),
        ("\"abac\", \"(ab)%1\"", "nil"), ("\"say 'hi'\", \"(['\\\"])(.-)%1\"", "'|hi"),
        ("\"aaa\", \"a-\"", ""), ("\"aaab\", \"a-b\"", "aaab"), ("\"0x1F\", \"^0[xX](%x+)$\"", "1F"), ("\"abc\", \"()b()\"", "2|3"),
        ("\"a.b\", \"[.]\"", "."), ("\"tab\\tx\", \"%s\"", "\t"), ("\"x\", \"(x)(y?)\"", "x|"),
        ("\"a%b\", \"%%\"", "%"), ("\"a$b\", \"a$b\"", "a$b"), ("\"hello\", \".-(l+)\"", "ll"), ("\"12345\", \"%d%d\", 3", "34"),
        ("\"é\", \"[\\xc3][\\x80-\\xbf]\"", "é"), ("\"b\", \"[a-c]\"", "b"), ("\"A_1\", \"[%w_]+\"", "A_1"), ("\"no\", \"[^%a]\"", "nil"),
    ])
    func match(arguments: String, expected: String) throws {
        #expect(try all("string.match(\(arguments))") == expected)
    }

    @Test("gsub", arguments: [
        ("\"hello world\", \"o\", \"0\"", "hell0 w0rld|2"), ("\"hello\", \"\", \"-\"", "-h-e-l-l-o-|6"),
        ("\"hello world\", \"(%w+)\", \"<%1>\"", "<hello> <world>|2"), ("\"abc\", \"%w\", \"%0%0\"", "aabbcc|3"),
        ("\"abc\", \"%w\", \"%%\"", "%%%|3"), ("\"hello\", \"l\", \"L\", 1", "heLlo|1"), ("\"hello\", \"l\", \"L\", 0", "hello|0"),
        ("\"abc\", \"^a\", \"x\"", "xbc|1"), ("\"aaa\", \"^a\", \"x\"", "xaa|1"),
        ("\"$name is\", \"%$(%w+)\", { name = \"Al\" }", "Al is|1"), ("\"$who is\", \"%$(%w+)\", {}", "$who is|1"),
        ("\"4 5\", \"%d\", function(d) return d * 2 end", "8 10|2"), ("\"ab\", \"%w\", function() return nil end", "ab|2"),
        ("\"ab\", \"()\", \"%1\"", "1a2b3|3"), ("\"abc def\", \"(%w+) (%w+)\", \"%2 %1\"", "def abc|1"), ("\"a,b,,c\", \",*\", \"-\"", "-a-b-c-|4"),
        ("12, \"1\", 3", "32|1"), ("\"abc\", \"b*\", \"x\"", "xaxcx|3"),
        ("\"x y\", \"%w\", { x = 1, y = false }", "1 y|2"),
    ])
    func gsub(arguments: String, expected: String) throws {
        #expect(try all("string.gsub(\(arguments))") == expected)
    }

    @Test("gmatch", arguments: [
        ("\"one two three\", \"%a+\"", "one,two,three"), ("\"a=1, b=2\", \"(%w)=(%w)\"", "a1,b2"), ("\"abc\", \"\"", ",,,"), ("\"\", \"%a\"", ""),
        ("\"aXbX\", \"()X\"", "2,4"), ("\"a,b\", \"([^,]*)\"", "a,b"), ("\"one two\", \"%a+\", 5", "two"), ("\"one two\", \"%a+\", -1", "o"),
    ])
    func gmatch(arguments: String, expected: String) throws {
        let body = "local t = {} for a, b in string.gmatch(\(arguments)) do t[#t + 1] = a .. (b or \"\") end return table.concat(t, \",\")"
        #expect(try run(body) == "\"\(expected)\"")
    }

    @Test("patterns that are not well formed are refused in words", arguments: [
        ("string.find(\"a\", \"%\")", "the pattern ends with `%`: write `%%` for the character itself"),
        ("string.find(\"a\", \"[a\")", "the pattern lacks a `]`"), ("string.find(\"a\", \"[]\")", "the pattern lacks a `]`"),
        ("string.find(\"a\", \"[^]\")", "the pattern lacks a `]`"),
        ("string.find(\"a\", \"[a%\")", "the pattern lacks a `]`"), ("string.match(\"a\", \"(a\")", "the pattern lacks a `)`"),
        ("string.find(\"a\", \"a)\")", "the pattern has a `)` without a `(`"),
        ("string.find(\"a\", \"%1\")", "the pattern has `%1` before that capture is complete"),
        ("string.find(\"aa\", \"(%1)\")", "the pattern has `%1` before that capture is complete"),
        ("string.find(\"a\", \"%f\")", "`%f` in a pattern wants a set after it, as in `%f[%w]`"),
        ("string.find(\"a\", \"%bx\")", "`%b` in a pattern wants two characters after it"),
        ("string.gsub(\"a\", \"a\", \"%2\")", "there is no capture `%2` in the pattern"),
        ("string.gsub(\"a\", \"a\", \"%x\")", "in `string.gsub`'s replacement `%` stands before a digit or another `%`"),
        ("string.gsub(\"a\", \"a\", \"%\")", "in `string.gsub`'s replacement `%` stands before a digit or another `%`"),
        ("string.gsub(\"a\", \"a\", true)", "`string.gsub` wants text, a function or a table as its third part, not true or false"),
        ("string.gsub(\"a\", \"a\", function() return {} end)", "`string.gsub` wants text for a replacement, not a table"),
        ("string.find((\"a\"):rep(40), (\"(a)\"):rep(33))", "the pattern has more than 32 captures"),
        ("string.find((\"a\"):rep(300), (\"a?\"):rep(300))", "the pattern is too complex"),
    ])
    func malformed(expression: String, message: String) throws {
        #expect(try run("return \(expression)").contains(message))
    }

    @Test("patterns that backtrack without end meet the limit soon", arguments: [
        "string.find((\"a\"):rep(3000), \".-.-.-b\")", "string.find((\"a\"):rep(28), (\"a?\"):rep(28) .. (\"a\"):rep(28))",
        "string.find((\"a\"):rep(60000), \".-b\")", "string.find((\"(\"):rep(60000), \"%b()\")",
        "string.match((\"x\"):rep(5000), \"(.-)(.-)(.-)y\")", "string.gsub((\"a\"):rep(40000), \"a*b\", \"\")",
        "(function() for _ in (\"a\"):rep(60000):gmatch(\"a-b\") do end end)()",
        "(function() local s = (\"a\"):rep(60000) while true do s:find(\"b\", 1, true) end end)()",
        "(function() local s = (\"a\"):rep(60000) while true do s:upper() end end)()",
        "(function() local s = (\"9\"):rep(60000) while true do tonumber(s) end end)()",
        "(function() local t = {} for i = 1, 1e6 do table.insert(t, 1, i) end end)()",
        "(function() local t = {} for i = 1, 20000 do t[i] = i end while true do table.sort(t) end end)()",
        "(function() local t = {} for i = 1, 20000 do t[i] = i end while true do for k in pairs(t) do break end end end)()",
        "(function() local t = {} for i = 1, 20000 do t[i] = i end while true do next(t) end end)()",
        "(function() local t = {} for i = 1, 20000 do t[i] = i end while true do table.concat(t, \"\", 1, 9000) end end)()",
        "(function() while true do (\"\"):format(); (\"x\"):rep(60000) end end)()",
    ])
    func hostile(expression: String) throws {
        var limits = LuaLimits()
        limits.instructions = 200_000
        let clock = ContinuousClock()
        var answer = ""
        let time = try clock.measure { answer = try run("pcall(function() local x = \(expression) end) return 1", limits: limits) }
        #expect(answer == "instruction_limit at test.lua:1: it runs for longer than one nominal may take")
        #expect(time < .seconds(10))
    }
}
