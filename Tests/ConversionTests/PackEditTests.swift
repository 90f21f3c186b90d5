@testable import Conversion
import Foundation
import RulePacks
import Testing

@Suite("a changed table goes into its pack")
struct PackEditTests {
    /// What is changed in the CSV, what is said of it, and what stands in the Lua afterwards.
    static let edits: [(was: String, now: String, said: String, lua: String)] = [
        ("row,drugs,Marked drug need,needs.drugs,2,15.0", "row,drugs,Marked drug need,needs.drugs,2,20", "row `drugs`, the points: `15.0` becomes `20`", "points = 20, when = function(n) return n.needs.drugs == 2 end"),
        ("row,drugs,Marked drug need,needs.drugs,2,", "row,drugs,Marked drug need,needs.drugs,>= 1,", "row `drugs`, the condition: `needs.drugs 2` becomes `needs.drugs >= 1`", "points = 15.0, when = function(n) return n.needs.drugs >= 1 end"),
        (">= 75", ">= 80", "row `ogrs`, step 1, from: `75` becomes `80`; it was `param.high`, which stays as it is in `pack.lua`", "steps = { { 80, 30 }, { 50.50, 15 } }"),
        (">= 50.50,15", ">= 50.50,16", "row `ogrs`, step 2, points: `15` becomes `16`", "steps = { { param.high, 30 }, { 50.50, 16 } }"),
        ("range,0,100", "range,0,120", "the highest score: `100` becomes `120`", "range = { 0, 120 }"),
        ("title,Score", "title,\"Score, \"\"new\"\"\"", "the title: `Score` becomes `Score, \"new\"`", "title = 'Score, \"new\"', -- what people read"),
        ("source,\"Board, 2026\"", "source,Board", "the source: `Board, 2026` becomes `Board`", "source = \"Board\""),
        (",,40,", ",,50,", "row `record`, the max: `40` becomes `50`", "max = 50, points = function(n) return weight * n.convictions_total end"),
        ("band,high,High,,>= 60", "band,high,Top,,>= 55", "band `high`, from: `60` becomes `55`; it was `param.top`, which stays as it is in `pack.lua`", "{ \"high\", \"Top\", from = 55 }"),
        ("band,high,High,,>= 60", "band,high,High,,>= 60\nband,middle,Middle,,>= 30", "band `middle` is new: Middle, from 30", "{ \"middle\", \"Middle\", from = 30 }"),
    ]

    @Test("a change is put where it belongs, with all else as written, and said in words", arguments: edits.indices)
    func edit(index: Int) throws {
        let (was, now, said, lua) = PackEditTests.edits[index]
        let pack = try SmallPack.scored()
        let program = try pack.program()
        let csv = try PackTable(.matrix, "score", in: program).csv
        #expect(csv.contains(was), "\(csv)")
        let edit = try PackEdit(PackTable(csv: Array(csv.replacing(was, with: now).utf8), file: "a.csv"), into: program)
        #expect(edit.changes.contains(said), "\(edit.changes)")
        let text = String(decoding: edit.bytes, as: UTF8.self)
        #expect(text.contains(lua), "\(text)")
        for kept in ["local weight = 3 -- a constant of the file", "-- what people read", "-- the record", "-- by the scale", "points = function(n) return weight * n.convictions_total end"] {
            #expect(text.contains(kept), "\(kept): \(text)")
        }
    }

    @Test("rows come, go and change places with the comments that belong to them")
    func rows() throws {
        let pack = try SmallPack.scored()
        let program = try pack.program()
        guard case .matrix(var matrix) = try PackTable(.matrix, "score", in: program) else { return }
        matrix.rows.removeAll { $0.name == "drugs" }
        matrix.rows.swapAt(0, 1)
        matrix.rows.insert(
            MatrixDocument.Row(name: "extra", title: "Extra", points: .number(WrittenNumber(7)), condition: .tests([.init(field: "ogrs2", cell: try TableCell("[10..20)"))])), at: 1)
        let edit = try PackEdit(.matrix(matrix), into: program)
        #expect(edit.changes == ["row `extra` is new: Extra", "row `drugs` is gone: Marked drug need", "the rows stand in another order"])
        let text = String(decoding: edit.bytes, as: UTF8.self)
        let places = ["\"ogrs\"", "-- by the scale", "\"extra\"", "-- the record", "\"record\"", "\"both\""].compactMap { text.range(of: $0)?.lowerBound }
        #expect(places.count == 6 && places == places.sorted(), "\(text)")
        #expect(try MatrixDocument("score", in: pack.program(replacing: ["rules.lua": edit.bytes])).rows == matrix.rows)
    }

