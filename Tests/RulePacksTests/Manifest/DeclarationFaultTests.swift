import Decisions
import PackTestKit
import RulePacks
import Testing

/// Every way to break a declaration.
@Suite struct DeclarationFaultTests {
    private func check(_ rules: String, _ code: FindingCode, _ line: Int, _ column: Int?, _ message: String, hint: String? = nil, _ location: SourceLocation = #_sourceLocation) throws {
        let found = try TestPack(rules).findings()
        let match = found.first { $0.code == code && $0.message == message }
        #expect(match != nil, "found \(found.map(\.text))", sourceLocation: location)
        #expect(match?.file == "rules.lua" && match?.line == line, "at \(match?.line ?? 0)", sourceLocation: location)
        if let column { #expect(match?.column == column, "at column \(match?.column ?? 0)", sourceLocation: location) }
        if let hint { #expect(match?.hint == hint, sourceLocation: location) }
    }

    @Test("criteria", arguments: [
        ("titel = \"T\",", "all = { { \"a\", \"A\", f } },", .unknownKey, 2, 3, "criteria `c` has no `titel`"),
        ("title = \"T\",", "al = { { \"a\", \"A\", f } },", .unknownKey, 3, 3, "criteria `c` has no `al`"),
        ("", "all = { { \"a\", \"A\", f } },", .missingTitle, 1, 18, "criteria `c` has no title"),
        ("title = 3,", "all = { { \"a\", \"A\", f } },", .wrongType, 2, 3, "`title` of criteria `c` wants text in quotes, not a number"),
        ("title = \"\",", "all = { { \"a\", \"A\", f } },", .wrongValue, 2, 3, "`title` of criteria `c` is empty"),
        ("title = \"T\",", "", .missingKey, 1, 18, "criteria `c` has neither `all` nor `any`"),
        ("title = \"T\",", "all = {},", .badRow, 3, 3, "`all` of criteria `c` is empty"),
        ("title = \"T\",", "all = f,", .wrongType, 3, 3, "`all` of criteria `c` wants a table in braces, not a function"),
        ("title = \"T\",", "all = { f },", .badRow, 3, 11, "row 1 of `all` of criteria `c` is a function, not a row in braces"),
        ("title = \"T\",", "all = { { f } },", .badRow, 3, 11, "row 1 of `all` of criteria `c` does not start with a name in quotes"),
        ("title = \"T\",", "all = { { \"A row\", \"A\", f } },", .badRow, 3, 13, "`A row` is not a name: use small letters, digits and `_`, and start with a letter"),
        ("title = \"T\",", "all = { { \"a\", f } },", .missingTitle, 3, 11, "row 1 of `all` of criteria `c` (`a`) has no title"),
        ("title = \"T\",", "all = { { \"a\", \"A\" } },", .badRow, 3, 11, "row 1 of `all` of criteria `c` (`a`) has no function"),
        ("title = \"T\",", "all = { { \"a\", \"A\", true } },", .wrongType, 3, 23, "row 1 of `all` of criteria `c` wants a function after its title, not true or false"),
        ("title = \"T\",", "all = { { \"a\", \"A\", f, f } },", .badRow, 3, 26, "row 1 of `all` of criteria `c` has a function without a name in place 4, which means nothing there"),
        ("title = \"T\",", "all = { { \"a\", \"A\", f, when = f } },", .badRow, 3, 26, "row 1 of `all` of criteria `c` has a function after its title and `when` too"),
        ("title = \"T\",", "all = { { \"a\", \"A\", f, sorce = \"s\" } },", .unknownKey, 3, 26, "row 1 of `all` of criteria `c` has no `sorce`"),
        ("title = \"T\",", "all = { { \"a\", \"A\", f, source = 3 } },", .wrongType, 3, 26, "`source` of row 1 of `all` of criteria `c` wants text in quotes, not a number"),
        ("title = \"T\",", "all = { { \"a\", \"A\", f }, { \"a\", \"B\", f } },", .duplicateName, 1, 18, "criteria `c` has two rows named `a`"),
        ("title = \"T\",", "all = { { \"a\", \"A\", f }, some = { } },", .unknownKey, 3, 28, "`all` of criteria `c` has no `some`"),
        ("title = \"T\",", "all = { { \"a\", \"A\", f }, any = { { \"b\", \"B\" } } },", .badRow, 3, 36, "row 1 of `any` of `all` of criteria `c` (`b`) has no function"),
    ] as [(String, String, FindingCode, Int, Int, String)])
    func criteria(first: String, second: String, code: FindingCode, line: Int, column: Int, message: String) throws {
        try check("local f = print; criteria \"c\" {\n  \(first)\n  \(second)\n}", code, line, column, message)
    }

    @Test("a matrix", arguments: [
        ("rang = { 0, 9 },", .unknownKey, 3, "matrix `m` has no `rang`"), ("range = { 0, 9 }, row = {},", .unknownKey, 21, "matrix `m` has no `row`"),
        ("rows = { { \"a\", \"A\", points = 1 } },", .missingKey, nil, "matrix `m` has no `range`"), ("range = { 0, 9 },", .missingKey, nil, "matrix `m` has no `rows`"),
        ("range = { 9, 0 }, rows = {},", .wrongValue, 3, "`range` of matrix `m` wants two numbers, the lower first"),
        ("range = { 0 },", .wrongValue, 3, "`range` of matrix `m` wants two numbers, the lower first"),
        ("range = 9,", .wrongType, 3, "`range` of matrix `m` wants a table in braces, not a number"),
        ("range = { 0, 9 }, rows = {},", .badRow, 21, "matrix `m` has no rows"),
        ("range = { 0, 9 }, total = 3,", .wrongType, 21, "`total` of matrix `m` wants a function, not a number"),
        ("rows = { { \"a\", \"A\" } },", .badRow, 12, "row 1 of matrix `m` (`a`) awards no points"),
        ("rows = { { \"a\", \"A\", f } },", .badRow, 24, "row 1 of matrix `m` has a function without a name in place 3, which means nothing there"),
        ("rows = { { \"a\", \"A\", points = \"1\" } },", .wrongType, 24, "`points` of row 1 of matrix `m` (`a`) wants a number or a function, not text"),
        ("rows = { { \"a\", \"A\", points = 1, of = f } },", .badRow, 24, "row 1 of matrix `m` (`a`) has both `points` and `steps`"),
        ("rows = { { \"a\", \"A\", of = f } },", .missingKey, 12, "row 1 of matrix `m` has no `steps`"),
        ("rows = { { \"a\", \"A\", steps = { { 1, 1 } } } },", .missingKey, 12, "row 1 of matrix `m` has no `of`"),
        ("rows = { { \"a\", \"A\", of = f, steps = { { 1 } } } },", .badRow, 42, "step 1 of `a` wants two numbers"),
        ("rows = { { \"a\", \"A\", of = f, steps = { 1 } } },", .badRow, 42, "step 1 of `a` is a number, not a row in braces"),
        ("rows = { { \"a\", \"A\", of = f, steps = { { 50, 1 }, { 75, 2 } } } },", .badRow, 53, "step 2 of `a` can never be reached: the steps are read from the top, and 50 comes before 75"),
        ("rows = { { \"a\", \"A\", points = f, min = 5, max = 4 } },", .wrongValue, 45, "`max` of row 1 of matrix `m` (`a`) is below its `min`"),
        ("rows = { { \"a\", \"A\", points = f, max = \"4\" } },", .wrongType, 36, "`max` of row 1 of matrix `m` wants a number, not text"),
        ("rows = { { \"a\", \"A\", points = 1, whn = f } },", .unknownKey, 36, "row 1 of matrix `m` has no `whn`"),
        ("rows = { { \"a\", \"A\", points = 1, when = 1 } },", .wrongType, 36, "`when` of row 1 of matrix `m` wants a function, not a number"),
        ("rows = { { \"a\", \"A\", points = 1 }, { \"a\", \"B\", points = 1 } },", .duplicateName, 38, "matrix `m` has two rows named `a`"),
        ("rows = { { \"a\", points = 1 } },", .missingTitle, 12, "row 1 of matrix `m` (`a`) has no title"),
        ("bands = { { \"a\", \"A\", form = 3 } },", .unknownKey, 25, "band 1 of matrix `m` has no `form`"),
        ("bands = { { \"a\", \"A\", 70 } },", .badRow, 25, "band 1 of matrix `m` has a number without a name in place 3, which means nothing there"),
        ("bands = { { \"a\", \"A\", from = \"3\" } },", .wrongType, 25, "`from` of band 1 of matrix `m` wants a number, not text"),
        ("bands = { { \"a\", \"A\" }, { \"a\", \"B\", from = 2 } },", .duplicateName, 27, "matrix `m` has two bands named `a`"),
        ("bands = { { \"a\", \"A\" }, { \"b\", \"B\" } },", .badRow, 27, "the bands `a` and `b` of matrix `m` begin at the same score"),
        ("bands = { \"a\" },", .badRow, 13, "band 1 of matrix `m` is text, not a row in braces"),
    ] as [(String, FindingCode, Int?, String)])
    func matrix(body: String, code: FindingCode, column: Int?, message: String) throws {
        let needsRows = !body.contains("rows") && !message.contains("`rows`") && !message.contains("`row`")
        let needsRange = !body.contains("range") && !message.contains("`rang")
        let rest = (needsRange ? " range = { 0, 9 }," : "") + (needsRows ? " rows = { { \"z\", \"Z\", points = 1 } }," : "")
        try check("local f = print\nmatrix \"m\" { title = \"M\",\n  \(body)\(rest)\n}", code, column == nil ? 2 : 3, column, message)
    }

    @Test("a decision table", arguments: [
        ("hit = \"frist\",", .wrongValue, 3, "`hit = \"frist\"` is not a hit policy"),
        ("hit = 3,", .wrongType, 3, "`hit` of decision_table `t` wants text in quotes, not a number"),
        ("inputs = {},", .badTable, 3, "decision_table `t` has no inputs"), ("inputs = { { \"i\" } },", .missingKey, 14, "input 1 of decision_table `t` has no `of`"),
        ("inputs = { { \"i\", of = 3 } },", .wrongType, 21, "`of` of input 1 of decision_table `t` wants a function, not a number"),
        ("inputs = { { of = f } },", .badRow, 14, "input 1 of decision_table `t` does not start with a name in quotes"),
        ("inputs = { { \"i\", f } },", .badRow, 21, "input 1 of decision_table `t` has a function without a name in place 2, which means nothing there"),
        ("outputs = {},", .badTable, 3, "decision_table `t` has no outputs"),
        ("outputs = { { \"o\", vals = {} } },", .unknownKey, 22, "output 1 of decision_table `t` has no `vals`"),
        ("outputs = { { \"o\", { \"A\" } } },", .badRow, 22, "output 1 of decision_table `t` has a table without a name in place 2, which means nothing there"),
        ("outputs = { { \"o\", values = { f } } },", .badTable, 33, "`values` of output `o` holds a function"),
        ("outputs = { { \"o\", values = { \"A\", \"A\" } } },", .badTable, nil, "decision_table `t`: `values` of output `o` lists `\"A\"` twice: list each value once"),
        ("rows = {},", .badTable, 3, "decision_table `t`: a decision table needs at least one row"),
        ("rows = { { \"-\", \"A\" } },", .badRow, 12, "row 1 of decision_table `t` has no `\"->\"` between its inputs and its outputs"),
        ("rows = { { \"-\", \"-\", \"->\", \"A\" } },", .badRow, 12, "row 1 of decision_table `t` has 2 inputs and 1 outputs, where the table has 1 and 1"),
        ("rows = { { f, \"->\", \"A\" } },", .badCell, 14, "cell 1 of row 1 of decision_table `t` is a function"),
        ("rows = { { \"-\", \"->\", f } },", .badCell, 25, "output 1 of row 1 of decision_table `t` is a function"),
        ("hit = \"priority\",", .badTable, nil, "decision_table `t`: the hit policy `priority` ranks rows by their outputs: give an output its `values`, highest first"),
        ("hit = \"collect_sum\",", .badTable, nil, "decision_table `t`: the hit policy `collect_sum` needs numbers, and row 1 gives `\"A\"`: write a number, or use `collect`"),
        ("rows = { { \"-\", \"->\", \"A\", when = f } },", .unknownKey, 30, "row 1 of decision_table `t` has no `when`"),
        ("cells = {},", .unknownKey, 3, "decision_table `t` has no `cells`"),
    ] as [(String, FindingCode, Int?, String)])
    func decisionTable(body: String, code: FindingCode, column: Int?, message: String) throws {
        let defaults = [("inputs", "inputs = { { \"i\", of = f } },"), ("outputs", "outputs = { { \"o\" } },"), ("rows", "\n  rows = { { \"-\", \"->\", \"A\" } },")]
        let rest = defaults.filter { !body.hasPrefix($0.0) }.map(\.1).joined(separator: " ")
        let found = try TestPack("local f = print\ndecision_table \"t\" { title = \"T\",\n  \(body) \(rest)\n}").findings()
        let match = found.first { $0.code == code && $0.message == message }
        #expect(match != nil, "found \(found.map(\.text))")
        if let column { #expect(match?.line == 3 && match?.column == column, "at \(match?.line ?? 0):\(match?.column ?? 0)") } else { #expect(match?.line != nil) }
    }

    @Test("a cell says where in it the fault is")
    func cell() throws {
        let rules = "decision_table \"t\" { title = \"T\", inputs = { { \"i\", of = print } }, outputs = { { \"o\" } },\n  rows = {\n    { \">= x\", \"->\", 1 } } }"
        let found = try TestPack(rules).findings()
        #expect(found.count == 1 && found.first?.code == .badCell && found.first?.line == 3 && found.first?.column == 7)
        #expect(found.first?.message.hasPrefix("in the cell `>= x`, at letter 4: ") == true)
    }

    @Test("a classification", arguments: [
        ("pick = \"frist\", classes = { { \"a\", \"A\" } },", .wrongValue, 3, "`pick = \"frist\"` is not a way to pick"),
        ("", .missingKey, nil, "classification `k` has no `classes`"),
        ("classes = {},", .badRow, 3, "classification `k` has no classes"),
        ("classes = { { \"a\", \"A\" }, { \"b\", \"B\" } },", .badRow, 29, "`b` has no `when`, and neither has `a`: one class at most takes whoever is left"),
        ("classes = { { \"a\", \"A\", f }, { \"a\", \"B\" } },", .duplicateName, 32, "classification `k` has two classes named `a`"),
        ("classes = { { \"a\", \"A\", wen = f } },", .unknownKey, 27, "class 1 of classification `k` has no `wen`"),
        ("class = {},", .unknownKey, 3, "classification `k` has no `class`"),
        ("classes = { { \"a\" } },", .missingTitle, 15, "class 1 of classification `k` (`a`) has no title"),
    ] as [(String, FindingCode, Int?, String)])
    func classification(body: String, code: FindingCode, column: Int?, message: String) throws {
        try check("local f = print\nclassification \"k\" { title = \"K\",\n  \(body)\n}", code, column == nil ? 2 : 3, column, message)
    }

    @Test("a group", arguments: [
        ("", .missingKey, nil, "group `g` wants either `key` or `link`"), ("key = f, link = { \"gang\" },", .missingKey, nil, "group `g` wants either `key` or `link`"),
        ("key = 3,", .wrongType, 3, "`key` of group `g` wants a function, not a number"),
        ("link = \"gang\",", .wrongType, 3, "`link` of group `g` wants a table in braces, not text"),
        ("link = { \"gnag\" },", .wrongValue, 12, "`gnag` is not a kind of associate"),
        ("link = { \"gang\" }, within = 24,", .wrongType, 22, "`within` of group `g` wants a length of time such as `months(3)`, not a number"),
        ("key = f, within = months(2),", .unknownKey, 12, "`within` belongs to a group made by `link`"), ("kye = f,", .unknownKey, 3, "group `g` has no `kye`"),
    ] as [(String, FindingCode, Int?, String)])
    func group(body: String, code: FindingCode, column: Int?, message: String) throws {
        try check("local f = print\ngroup \"g\" { title = \"G\",\n  \(body)\n}", code, column == nil ? 2 : 3, column, message)
    }

    @Test("selection, de-selection and tasking", arguments: [
        ("selection", "{ \"a\", \"A\", action = \"retain\" }", .wrongValue, 15, "`action = \"retain\"` is not an action of selection"),
        ("selection", "{ \"a\", \"A\", to = \"monitor\" }", .unknownKey, 15, "a rule of `selection` has no `to`"),
        ("selection", "{ \"a\", \"A\", catgory = \"x\" }", .unknownKey, 15, "rule 1 of `selection` has no `catgory`"),
        ("selection", "{ \"a\", \"A\", when = true }", .wrongType, 15, "`when` of rule 1 of `selection` wants a function, not true or false"),
        ("selection", "{ \"a\", \"A\", category = 3 }", .wrongType, 15, "`category` of rule 1 of `selection` wants text in quotes, not a number"),
        ("selection", "{ \"a\", \"A\", because = \"x\" }", .wrongType, 15, "`because` of rule 1 of `selection` wants a function, not text"),
        ("selection", "{ \"a\" }", .missingTitle, 3, "rule 1 of `selection` (`a`) has no title"),
        ("selection", "{ \"a\", \"A\" }, { \"a\", \"B\" }", .duplicateName, 17, "rule `a` of `selection` is declared twice: first at rules.lua:2"),
        ("selection", "title = \"S\"", .unknownKey, 3, "`selection` has no `title`"),
        ("deselection", "{ \"a\", \"A\", action = \"monitor\" }", .unknownKey, 15, "a rule of `deselection` has no `action`"),
        ("deselection", "{ \"a\", \"A\", category = \"x\" }", .unknownKey, 15, "a rule of `deselection` has no `category`"),
        ("tasking", "{ \"a\", \"A\" }", .missingKey, 3, "tasking 1 has no `owner`"),
        ("tasking", "{ \"a\", \"A\", owner = \"o\", due = 5 }", .wrongType, 28, "`due` of tasking 1 wants a length of time such as `days(5)`, not a number"),
        ("tasking", "{ \"a\", \"A\", owner = \"o\", every = \"3 months\" }", .wrongType, 28, "`every` of tasking 1 wants a length of time such as `months(3)`, not text"),
        ("tasking", "{ \"a\", \"A\", owner = \"o\", enforcement = \"yes\" }", .wrongType, 28, "`enforcement` of tasking 1 wants true or false, not text"),
        ("tasking", "{ \"a\", \"A\", owner = \"o\", dew = days(5) }", .unknownKey, 28, "tasking 1 has no `dew`"),
        ("tasking", "{ \"a\", \"A\", owner = \"o\", priority = 1 }", .wrongType, 28, "`priority` of tasking 1 wants text in quotes, not a number"),
        ("tasking", "3", .badRow, 3, "tasking 1 is a number, not a row in braces"),
    ] as [(String, String, FindingCode, Int, String)])
    func lists(kind: String, row: String, code: FindingCode, column: Int, message: String) throws {
        try check("\(kind) {\n  \(row),\n}", code, 2, column, message)
    }

    @Test("allocation", arguments: [
        ("rank = { f },", .missingKey, nil, "`allocation` has no `capacity`"),
        ("capacity = 2,", .missingKey, nil, "`allocation` has no `rank`"),
        ("capacity = 2.5, rank = { f },", .wrongValue, 3, "`capacity` wants a whole number of places, not 2.5"),
        ("capacity = -1, rank = { f },", .wrongValue, 3, "`capacity` wants a whole number of places, not -1"),
        ("capacity = \"2\", rank = { f },", .wrongType, 3, "`capacity` of `allocation` wants a number, not text"),
        ("capacity = 2, rank = f,", .wrongType, 17, "`rank` of `allocation` wants a table in braces, not a function"),
        ("capacity = 2, rank = { 3 },", .wrongType, 26, "`rank` wants functions, not a number"),
        ("capacity = 2, rank = {},", .badRow, 17, "`rank` is empty"),
        ("capacity = 2, rank = { f }, kep = f,", .unknownKey, 31, "`allocation` has no `kep`"),
        ("capacity = 2, rank = { f }, keep = 3,", .wrongType, 31, "`keep` of `allocation` wants a function, not a number"),
    ] as [(String, FindingCode, Int?, String)])
    func allocation(body: String, code: FindingCode, column: Int?, message: String) throws {
        try check("local f = print\nallocation { title = \"C\",\n  \(body)\n}", code, column == nil ? 2 : 3, column, message)
    }

    @Test("a misspelt key has the nearest in its hint")
    func hints() throws {
        try check("local f = print\ncriteria \"c\" {\n  titel = \"T\", all = { { \"a\", \"A\", f } } }", .unknownKey, 3, 3, "criteria `c` has no `titel`", hint: "did you mean `title`?")
        try check("tasking {\n  { \"a\", \"A\", owner = \"o\", prioity = \"high\" } }", .unknownKey, 2, 28, "tasking 1 has no `prioity`", hint: "did you mean `priority`?")
        try check("decision_table \"t\" { title = \"T\",\n  hit = \"frist\", inputs = { { \"i\", of = print } }, outputs = { { \"o\" } }, rows = { { \"-\", \"->\", 1 } } }", .wrongValue, 2, 3, "`hit = \"frist\"` is not a hit policy", hint: "did you mean `first`?")
    }

    @Test("names of declarations are small letters, digits and `_`", arguments: ["Sac", "1st", "a b", "a-b", ""])
    func badName(name: String) throws {
        try check("\nmatrix \"\(name)\" { title = \"T\", range = { 0, 1 }, rows = { { \"a\", \"A\", points = 1 } } }", .wrongValue, 2, 1, "`\(name)` is not a name: use small letters, digits and `_`, and start with a letter")
    }

    @Test("one name twice in a kind is an error, in two kinds it is not")
    func duplicates() throws {
        let criteria = "criteria \"x\" { title = \"X\", all = { { \"a\", \"A\", print } } }\n"
        try check(criteria + criteria, .duplicateName, 2, 1, "criteria `x` is declared twice: first at rules.lua:1")
        #expect(try TestPack(criteria + "group \"x\" { title = \"X\", key = print }").findings().isEmpty)
    }

    @Test("everything that is wrong in a file is found at once")
    func several() throws {
        let rules = "criteria \"a\" {}\nmatrix \"b\" { title = \"B\" }\nselection { { \"c\" } }\nallocation {}"
        #expect(Set(try TestPack(rules).findings().compactMap(\.line)) == [1, 2, 3, 4])
    }
}
