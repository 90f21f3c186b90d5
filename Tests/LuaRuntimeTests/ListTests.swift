import LuaRuntime
import Notation
import Testing

@Suite("Lists")
struct ListTests {
    /// As of 1 November 2026 seven are seen: one without a date, then six in date order; the last is of the future.
    static let row = Row(
        offences: [
            .init(date: nil, type: 2, outcome: 0, value: 1),
            .init(date: "2024-01-01", type: 0, outcome: 0, value: 10, count: 1, summary: "shop", tags: "knife cash", charged: true),
            .init(date: "2025-10-31", type: 1, outcome: 1, value: 20, count: 2),
            .init(date: "2025-11-01", type: 1, outcome: 0, value: 40.5, count: 3, tags: "cash"),
            .init(date: "2026-03-01", type: 2, outcome: 0, value: 80, count: 4, charged: false, ends: "2027-01-01"),
            .init(date: "2026-03-01", type: 0, outcome: nil, value: 160, count: 5),
            .init(date: "2026-11-01", type: 1, outcome: 1, value: 320, count: 6, summary: "house"),
            .init(date: "2026-11-02", type: 0, outcome: 0, value: 1000, count: 7),
        ],
        reports: [
            .init(date: "2026-01-01", grade: 0), .init(date: "2026-02-01", grade: 4, text: "e1"), .init(date: "2026-03-01", grade: 1),
            .init(date: "2026-04-01", grade: 4, text: "e2"), .init(date: "2026-12-01", grade: 4, text: "future"),
        ],
        notes: ["first", "second"])

    @Test("verbs, places and loops see what the date of the run allows, in date order", arguments: [
        ("#n.offences", "7"), ("n.offences:count()", "7"), ("n.offences:any()", "true"), ("n.offences:all()", "true"),
        ("n.offences[1]:has \"date\"", "false"), ("n.offences[2].date", "2024-01-01"), ("n.offences[7].date", "2026-11-01"),
        ("n.offences[2.0].date", "2024-01-01"), ("n.offences[0]", "nil"), ("n.offences[8]", "nil"), ("n.offences[-1]", "nil"),
        ("n.offences[1.5]", "bad_argument at test.lua:1: a place in a list is a whole number, as in `n.offences[1]`"),
        ("n.offences:latest().date", "2026-11-01"), ("n.offences:earliest().date", "2024-01-01"), ("n.offences:sum \"value\"", "631.5"),
        ("n.offences:sum \"count\"", "unknown field offences.count"),
        ("n.offences:sum(\"count\", { min_count = 2 })", "20"),
        ("math.type(n.offences:sum(\"count\", { min_count = 2 }))", "\"integer\""),
        ("n.offences:sum(\"value\", { type = {} })", "0"),
        ("n.offences[2] == n.offences:earliest()", "true"), ("n.offences[2] == n.offences[3]", "false"),
        ("tostring(n.offences)", "\"list\""), ("tostring(n.offences[1])", "\"offence\""),
        ("#n.notes", "2"), ("n.notes[2].text", "\"second\""), ("n.notes:latest().text", "\"second\""), ("n.notes:earliest().text", "\"first\""),
    ])
    func basics(expression: String, expected: String) throws {
        #expect(try run("return \(expression)", ListTests.row) == expected)
    }

    @Test("ipairs and pairs walk a list in order", arguments: ["ipairs", "pairs"])
    func loops(walk: String) throws {
        let body = "local t = {} for i, o in \(walk)(n.offences) do t[#t + 1] = i .. \":\" .. o:get(\"count\", 0) end return table.concat(t, \" \")"
        #expect(try run(body, ListTests.row) == "\"1:0 2:1 3:2 4:3 5:4 6:5 7:6\"")
    }

    @Test("two lists can be walked inside one another without confusion")
    func nested() throws {
        let body = """
            local t = 0
            for _, a in ipairs(n.offences) do for _, b in ipairs(n.offences) do
              if a:has "count" and b:has "count" and a.count + b.count == 7 then t = t + a.count * 10 + b.count end
            end end
            return t
            """
        // 1+6, 2+5, 3+4 and their mirror images
        #expect(try run(body, ListTests.row) == "231")
    }