    @Test("cells of a decision table change in their places")
    func table() throws {
        let rules = """
            decision_table "tier" {
              title = "Tier", hit = "first",
              inputs = { { "ogrs", "OGRS3", of = function(n) return n.ogrs3 end } },
              outputs = { { "tier" } },
              rows = {
                { ">= 75", "->", "A" }, -- the top
                { "-",     "->", "B" }, -- the rest
              },
            }
            """
        let pack = try SmallPack(rules, reads: "\"ogrs3\"")
        let program = try pack.program()
        let csv = try PackTable(.decisionTable, "tier", in: program).csv
        func edit(_ was: String, _ now: String) throws -> PackEdit {
            #expect(csv.contains(was), "\(csv)")
            return try PackEdit(PackTable(csv: Array(csv.replacing(was, with: now).utf8), file: "a.csv"), into: program)
        }
        let cell = try edit("row,>= 75,", "row,>= 80,")
        #expect(cell.changes == ["row 1: `>= 75 → \"A\"` becomes `>= 80 → \"A\"`"])
        #expect(String(decoding: cell.bytes, as: UTF8.self) == rules.replacing("\">= 75\"", with: "\">= 80\""))
        let more = try edit("row,-,", "row,>= 50,\"\"\"C\"\"\"\nrow,-,")
        #expect(more.changes == ["row 2 is new: `>= 50 → \"C\"`"])
        let text = String(decoding: more.bytes, as: UTF8.self)
        #expect(text.contains("    { \">= 75\", \"->\", \"A\" }, -- the top\n    { '>= 50'".replacing("'", with: "\"")), "\(text)")
        #expect(text.contains("{ \"-\",     \"->\", \"B\" }, -- the rest"), "\(text)")
        let fewer = try edit("row,>= 75,\"\"\"A\"\"\",,\n", "")
        #expect(fewer.changes == ["row 1 as it was is gone: `>= 75 → \"A\"`"])
    }

    @Test("rows are changed where a policy or an output changes too")
    func policy() throws {
        let rules = """
            decision_table "tier" { title = "Tier", inputs = { { "ogrs", of = function(n) return n.ogrs3 end } }, outputs = { { "tier" } }, rows = { { ">= 75", "->", 1 } } }
            """
        let pack = try SmallPack(rules, reads: "\"ogrs3\"")
        guard case .table(var table) = try PackTable(.decisionTable, "tier", in: pack.program()) else { return }
        table.hit = .collectSum
        table.outputs[0].standard = WrittenValue(.number(0))
        table.note = "New"
        let edit = try PackEdit(.table(table), into: pack.program())
        #expect(edit.changes == ["the note: `New` is new", "the hit policy: `unique` becomes `collect_sum`", "the outputs are `tier`, as given"])
        #expect(try TableDocument("tier", in: pack.program(replacing: ["rules.lua": edit.bytes])) == table)
    }

    static let givenRefused: [(rules: String, csv: String, words: String)] = [
        (SmallPack.matrix, "matrix,scor\ntitle,S\nrange,0,9\ncolumns,name,title,points\nrow,a,A,1\n", "did you mean `score`?"),
        (SmallPack.matrix, "decision_table,x\ntitle,X\ncolumns,input,output\nname,a,b\nof,ogrs2,\nrow,-,1\n", "the pack has no decision table `x`: it has none"),
        (SmallPack.matrix, "matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,field,test,points\nrow,a,A,ogrs9,>= 1,1\n", "`ogrs9`"),
        (SmallPack.matrix, "matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points\nrow,a,A,lua: function(n) return os.execute('x') end end\n", "would not pass `check`"),
        (
            "local rows = {}\nfor i = 1, 2 do rows[i] = { 'r' .. i, 'R', points = i } end\nmatrix 'score' { title = 'S', range = { 0, 9 }, rows = rows }",
            "matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points\nrow,r1,R,5\n", "made by code"
        ),
    ]

    @Test("what cannot be put in is refused in words that help", arguments: givenRefused.indices)
    func refused(index: Int) throws {
        let (rules, csv, words) = PackEditTests.givenRefused[index]
        let pack = try SmallPack(rules, reads: SmallPack.matrixReads, parameters: SmallPack.matrixParameters)
        let program = try pack.program()
        let error = try #require(throws: ConversionError.self) { _ = try PackEdit(PackTable(csv: Array(csv.utf8), file: "a.csv"), into: program) }
        #expect(error.message.contains(words), "\(error.text)")
    }

    @Test("a table of a baseline is changed in the baseline")
    func baseline() throws {
        let program = try Project.program("rules/stoke-on-trent")
        let table = try PackTable(.matrix, "sac", in: program)
        let error = try #require(throws: ConversionError.self) { _ = try PackEdit(table, into: program) }
        #expect(error.message.contains("`staffordshire/acquisitive_crime.lua`"), "\(error.text)")
    }
}
