import Testing

@testable import RulePacks

@Suite("how a rule is written")
struct RuleWordingTests {
    private func wording(_ text: String) throws -> RuleWording {
        RuleWording(try SourceFile(name: "rules.lua", bytes: Array(text.utf8)))
    }

    @Test("a function in a row is shown by what it returns")
    func rowFunction() throws {
        let file = try wording("criteria \"c\" { title = \"C\", all = {\n  { \"adult\", \"Adult\", function(n) return n.age >= 18 end },\n} }")
        #expect(file.row("adult", line: 2, .item(3)) == "n.age >= 18")
    }

    @Test("a key is found before a place, and the first of the parts that is there counts")
    func parts() throws {
        let file = try wording("selection {\n  { \"a\", \"A\", when = function(n) return n.statutory end, category = \"x\" },\n}")
        #expect(file.row("a", line: 2, .item(3), .key("when")) == "n.statutory")
        #expect(file.row("a", line: 2, .key("category")) == "\"x\"")
        #expect(file.row("a", line: 2, .key("because")) == nil)
    }

    @Test("a function that has a name is shown by its own text")
    func namedFunction() throws {
        let file = try wording(
            """
            local function resident(n)
              return param.area[n.borough] -- the eight districts
            end
            selection {
              { "a", "A", when = resident },
              { "b", "B", when = custody.now },
            }
            """)
        #expect(file.row("a", line: 5, .key("when")) == "param.area[n.borough]")
        #expect(file.row("b", line: 6, .key("when")) == "custody.now")
    }

    @Test("statements stay on one line, commas inside a function do not end it, and comments are left out")
    func statements() throws {
        let file = try wording(
            """
            matrix "m" { title = "M", range = { 0, 9 },
              rows = {
                { "r", "R", max = 9, points = function(n)
                    local a, b = 1, 2 -- two of them
                    if n.age > 20 then return a end
                    return b, "why"
                  end },
              },
              total = function(row) return row.r * 2 end,
            }
            """)
        #expect(file.row("r", line: 3, .key("points")) == "local a, b = 1, 2 if n.age > 20 then return a end return b, \"why\"")
        #expect(file.row("r", line: 3, .key("max")) == "9")
        #expect(file.declaration("matrix", "m", .key("total")) == "row.r * 2")
        #expect(file.declaration("matrix", "m", .key("range")) == "{ 0, 9 }")
    }

    @Test("what a file defines for its rules is listed, filters and functions, but not the modules that it loads")
    func definitions() throws {
        let file = try wording(
            """
            local custody = require "common.custody"
            local since, title = months(12), "x"
            local recent = filter {
              outcome = "convicted", within = months(12), -- a year
            }
            local source = "The policy"
            local long = "one " ..
              "two"
            local function resident(n)
              local inner = n.borough
              return param.area[inner]
            end
            function custody.now(n) return n.custody_status == "custody" end
            matrix "m" { title = "M" }
            local last = 4
            """)
        let found = file.definitions.map { "\($0.name): \($0.text)" }
        #expect(
            found == [
                "recent: filter { outcome = \"convicted\", within = months(12), }", "long: \"one \" .. \"two\"",
                "resident: local inner = n.borough return param.area[inner]", "custody.now: n.custody_status == \"custody\"", "last: 4",
            ])
    }

    @Test("what is not written out in the file is not shown")
    func notWritten() throws {
        let file = try wording("local row = { \"a\", \"A\", when = f }\nselection { row }\nselection(make())")
        #expect(file.row("a", line: 2, .key("when")) == nil)
        #expect(file.row("b", line: 1, .key("when")) == nil)
        #expect(file.declaration("matrix", "m", .key("total")) == nil)
        #expect(file.row("a", line: nil, .key("when")) == nil)
    }

    @Test(
        "a file that ends in the middle gives nothing, and no fault",
        arguments: ["selection {\n { \"a\", \"A\", when = function(n)", "matrix \"m\" {", "x = {"])
    func cutOff(text: String) throws {
        let file = try wording(text)
        #expect(file.row("a", line: 2, .key("when")) == nil)
        #expect(file.declaration("matrix", "m", .key("total")) == nil)
    }
}