    static let filters: [(String, Int)] = [
        ("{}", 7), ("{ type = \"robbery\" }", 2), ("{ type = { \"robbery\", \"theft\" } }", 4), ("{ type = {} }", 0),
        ("{ type = \"burglary\", outcome = \"convicted\" }", 1), ("{ outcome = { \"convicted\", \"charged\" } }", 6),
        ("{ within = months(12) }", 4), ("{ within = years(1) }", 4), ("{ within = days(365) }", 4), ("{ within = days(366) }", 5),
        ("{ within = days(0) }", 1), ("{ within = years(100) }", 6), ("{ from = date(\"2025-11-01\") }", 4),
        ("{ from = date(\"2025-10-31\"), to = date(\"2026-03-01\") }", 4), ("{ to = date(\"2025-10-31\") }", 2),
        ("{ to = date(\"2030-01-01\") }", 6), ("{ from = date(\"2026-03-02\"), within = months(12) }", 1),
        ("{ from = date(\"2020-01-01\"), within = months(12) }", 4), ("{ to = date(\"2026-03-01\"), within = months(12) }", 3),
        ("{ value = 40.5 }", 1), ("{ value = { 10, 20, 99 } }", 2), ("{ min_value = 40.5 }", 4), ("{ max_value = 40.5 }", 4),
        ("{ min_value = 20, max_value = 80 }", 3), ("{ count = 3 }", 1), ("{ count = 3.0 }", 1), ("{ count = 3.5 }", 0), ("{ min_count = 3.5 }", 3), ("{ max_count = 0 }", 0),
        ("{ summary = \"shop\" }", 1), ("{ summary = \"sho\" }", 0), ("{ tags = \"cash\" }", 2), ("{ tags = \"cas\" }", 0),
        ("{ tags = { \"knife\", \"cash\" } }", 2), ("{ tags = \"knife cash\" }", 1), ("{ charged = true }", 1), ("{ charged = false }", 1),
        ("{ charged = { true, false } }", 2), ("{ date = date(\"2026-03-01\") }", 2), ("{ min_date = date(\"2026-03-01\") }", 3),
        ("{ ends = date(\"2027-01-01\") }", 1), ("{ min_ends = date(\"2026-11-02\") }", 1), ("{ max_ends = as_of }", 0),
        ("{ where = { type = \"theft\" }, outcome = \"convicted\" }", 2),
        ("{ type = param_types }", 5), ("{ type = { \"robbery\", \"robbery\" } }", 2),
    ]

    @Test("a filter kept and the same one in braces choose the same items", arguments: filters)
    func filtering(filter: String, expected: Int) throws {
        let bench = try Workbench()
        let set = bench.state.addSet()
        bench.state.assign([.pooled(bench.state.intern("burglary")), .pooled(bench.state.intern("robbery"))], toSet: set)
        try bench.state.defineGlobal("param_types", .set(set))
        let text = filter.replacing("as_of", with: "date(\"2026-11-01\")")
        try bench.load(
            """
            local kept = filter \(text)
            rule "r" { run = function(n)
              local f = \(filter)
              local walked = 0
              for i = 1, #n.offences do if n.offences:any(f) then walked = walked + 1 end end
              return table.concat({ n.offences:count(kept), n.offences:count(f), tostring(n.offences:any(kept)),
                tostring(n.offences:latest(kept) ~= nil), tostring(n.offences:earliest(f) ~= nil),
                n.offences:sum("value", kept) == n.offences:sum("value", f) and "same" or "different" }, " ")
            end }
            """)
        try bench.seal()
        for _ in 1...2 {
            bench.begin(ListTests.row)
            let any = expected > 0
            #expect(bench.call("r") == "\"\(expected) \(expected) \(any) \(any) \(any) same\"")
        }
    }

    @Test("within counts both ends: exactly twelve months ago is in, the day before is not", arguments: [
        ("2025-11-01", "1"), ("2025-10-31", "0"), ("2026-11-01", "1"), ("2026-11-02", "0"),
    ])
    func bothEnds(date: String, expected: String) throws {
        #expect(try run("return n.offences:count { within = months(12) }", Row(offences: [.init(date: date)])) == expected)
    }

    @Test("latest and earliest of what a filter chooses", arguments: [
        ("n.offences:latest({ type = \"theft\" }).date", "2026-03-01"), ("n.offences:latest({ type = \"robbery\" }).count", "5"),
        ("n.offences:earliest({ type = \"theft\" }).date", "2026-03-01"), ("n.offences:earliest({ date = date(\"2026-03-01\") }).count", "4"),
        ("n.offences:latest({ date = date(\"2026-03-01\") }).count", "5"), ("n.offences:latest { value = 5 }", "nil"),
        ("n.offences:latest({ value = 1 }):has \"date\"", "false"), ("n.offences:earliest({ max_value = 10 }).date", "2024-01-01"),
    ])
    func extremes(expression: String, expected: String) throws {
        #expect(try run("return \(expression)", ListTests.row) == expected)
    }

