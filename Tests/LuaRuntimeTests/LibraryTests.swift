import LuaRuntime
import Testing

@Suite("table, string and utf8")
struct LibraryTests {
    @Test("table functions do what Lua's own do", arguments: [
        ("local t = { 1, 2 } table.insert(t, 3) table.insert(t, 1, 0) return table.concat(t, \",\")", "\"0,1,2,3\""),
        ("local t = {} table.insert(t, 1, \"a\") table.insert(t, 2, \"c\") table.insert(t, 2, \"b\") return table.concat(t)", "\"abc\""),
        ("local t = { 1, 2, 3 } local x = table.remove(t) local y = table.remove(t, 1) return x * 100 + y * 10 + #t", "311"),
        ("local t = {} return table.remove(t)", "nil"), ("local t = { 1 } return tostring(table.remove(t, 2)) .. #t", "\"nil1\""),
        ("return table.concat(table.move({ 1, 2, 3, 4 }, 2, 4, 1), \",\")", "\"2,3,4,4\""),
        ("return table.concat(table.move({ 1, 2, 3 }, 1, 3, 2), \",\")", "\"1,1,2,3\""),
        ("local t = { 1, 2, 3 } return table.concat(table.move(t, 1, 3, 2, t), \",\")", "\"1,1,2,3\""),
        ("return table.concat(table.move({ 1, 2 }, 1, 2, 2, { 9 }), \",\")", "\"9,1,2\""),
        ("return table.concat({}, \",\")", "\"\""), ("return table.concat({ 1, 2.5, \"x\" })", "\"12.5x\""),
        ("return table.concat({ 1, 2, 3 }, \"-\", 2)", "\"2-3\""),
        ("return table.concat({ 1, 2, 3 }, \"-\", 2, 2)", "\"2\""), ("return table.concat({ 1, 2, 3 }, \"-\", 3, 2)", "\"\""),
        ("local t = table.pack(1, nil, 3) return t.n", "3"), ("local t = table.pack() return t.n", "0"),
        ("return select(\"#\", table.unpack({ 1, nil, 3 }, 1, 3))", "3"),
        ("return select(\"#\", table.unpack({}, 2, 1))", "0"), ("return (table.unpack({ 1, 2, 3 }, -1, 1))", "nil"),
        ("local t = { 3, 1, 2 } table.sort(t) return table.concat(t)", "\"123\""), ("local t = {} table.sort(t) return #t", "0"),
        ("local t = { 1 } table.sort(t, function() return true end) return #t", "1"),
        ("local t = { \"b\", \"B\", \"a\", \"\" } table.sort(t) return table.concat(t, \",\")", "\",B,a,b\""),
        ("local t = { as_of, as_of - days(1) } table.sort(t) return tostring(t[1])", "\"2026-10-31\""),
    ])
    func tables(body: String, expected: String) throws {
        #expect(try run(body) == expected)
    }

    @Test("table functions refuse what they cannot do", arguments: [
        ("table.insert(nil, 1)", "`table.insert` wants a table"),
        ("table.insert({}, 3, 1)", "`table.insert` wants a table, a place from 1 to its length plus 1, and a value"),
        ("table.insert({}, 1, 2, 3)", "`table.insert` wants a table, a place from 1 to its length plus 1, and a value"),
        ("table.remove({ 1 }, 5)", "`table.remove` wants a place from 1 to the table's length"),
        ("table.concat({ 1, {}, 3 })", "`table.concat` joins text and numbers only; item 2 is a table"),
        ("table.concat({ 1 }, \"\", 1, 3)", "`table.concat` joins text and numbers only; item 2 is nil"),
        ("table.concat({ n })", "`table.concat` joins text and numbers only; item 1 is a record"),
        ("table.concat({}, \"\", math.maxinteger, math.maxinteger)", "`table.concat` joins text and numbers only; item 9223372036854775807 is nil"),
        ("table.unpack({}, 1, 5000)", "`table.unpack` gives at most 1000 values"),
        ("table.unpack({}, math.mininteger, math.maxinteger)", "`table.unpack` gives at most 1000 values"),
        ("table.move({}, 1, 1 << 40, 1)", "`table.move` wants places inside the table"), ("table.sort(n.offences)", "`table.sort` wants a table"),
        ("string.rep(\"x\", 1 << 40)", "`string.rep` would make a text of more than 65536 bytes"),
        ("(\"ab\"):rep(40000)", "`string.rep` would make a text of more than 65536 bytes"),
        ("(\"\"):rep(40000, \"ab\")", "`string.rep` would make a text of more than 65536 bytes"),
        ("table.concat((function() local t = {} for i = 1, 100 do t[i] = (\"x\"):rep(1000) end return t end)())", "`table.concat` would make a text of more than 65536 bytes"),
        ("string.gsub((\"x\"):rep(1000), \"x\", (\"y\"):rep(1000))", "`string.gsub` would make a text of more than 65536 bytes"),
    ])
    func refusals(expression: String, message: String) throws {
        #expect(try run("return \(expression)") == "bad_argument at test.lua:1: \(message)")
    }

