import LuaRuntime
import Notation
import Testing

@Suite("Fields of records")
struct FieldTests {
    static let full = Row(
        name: "Zoë", statutory: true, convictions: 12, ogrs: 71.5, ogrsDate: "2026-06-01", flags: "arson weapons", risk: 2,
        born: "2000-11-02", needs: (drugs: 2, housing: 1), gang: "The Imagined")

    @Test("each kind of field reads as its Lua value", arguments: [
        ("n.name", "\"Zoë\""), ("n.statutory", "true"), ("n.convictions", "12"), ("n.ogrs", "71.5"), ("n.ogrs_date", "2026-06-01"),
        ("n.flags", "\"arson weapons\""), ("n.risk", "\"high\""), ("n.born", "2000-11-02"), ("n.age", "25"), ("n.needs", "a record"),
        ("n.needs.drugs", "2"), ("n.needs.housing", "1"), ("math.type(n.needs.housing)", "\"integer\""), ("n.gang.name", "\"The Imagined\""),
        ("n.offences", "a list"), ("#n.offences", "0"), ("tostring(n)", "\"nominal\""), ("n.needs == n.needs", "true"),
        ("n == n.needs", "false"), ("n.offences == n.offences", "true"), ("n.risk == \"high\"", "true"),
    ])
    func kinds(expression: String, expected: String) throws {
        #expect(try run("return \(expression)", FieldTests.full) == expected)
    }

    @Test("a field without a value stops the rule, which names it", arguments: [
        "name", "statutory", "convictions", "ogrs", "ogrs_date", "flags", "risk", "born", "age", "needs", "gang", "offences", "reports",
    ])
    func missing(field: String) throws {
        let empty = Row(name: nil, offences: nil, reports: nil)
        #expect(try run("local v = n.\(field) return 1", empty) == "unknown field \(field)")
        #expect(try run("return pcall(function() return n.\(field) end)", empty) == "unknown field \(field)")
        #expect(try run("return n:has \"\(field)\"", empty) == "false")
        #expect(try run("return n:get(\"\(field)\", 5)", empty) == "5")
        #expect(try run("return n:get \"\(field)\"", empty) == "nil")
    }

    @Test("has and get follow dots into records", arguments: [
        ("n:has \"needs.drugs\"", "true"), ("n:has \"needs.housing\"", "false"), ("n:has \"gang.name\"", "false"),
        ("n:get(\"needs.drugs\", 0)", "2"), ("n:get(\"needs.housing\", 9)", "9"), ("n:get(\"gang.name\", \"none\")", "\"none\""),
        ("n.needs:has \"drugs\"", "true"), ("n.needs:get(\"housing\", 4)", "4"), ("n:get(\"name\", \"x\")", "\"Al\""),
        ("n.needs.housing", "unknown field needs.housing"), ("n.gang.name", "unknown field gang"),
    ])
    func dotted(expression: String, expected: String) throws {
        #expect(try run("return \(expression)", Row(needs: (drugs: 2, housing: nil))) == expected)
    }

    @Test("what breaks the contract is a fault at its line, and no pcall swallows it", arguments: [
        ("n.secret", "undeclared_field", "`secret` is field 11 of type 0 and undeclared"),
        ("n:has \"secret\"", "undeclared_field", "`secret` is field 11 of type 0 and undeclared"),
        ("n.ogsr", "unknown_field", "type 0 has no `ogsr`"),
        ("n.needs.alcohol", "unknown_field", "type 1 has no `alcohol`"),
        ("n:get(\"needs.alcohol\", 1)", "unknown_field", "type 1 has no `alcohol`"),
        ("n:has \"name.first\"", "bad_argument", "`name` has no parts"),
        ("n[1]", "unknown_field", "type 0 has no `number`"),
        ("n.a_name_that_is_far_longer_than_forty_characters_is", "unknown_field", "type 0 has no `a_name_that_is_far_longer_than_forty_characters_is`"),
        ("n:has(3)", "bad_argument", "name the field in quotes, as in `n:has \"ogrs2\"`"),
        ("n.has \"name\"", "bad_argument", "`has` and `get` are called with a colon, as in `n:has \"ogrs2\"`"),
    ])
    func faults(expression: String, code: String, message: String) throws {
        let row = Row(needs: (drugs: 2, housing: nil))
        #expect(try run("\n\nreturn \(expression)", row) == "\(code) at test.lua:3: \(message)")
        #expect(try run("\nlocal ok = pcall(function()\nreturn \(expression) end)\nreturn 1", row) == "\(code) at test.lua:3: \(message)")
    }