    @Test("all: dates and where choose, the rest must hold, and at_least asks for enough of them", arguments: [
        ("{ outcome = \"convicted\" }", "false"), ("{ type = { \"robbery\", \"burglary\", \"theft\" } }", "true"),
        ("{ where = { type = \"theft\" }, outcome = \"convicted\" }", "true"),
        ("{ where = { type = \"burglary\" }, outcome = \"convicted\" }", "false"),
        ("{ where = { type = \"theft\" }, outcome = \"convicted\", at_least = 2 }", "true"),
        ("{ where = { type = \"theft\" }, outcome = \"convicted\", at_least = 3 }", "false"),
        ("{ within = days(1), outcome = \"charged\" }", "true"), ("{ within = days(1), outcome = \"charged\", at_least = 2 }", "false"),
        ("{ where = { value = 5 }, outcome = \"convicted\" }", "true"), ("{ where = { value = 5 }, outcome = \"convicted\", at_least = 1 }", "false"),
        ("{ at_least = 7 }", "true"), ("{ at_least = 8 }", "false"), ("{ where = { within = days(1) }, type = \"burglary\" }", "true"),
        ("{ outcome = \"convicted\", from = date(\"2030-01-01\") }", "true"),
    ])
    func all(filter: String, expected: String) throws {
        #expect(try run("return n.offences:all(\(filter))", ListTests.row) == expected)
        let bench = try Workbench()
        try bench.load("local kept = filter \(filter)\nrule \"r\" { run = function(n) return n.offences:all(kept) end }")
        try bench.seal()
        bench.begin(ListTests.row)
        #expect(bench.call("r") == expected)
    }

    @Test("items set aside are seen only by a filter that names what sets them aside", arguments: [
        ("#n.reports", "2"), ("n.reports:count()", "2"), ("n.reports:count { grade = \"A\" }", "1"), ("n.reports:count { grade = \"E\" }", "2"),
        ("n.reports:count { grade = { \"A\", \"E\" } }", "3"), ("n.reports:latest({ grade = { \"B\", \"E\" } }).grade", "\"E\""),
        ("n.reports:latest({ grade = \"E\" }).text", "\"e2\""), ("n.reports:earliest({ grade = { \"A\", \"E\" } }).grade", "\"A\""),
        ("n.reports:latest().grade", "\"B\""), ("n.reports:any { grade = \"E\", within = months(1) }", "false"),
        ("n.reports:all { where = { grade = \"E\" }, min_date = date(\"2026-02-01\"), at_least = 2 }", "true"),
        ("n.reports:count { within = years(1) }", "2"), ("n.reports:count { grade = \"E\", from = date(\"2026-03-01\") }", "1"),
    ])
    func aside(expression: String, expected: String) throws {
        #expect(try run("return \(expression)", ListTests.row) == expected)
    }

    @Test("on one day the item that counts goes before the one set aside")
    func asideTie() throws {
        let row = Row(reports: [.init(date: "2026-01-01", grade: 4), .init(date: "2026-01-01", grade: 0)])
        for verb in ["latest", "earliest"] {
            #expect(try run("return n.reports:\(verb)({ grade = { \"A\", \"E\" } }).grade", row) == "\"A\"")
        }
    }

    @Test("items older than the list's limit are not seen, nor are those without a date")
    func oldItems() throws {
        let bench = try Workbench()
        try bench.load("rule \"r\" { run = function(n) return #n.offences .. \" \" .. n.offences:count() .. \" \" .. n.offences[1].date end }")
        try bench.load("rule \"size\" { run = function(n) return #n.offences end }")
        try bench.seal()
        let field = try #require(bench.fields["offences"])
        for (oldest, expected) in [("2025-11-01", "4 4 2025-11-01"), ("2025-10-31", "5 5 2025-10-31"), ("2026-10-31", "1 1 2026-11-01")] {
            bench.state.setOldest(Day(iso: oldest), type: bench.root, field: field)
            bench.begin(ListTests.row)
            #expect(bench.call("r") == "\"\(expected)\"")
        }
        bench.state.setOldest(Day(iso: "2026-11-02"), type: bench.root, field: field)
        bench.begin(ListTests.row)
        #expect(bench.call("size") == "0")
    }