    @Test("sorting is stable, at every size")
    func stableSort() throws {
        let body = """
            for _, size in ipairs({ 0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 100, 257 }) do
              local t = {}
              for i = 1, size do t[i] = { key = i * 7 % 5, place = i } end
              table.sort(t, function(a, b) return a.key < b.key end)
              for i = 2, size do
                local a, b = t[i - 1], t[i]
                if a.key > b.key or (a.key == b.key and a.place > b.place) then return "wrong at " .. i .. " of " .. size end
              end
              if #t ~= size then return "lost at " .. size end
            end
            return "stable"
            """
        #expect(try run(body) == "\"stable\"")
    }

    @Test("comparisons that contradict themselves, fail or change the table end all the same", arguments: [
        ("function() return true end", "10"), ("function(a, b) return a <= b end", "10"),
        ("function(a, b) t[1] = nil t[20] = 1 return a < b end", "10"),
        ("function(a, b) error(\"stop\") end", "failed 10"), ("function(a, b) return a < nil end", "failed 10"),
    ])
    func badComparisons(comparison: String, expected: String) throws {
        let body = """
            local t = { 5, 3, 9, 1, 7, 2, 8, 4, 6, 0 }
            local ok = pcall(table.sort, t, \(comparison))
            local seen, count = {}, 0
            for i = 1, 10 do if t[i] and not seen[t[i]] then seen[t[i]] = true count = count + 1 end end
            return (ok and "" or "failed ") .. count
            """
        #expect(try run(body) == "\"\(expected)\"")
    }

    @Test("string functions do what Lua's own do", arguments: [
        ("(\"x\"):rep(3)", "\"xxx\""), ("(\"x\"):rep(3, \",\")", "\"x,x,x\""), ("(\"x\"):rep(0)", "\"\""), ("(\"x\"):rep(-1)", "\"\""),
        ("(\"\"):rep(1 << 60)", "\"\""),
        ("(\"aBc\"):upper()", "\"ABC\""), ("(\"aBc\"):lower()", "\"abc\""), ("(\"abc\"):reverse()", "\"cba\""), ("(\"abc\"):len()", "3"),
        ("#\"abc\"", "3"),
        ("(\"hello\"):sub(2, -2)", "\"ell\""), ("(\"abc\"):byte(2)", "98"), ("string.char(72, 105)", "\"Hi\""), ("utf8.char(233)", "\"é\""),
        ("utf8.len(\"é\")", "1"),
        ("utf8.codepoint(\"é\")", "233"), ("utf8.offset(\"aéb\", 3)", "4"), ("tonumber(\"0x10\")", "16"), ("tonumber(\"z\", 36)", "35"),
        ("tonumber(\" 5 \")", "5"), ("tonumber(\"x\")", "nil"),
        ("math.max(1, 3, 2)", "3"), ("math.tointeger(3.0)", "3"), ("7 // 2", "3"), ("-7 % 3", "2"), ("1e15", "1000000000000000"),
        ("(\"x\"):nothing()", "lua_error at test.lua:1: attempt to call a nil value (method 'nothing')"),
        ("(\"x\"):rep({})", "lua_error at test.lua:1: bad argument #1 to 'rep' (number expected, got table)"),
        ("string.upper()", "lua_error at test.lua:1: bad argument #1 to 'upper' (string expected, got no value)"),
        ("tonumber()", "lua_error at test.lua:1: bad argument #1 to 'tonumber' (value expected)"),
    ])
    func strings(expression: String, expected: String) throws {
        #expect(try run("return \(expression)") == expected)
    }
}