    @Test("nothing of a record, a list or a date can be set", arguments: [
        "n.name = 1", "n.nonsense = 1", "n.offences[1] = 2", "n.needs.drugs = 1", "as_of.year = 1", "pcall(function() n.name = 2 end)",
    ])
    func writes(statement: String) throws {
        let answer = try run("\n\(statement)\nreturn 1", Row(needs: (2, 1)))
        #expect(answer.hasPrefix("read_only at test.lua:2: `"))
        #expect(answer.hasSuffix("` cannot be set"))
    }

    @Test("an age is whole years, and one born on 29 February is a year older on 1 March", arguments: [
        ("2000-11-01", "2026-11-01", "26"), ("2000-11-02", "2026-11-01", "25"), ("2004-02-29", "2026-02-28", "21"),
        ("2004-02-29", "2026-03-01", "22"), ("2004-02-29", "2024-02-29", "20"), ("2026-11-01", "2026-11-01", "0"),
    ])
    func age(born: String, asOf: String, expected: String) throws {
        #expect(try run("return n.age", Row(born: born), asOf: asOf) == expected)
    }

    @Test("a value that is too old or of the future counts as missing, and only the old one is called stale", arguments: [
        ("2026-05-01", "50", false), ("2026-04-30", "unknown field ogrs", true), ("2026-11-01", "50", false),
        ("2026-11-02", "unknown field ogrs", false), (nil, "unknown field ogrs", true),
    ])
    func stale(dated: String?, expected: String, isStale: Bool) throws {
        let bench = try Workbench()
        try bench.load("rule \"r\" { run = function(n) return n.ogrs end }\nrule \"has\" { run = function(n) return n:has \"ogrs\" end }")
        try bench.seal()
        let field = try #require(bench.fields["ogrs"])
        bench.state.setOldest(Day(iso: "2026-05-01"), type: bench.root, field: field)
        bench.begin(Row(ogrs: 50, ogrsDate: dated))
        #expect(bench.call("r") == expected)
        #expect(bench.state.staleFields.members == (isStale ? [3] : []))
        #expect(bench.call("has") == (expected == "50" ? "true" : "false"))
        bench.state.setOldest(nil, type: bench.root, field: field)
        bench.begin(Row(ogrs: 50, ogrsDate: dated))
        #expect(bench.call("r") == (dated == "2026-11-02" ? "unknown field ogrs" : "50"))
        #expect(bench.state.staleFields.isEmpty)
    }

    @Test("what was read is recorded exactly", arguments: [
        ("return 1", []), ("return n.name", ["name"]), ("return n.age", ["age"]), ("return n.needs.drugs", ["needs", "needs.drugs"]),
        ("return n:has \"needs.drugs\"", ["needs", "needs.drugs"]), ("return n:has \"gang.name\"", ["gang"]), ("return n:get(\"flags\", 1)", ["flags"]),
        ("return n.gang", ["gang"]), ("return #n.offences", ["offences"]),
        ("return n.offences:count { type = \"theft\", within = months(1) }", ["offences", "offences.type", "offences.date"]),
        ("return n.offences:all { where = { outcome = \"charged\" }, type = \"theft\" }", ["offences", "offences.outcome", "offences.type"]),
        ("return n.offences:sum \"value\"", ["offences", "offences.value"]), ("for _, o in ipairs(n.offences) do local t = o.type end", ["offences", "offences.type"]),
        ("return n.offences:latest().ends", ["offences", "offences.ends"]), ("return n.secret", []),
    ] as [(String, Set<String>)])
    func reads(body: String, expected: Set<String>) throws {
        let bench = try Workbench()
        try bench.load("rule \"r\" { run = function(n) \(body) end }")
        try bench.seal()
        bench.begin(Row(needs: (1, 1), offences: [.init(value: 3)]))
        _ = bench.call("r")
        #expect(bench.reads() == expected)
        bench.begin(Row())
        #expect(bench.reads() == [])
    }