    @Test("an empty list is known to be empty; one left out is unknown", arguments: ["count", "any", "all", "latest", "earliest"])
    func empty(verb: String) throws {
        let expected = ["count": "0", "any": "false", "all": "true", "latest": "nil", "earliest": "nil"][verb]
        #expect(try run("return n.offences:\(verb)()") == expected)
        #expect(try run("return n.offences:\(verb) { type = \"theft\" }") == (expected ?? ""))
        #expect(try run("return n.offences:\(verb)()", Row(offences: nil)) == "unknown field offences")
    }

    @Test("mistakes in a filter are named at their line", arguments: [
        ("n.offences:count { tipe = \"x\" }", "unknown_field", "type 3 has no `tipe`"),
        ("n.offences:count { type = \"arson\" }", "bad_argument", "field 1 of type 3 is never `arson`"),
        ("n.offences:count { type = { \"theft\", \"arson\" } }", "bad_argument", "field 1 of type 3 is never `arson`"),
        ("n.offences:count { type = 3 }", "bad_argument", "field 1 of type 3 is never `a number`"),
        ("n.offences:count { value = \"3\" }", "bad_argument", "field 3 of type 3 is never `3`"),
        ("n.offences:count { value = true }", "bad_argument", "field 3 of type 3 is never `true or false`"),
        ("n.offences:count { charged = \"yes\" }", "bad_argument", "field 7 of type 3 is never `yes`"),
        ("n.offences:count { date = \"2026-01-01\" }", "bad_argument", "field 0 of type 3 is never `2026-01-01`"),
        ("n.offences:count { type = n.needs }", "bad_argument", "the filter's `type` wants a value or a list of values"),
        ("n.offences:count { type = { a = \"theft\" } }", "bad_argument", "the filter's `type` wants a plain list of values, as in `type = { \"a\", \"b\" }`"),
        ("n.offences:count { hidden = 7 }", "undeclared_field", "`hidden` is field 8 of type 3 and undeclared"),
        ("n.offences:sum \"hidden\"", "undeclared_field", "`hidden` is field 8 of type 3 and undeclared"),
        ("n.offences:count { within = 12 }", "bad_argument", "the filter's `within` wants a length of time, as in `within = months(12)`"),
        ("n.offences:count { within = days(-1) }", "bad_argument", "the filter's `within` counts back from the date of the run, so it cannot be negative"),
        ("n.offences:count { from = \"2026-01-01\" }", "bad_argument", "the filter's `from` wants a date, as in `from = date(\"2026-01-31\")`"),
        ("n.offences:count { to = 5 }", "bad_argument", "the filter's `to` wants a date, as in `to = date(\"2026-01-31\")`"),
        ("n.offences:all { at_least = 1.5 }", "bad_argument", "the filter's `at_least` wants a whole number"),
        ("n.offences:count { at_least = 2 }", "bad_argument", "`at_least` belongs to `all`; for `count` compare the number, as in `:count { … } >= 3`"),
        ("n.offences:all { where = 3 }", "bad_argument", "the filter's `where` wants conditions in braces"),
        ("n.offences:all { where = { where = {} } }", "bad_argument", "the filter's `where` wants conditions in braces"),
        ("n.offences:count { min_type = \"theft\" }", "bad_argument", "`type` has no order: `min_type` and `max_type` work on numbers and dates"),
        ("n.offences:count { min_value = { 1, 2 } }", "bad_argument", "the filter's `min_value` wants one value"),
        ("n.offences:count { \"theft\" }", "bad_argument", "a filter wants named conditions, as in `filter { outcome = \"convicted\" }`"),
        ("n.offences:count \"theft\"", "bad_argument", "`count` wants a filter, or conditions in braces, not text"),
        ("n.offences:count(nil)", "bad_argument", "`count` wants a filter, or conditions in braces, not nil"),
        ("n.offences.count()", "bad_argument", "a list's verbs are called with a colon, as in `n.offences:count()`"),
        ("n.offences:sum()", "bad_argument", "`sum` wants the field's name first, as in `n.offences:sum(\"value\")`"),
        ("n.offences:sum \"summary\"", "bad_argument", "`summary` is not a number, so it has no sum"),
        ("n.offences:sum \"nothing\"", "unknown_field", "type 3 has no `nothing`"),
        ("n.offences:size()", "unknown_field", "a list has no `size`: it has `count`, `any`, `all`, `latest`, `earliest` and `sum`"),
        ("n.notes:count { within = days(3) }", "bad_argument", "the items of `notes` have no date, so `within`, `from` and `to` say nothing about them"),
        ("filter { type = \"theft\" }", "bad_argument", "make a filter once, at the top of the file; inside a rule give the conditions in braces"),
        // Of two mistakes the same one is always named.
        ("n.offences:count { zebra = 1, aardvark = 2, within = 3 }", "bad_argument", "the filter's `within` wants a length of time, as in `within = months(12)`"),
        ("n.offences:count { zebra = 1, aardvark = 2 }", "unknown_field", "type 3 has no `aardvark`"),
    ])
    func mistakes(expression: String, code: String, message: String) throws {
        #expect(try run("\nreturn \(expression)", Row(needs: (1, 1), offences: [.init()])) == "\(code) at test.lua:2: \(message)")
    }

