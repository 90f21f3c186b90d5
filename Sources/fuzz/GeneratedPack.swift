/// Writes packs of one rule file, right in most things and wrong in some.
enum GeneratedPack {
    private static let values = [
        "1", "0", "-1", "0.5", "1e308", "9223372036854775807", "true", "false", "nil", "\"\"", "\" \"", "\"x\"", "\"generated\"", "\"2026-01-01\"", "\"2026-02-30\"",
        "\"12 months\"", "{}", "{ {} }", "{ \"x\" }", "{ x = 1 }", "{ 1, 2, nil, 4 }", "{ \"rules.lua\" }", "{ \"rules.lua\", \"rules.lua\" }", "{ \"../x.lua\" }",
        "{ \"\\0.lua\" }", "{ from = 1 }", "{ \"offences\" }", "{ \"age\", \"local\", \"needs.drugs\", \"offences.type\" }", "{ [1] = \"x\", [3] = \"y\" }",
        "{ [\"a b\"] = \"c\" }", "function() end", "\"\\xFF\"", "\"é\"", "(\"x\"):rep(70000)",
    ]

    private static let manifest = [
        ("waymark", "1"), ("id", "\"generated\""), ("title", "\"Generated\""), ("version", "\"1.0.0\""),
        ("owner", "{ borough = \"Camford\", contact = \"iom@camford.example\" }"), ("purpose", "\"Tests.\""), ("lawful_basis", "\"None.\""),
        ("valid", "{ from = \"2026-01-01\", review_by = \"2026-06-01\", until_ = \"2027-01-01\" }"), ("files", "{ \"rules.lua\" }"),
        ("reads", "{ \"convictions_total\", \"ogrs2\", \"risk_of_harm\", \"offences\", \"needs.drugs\", \"cohort\", \"scores\" }"), ("protected", "{}"),
        ("parameters", "{ least = { 3, min = 1, max = 9, title = \"Least\" } }"), ("max_age", "{ ogrs2 = \"12 months\" }"),
        ("limits", "{ instructions = 100000 }"), ("uses", "{}"), ("extends", "nil"),
    ]

    static func make(_ numbers: inout FuzzNumbers) -> FuzzInput {
        var text = "return {\n"
        let isRight = numbers.once(in: 2)
        for (key, right) in manifest {
            if !isRight, numbers.once(in: 12) { continue }
            text += "  \(key) = \(!isRight && numbers.once(in: 6) ? numbers.pick(values) : right),\n"
        }
        var files = [
            FuzzInput.File(name: "generated/pack.lua", bytes: Array((text + "}\n").utf8)),
            FuzzInput.File(name: "generated/rules.lua", bytes: Array(rules(&numbers).utf8)),
        ]
        if numbers.once(in: 3) { files.append(FuzzInput.File(name: "generated/fields.lua", bytes: Array(fields(&numbers).utf8))) }
        return FuzzInput(files)
    }

    private static func fields(_ numbers: inout FuzzNumbers) -> String {
        let names = ["visits", "has", "end", "x1", "1x", "[\"a b\"]", "age"]
        let types = ["bool", "int", "number", "percent", "string", "date", "enum", "list", "record", ""]
        var text = "return {\n"
        for _ in 0...numbers.below(5) {
            text += "  \(numbers.pick(names)) = { \"\(numbers.pick(types))\", title = \"T\", values = \(numbers.pick(values)), of = { date = \"date\", kind = \(numbers.pick(["\"int\"", "{ \"enum\", values = { \"a\", \"b\" } }", numbers.pick(values)])) } },\n"
        }
        return text + "}\n"
    }

    private static func rules(_ numbers: inout FuzzNumbers) -> String {
        var text = ""
        for _ in 0...numbers.below(4) {
            let name = numbers.pick(["a", "b", "c"])
            let value = condition(&numbers)
            switch numbers.below(6) {
            case 0: text += "criteria \"\(name)\" { title = \"T\", \(numbers.pick(["all", "any"])) = { { \"r\", \"R\", \(value) }, any = { { \"s\", \"S\", \(condition(&numbers)) } } } }\n"
            case 1:
                text += "matrix \"\(name)\" { title = \"T\", range = { 0, \(numbers.pick(["100", "0", "-5", "1e300"])) }, rows = { { \"r\", \"R\", points = \(numbers.pick(["5", "-1", "1e308", "function(n) return n.ogrs2 end", "function(n) return 0/0 end"])), when = \(value) } }, bands = { { \"high\", \"High\", from = \(numbers.pick(["50", "0/0", "param.least", "\"x\""])) }, { \"low\", \"Low\" } } }\n"
            case 2:
                let cells = (0..<3).map { _ in "    { \(quoted(CellTarget.cell(&numbers))), \(quoted(CellTarget.cell(&numbers))), \"->\", \"\(numbers.pick(["A", "B"]))\" },\n" }
                text += "decision_table \"\(name)\" {\n  title = \"T\", hit = \"\(numbers.pick(["first", "unique", "any", "priority", "collect"]))\",\n  inputs = { { \"o\", \"O\", of = function(n) return n.ogrs2 end }, { \"h\", \"H\", of = function(n) return n.risk_of_harm end } },\n  outputs = { { \"t\", values = { \"A\", \"B\" } } },\n  rows = {\n\(cells.joined())  },\n}\n"
            case 3: text += "classification \"\(name)\" { title = \"T\", pick = \"\(numbers.pick(["first", "all", "last"]))\", classes = { { \"x\", \"X\", when = \(value) }, { \"y\", \"Y\" } } }\n"
            case 4: text += "selection { { \"s\", \"S\", when = \(value) } }\ndeselection { { \"d\", \"D\", when = \(condition(&numbers)) } }\n"
            default: text += "tasking { { \"t\", \"T\", owner = \"o\", due = days(\(numbers.pick(["7", "-1", "1e9", "0.5", "1e400"]))), when = \(value), because = function() return \(numbers.pick(["1", "nil", "{}", "\"x\"", "(\"x\"):rep(1e6)"])) end } }\n"
            }
        }
        return text
    }

    private static func condition(_ numbers: inout FuzzNumbers) -> String {
        "function(n, d) return "
            + numbers.pick([
                "n.convictions_total >= param.least", "n.ogrs2 > 50", "n.offences:count { type = \"robbery\", within = months(6) } > 1", "n.risk_of_harm == \"high\"",
                "n.needs.drugs == 2", "d.met.a", "d.score.a > 5", "d.band.b == \"high\"", "d.class.a == \"x\"", "n.offences[1].date", "1", "nil", "n", "d", "n.age",
                "(function() while true do end end)()", "error(\"x\")", "error({})", "pcall(error, nil)", "n.offences:count(n)", "tostring(n)", "#n", "n .. d", "n.x.y",
                "string.rep(\"a\", 1e8)", "(\"a\"):rep(1e5):find((\"a*\"):rep(50) .. \"b\")", "table.unpack({}, 1, 1e7)", "n.scores:all { at_least = -1 }",
            ]) + " end"
    }

    /// A Lua text, whatever is in it.
    private static func quoted(_ text: String) -> String {
        "\"" + text.utf8.map { byte in
            let digits = String(byte)
            return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }.joined() + "\""
    }
}