    @Test("what a call inside another read is that call's, and both count among all")
    func readsInside() throws {
        let bench = try Workbench()
        let slots = bench.state.addType("slots")
        bench.state.addField(LuaField("inner", .memo(slot: 0)), to: slots)
        try bench.state.defineGlobal("d", .namespace(slots))
        bench.state.reserveMemos(1)
        try bench.load("rule \"a\" { run = function(n) return n.name, d.inner end }\nrule \"b\" { run = function(n) return n.reports:latest({ grade = \"E\" }).text end }")
        try bench.seal()
        var inside: LuaReads?
        bench.host.onCompute = { [unowned bench] slot in
            #expect(bench.call("b") == "\"hush\"")
            inside = bench.state.lastReads
            bench.state.setMemo(slot, .number(1))
            return .ok
        }
        bench.begin(Row(reports: [.init(grade: 4, text: "hush")]))
        #expect(bench.call("a") == "\"Al\"")
        let outer = bench.state.lastReads
        let inner = try #require(inside)
        #expect(inner.withheld && !outer.withheld && bench.state.allReads.withheld)
        #expect(inner.slots.isEmpty && outer.slots.members == [0])
        #expect(!inner.fields.isEmpty && !outer.fields.isEmpty && Set(inner.fields.members).isDisjoint(with: outer.fields.members))
        #expect(Set(bench.state.allReads.fields.members) == Set(inner.fields.members + outer.fields.members))
        bench.begin(Row())
        #expect(bench.state.allReads == LuaReads() && bench.state.lastReads == LuaReads())
    }

    @Test("only the text of a withheld item is withheld")
    func withheld() throws {
        for (grade, name, expected) in [(0, "text", false), (4, "text", true), (4, "grade", false)] {
            let bench = try Workbench()
            try bench.load("rule \"r\" { run = function(n) return n.reports:latest({ grade = { \"A\", \"E\" } }).\(name) end }")
            try bench.seal()
            bench.begin(Row(reports: [.init(grade: grade, text: "hush")]))
            _ = bench.call("r")
            #expect(bench.state.lastReads.withheld == expected)
        }
    }

    @Test("a type of more fields than its table of names has room for still finds each, and no other")
    func manyFields() throws {
        let bench = try Workbench()
        let type = bench.state.addType("wide")
        for place in 0..<300 { bench.state.addField(LuaField("field_\(place)", .constant(.number(Double(place)))), to: type) }
        let long = "a_field_whose_name_is_longer_than_the_forty_bytes_that_lua_interns"
        bench.state.addField(LuaField(long, .constant(.bool(true))), to: type)
        try bench.state.defineGlobal("wide", .namespace(type))
        try bench.load(
            """
            rule "r" { run = function()
              for i = 0, 299 do if wide["field_" .. i] ~= i then return i end end
              return wide["a_field_whose_name_is_longer_than_the_forty" .. "_bytes_that_lua_interns"]
            end }
            rule "none" { run = function() return wide.field_300 end }
            """)
        try bench.seal()
        bench.begin()
        #expect(bench.call("r") == "true")
        #expect(bench.call("none").hasSuffix("has no `field_300`"))
    }

    @Test("no record can be kept for the next nominal")
    func keptRecords() throws {
        let bench = try Workbench()
        try bench.load("local kept\nrule \"keep\" { run = function(n) kept = n return n.name end }\nrule \"use\" { run = function(n) return kept and kept.name end }")
        try bench.seal(assigned: ["kept"])
        bench.begin(Row(name: "First"))
        #expect(bench.call("keep") == "\"First\"")
        bench.begin(Row(name: "Second"))
        #expect(bench.call("use") == "nil")
        let old = bench.state.rootHandle
        bench.begin(Row(name: "Third"))
        let function = try #require(bench.host.function("keep"))
        #expect(bench.words(bench.state.call(function, old)).hasPrefix("stale_record at test.lua:2: a record of another nominal"))
    }
}