    @Test("a kept filter names its mistakes while the file loads, an impossible value too")
    func keptMistakes() throws {
        for (filter, message) in [
            ("filter { tipe = 1 }", "unknown_field at test.lua:2: no list has `tipe`"),
            ("filter { type = \"arson\" }", "bad_argument at test.lua:2: field 1 of type 3 is never `arson`"),
            ("filter { [1] = 1 }", "bad_argument at test.lua:2: a filter wants named conditions, as in `filter { outcome = \"convicted\" }`"),
            ("filter \"x\"", "bad_argument at test.lua:2: `filter` wants conditions in braces, as in `filter { outcome = \"convicted\" }`"),
        ] {
            let bench = try Workbench()
            do {
                try bench.load("\nlocal f = \(filter)")
                Issue.record("loaded: \(filter)")
            } catch let fault as LuaFault {
                #expect(bench.words(fault) == message)
            }
        }
    }

    @Test("one kept filter serves lists of different kinds, and names a field that one of them lacks")
    func manyLists() throws {
        let bench = try Workbench()
        try bench.load(
            """
            local dated = filter { within = years(1) }
            local thefts = filter { type = "theft" }
            rule "r" { run = function(n) return n.offences:count(dated) * 10 + n.reports:count(dated) end }
            rule "s" { run = function(n) return n.reports:count(thefts) end }
            """)
        try bench.seal()
        for _ in 1...3 {
            bench.begin(ListTests.row)
            #expect(bench.call("r") == "42")
            #expect(bench.call("s") == "unknown_field at test.lua:4: type 4 has no `type`")
        }
    }

    @Test("lists of a size that does not lie within the row are unknown")
    func brokenHeader() throws {
        let bench = try Workbench()
        try bench.load("rule \"r\" { run = function(n) return n.offences:count() end }")
        try bench.seal()
        let (cells, _) = Row(offences: [.init()]).cells()
        var broken = cells
        broken[Row.Cell.offences] = 1000 << 32 | Int64(Row.Cell.fixed)
        broken.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            var byte: UInt8 = 0
            bench.state.begin(root: bench.root, cells: base, cellCount: buffer.count, strings: &byte, stringCount: 0)
            #expect(bench.call("r") == "unknown field offences")
        }
    }

    @Test("an enumeration of more than sixty-four values filters by each of them")
    func wideEnumeration() throws {
        let bench = try Workbench()
        let item = bench.state.addType("item")
        let root = bench.state.addType("root")
        let first = (0..<200).map { bench.state.intern("v\($0)") }.first ?? 0
        bench.state.addField(LuaField("kind", .enumeration(first: first, count: 200), cell: 0), to: item)
        bench.state.addField(LuaField("items", .list(type: item, stride: 1, dateCell: nil, aside: nil), cell: 0), to: root)
        try bench.load("rule \"r\" { run = function(n) return n.items:count { kind = { \"v0\", \"v64\", \"v199\" } } * 10 + n.items:count { kind = \"v128\" } end }")
        try bench.seal()
        var cells: [Int64] = [200 << 32 | 4, 0, 0, 0] + (0..<200)
        var byte: UInt8 = 0
        cells.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            bench.state.begin(root: root, cells: base, cellCount: buffer.count, strings: &byte, stringCount: 0)
            #expect(bench.call("r") == "31")
        }
    }
}
