import Conversion
import Decisions
import Foundation
import TestSupport
import Testing

@Suite("what a pack cannot say is refused, with its place")
struct RefusalTests {
    static func dmn(_ body: String, data: String = #"<inputData id="a" name="Age"><variable name="Age" typeRef="number"/></inputData>"#) -> String {
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="Test" namespace="urn:test">
        \(data)
        \(body)
        </definitions>
        """
    }

    static func table(_ policy: String = "hitPolicy=\"FIRST\"", input: String = "Age", test: String = "&gt; 1", output: String = "\"a\"", more: String = "") -> String {
        """
        <decision id="d" name="Outcome">
        <decisionTable \(policy)>
        <input><inputExpression><text>\(input)</text></inputExpression></input>
        <output>\(more)</output>
        <rule>
        <inputEntry><text>\(test)</text></inputEntry>
        <outputEntry><text>\(output)</text></outputEntry>
        </rule>
        </decisionTable>
        </decision>
        """
    }

    static let givenModels: [(text: String, line: Int?, words: [String])] = [
        (dmn("<decision id=\"d\" name=\"Sum\"><literalExpression><text>1 + 1</text></literalExpression></decision>"), 3, ["`Sum`", "`literalExpression`", "only decision tables"]),
        (dmn("<decision id=\"d\" name=\"Sum\"><context/></decision>"), 3, ["`context`"]),
        (dmn("<decision id=\"d\" name=\"Sum\"><invocation/></decision>"), 3, ["`invocation`"]),
        (dmn("<decision id=\"d\" name=\"Sum\"/>"), 3, ["no decision table"]),
        (dmn("<businessKnowledgeModel id=\"b\" name=\"Pay\"/>" + table()), 3, ["`businessKnowledgeModel`", "`Pay`"]),
        (dmn("<decisionService id=\"b\" name=\"All\"/>" + table()), 3, ["`decisionService`"]),
        (dmn("<import name=\"x\" namespace=\"y\" importType=\"z\"/>" + table()), 3, ["`import`"]),
        (dmn(table(input: "Age * 2")), 5, ["`Age * 2`", "arbitrary FEEL"]),
        (dmn(table(input: "Aeg")), 5, ["`Aeg`", "did you mean `Age`?"]),
        (dmn(table(input: "")), 5, ["no expression"]),
        (dmn(table(test: "? &gt; 5")), 8, ["rule 1, input 1", "`? > 5`", "S-FEEL"]),
        (dmn(table(test: "Age &gt; 5")), 8, ["rule 1, input 1"]),
        (dmn(table(test: "null")), 8, ["`null`"]),
        (dmn(table(test: "time(\"10:00\")")), 8, ["rule 1"]),
        (dmn(table(output: "Age + 1")), 9, ["rule 1, output 1", "`Age + 1`", "expression"]),
        (dmn(table(output: "null")), 9, ["`null` gives no value"]),
        (dmn(table(output: "")), 9, ["there is no value"]),
        (dmn(table("hitPolicy=\"BEST\"")), 4, ["`BEST`", "UNIQUE"]),
        (dmn(table("hitPolicy=\"COLLECT\" aggregation=\"MEAN\"")), 4, ["`COLLECT MEAN`"]),
        (dmn(table("hitPolicy=\"PRIORITY\"")), 4, ["`values`"]),
        (dmn(table("hitPolicy=\"COLLECT\" aggregation=\"SUM\"")), 7, ["needs numbers"]),
        (dmn(table(more: "<outputValues><text>\"b\"</text></outputValues>")), 7, ["`\"a\"` is not among the `values`"]),
        (dmn(table(more: "<outputValues><text>&gt; 5</text></outputValues>")), 6, ["one by one"]),
        (dmn(table().replacing("<outputEntry><text>\"a\"</text></outputEntry>", with: "")), 7, ["0 output entries"]),
        (dmn(table(), data: "<inputData id=\"a\" name=\"Age\"><variable name=\"Age\" typeRef=\"dateTime\"/></inputData>"), 2, ["`dateTime`", "string, number, boolean or date"]),
        (
            dmn(table(), data: "<itemDefinition name=\"t\" isCollection=\"true\"><typeRef>string</typeRef></itemDefinition><inputData id=\"a\" name=\"Age\"><variable name=\"Age\" typeRef=\"t\"/></inputData>"), 2,
            ["a list or a structure"]
        ),
        (dmn("<inputData id=\"c\" name=\"Age\"/>" + table()), 3, ["two elements are named `Age`"]),
        (dmn(""), 1, ["no decision"]),
        ("<definitions><decision", nil, ["not XML"]),
        ("<html/>", 1, ["`html`", "not a DMN file"]),
        ("", nil, ["not XML"]),
    ]

    @Test("a DMN file that no pack can be made of", arguments: givenModels.indices)
    func models(index: Int) throws {
        let (text, line, words) = RefusalTests.givenModels[index]
        let error = try #require(throws: ConversionError.self) { _ = try DMNFile(Array(text.utf8), file: "test.dmn") }
        for word in words { #expect(error.message.contains(word), "\(error.text)") }
        if let line { #expect(error.line == line, "\(error.text)") }
        #expect(error.file == "test.dmn")
    }

    @Test("a decision that rests on itself is no pack that decides, and says so")
    func circle() throws {
        let model = try ImportedModel(Array(RefusalTests.dmn(RefusalTests.table(input: "Outcome")).utf8), name: "test.dmn")
        #expect(try model.decide([:]).error?.message.contains("outcome") == true)
    }

    static let givenTables: [(text: String, line: Int?, column: Int?, words: String)] = [
        ("", nil, nil, "the file is empty"), ("matrix;score;x\n", 1, nil, "parted by `;`"), ("score,1\n", 1, 1, "`matrix` or `decision_table`"),
        ("matrix,Score\ntitle,S\n", 1, 2, "`score`"), ("matrix,score\nrange,0,9\n", 1, nil, "no title"), ("matrix,score\ntitle,S\n", 1, nil, "no range"),
        ("matrix,score\ntitle,S\nrange,0,nine\n", 3, 3, "`nine` is not a number"), ("matrix,score\ntitle,S\nrange,0,9\nrow,a,A,1\n", 4, 1, "before the line `columns`"),
        ("matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,point\n", 4, 4, "did you mean `points`?"),
        ("matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points\nrwo,a,A,1\n", 5, 1, "did you mean `row`?"),
        ("matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points\nrow,a,A,\n", 5, 4, "no points"),
        ("matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points\nrow,a,A,\"1,5\"\n", 5, 4, "`1,5` is not a number"),
        ("matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points\nrow,a,A,1\nrow,a,A,2\n", 6, nil, "two rows named `a`"),
        ("matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points,field,test\nrow,a,A,1,ogrs2,>> 5\n", 5, 6, "in the test `>> 5`"),
        ("matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points,field,test\nrow,a,A,1,os.execute(1),> 5\n", 5, 5, "not the path of a field"),
        ("matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points,field,test\nstep,a,A,1,,>= 5\n", 5, 2, "no row `a` above"),
        ("matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points,field,test\nrow,a,A,,ogrs2,\nstep,a,,1,,> 5\n", 6, 6, "where a step begins"),
        ("matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points,when\nrow,a,A,1,n.ogrs2 > 5\n", 5, 5, "write `lua:"),
        ("matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points\nrow,a,A,1\n\"open\n", 6, nil, "quote"),
        ("decision_table,t\ntitle,T\ncolumns,input,output\nname,a,b\nof,ogrs2,\nrow,>= 5,\n", 6, 3, "the cell is empty"),
        ("decision_table,t\ntitle,T\ncolumns,input,outptu\n", 3, 3, "`outptu` is not a kind of column"), ("decision_table,t\ntitle,T\nhit,unqiue\n", 3, 2, "did you mean `unique`?"),
        ("decision_table,t\ntitle,T\ncolumns,input,output\nname,a,b\nrow,-,1\n", 1, nil, "no line `of`"),
        ("decision_table,t\ntitle,T\nhit,collect_sum\ncolumns,input,output\nname,a,b\nof,ogrs2,\nrow,-,\"\"\"a\"\"\"\n", 7, nil, "needs numbers"),
        ("decision_table,t\ntitle,T\ncolumns,input,output\nname,a,b\nof,ogrs2,\n", 1, nil, "at least one row"),
        ("decision_table,t\ntitle,a\u{202E}b\n", 2, 2, "U+202E"), ("decision_table,t\nfield,a,A,text\n", 2, 4, "`text` is not a kind of field"),
    ]

    @Test("a CSV file that no table can be made of", arguments: givenTables.indices)
    func tables(index: Int) throws {
        let (text, line, column, words) = RefusalTests.givenTables[index]
        let error = try #require(throws: ConversionError.self) { _ = try PackTable(csv: Array(text.utf8), file: "test.csv") }
        #expect(error.message.contains(words), "\(error.text)")
        #expect(error.file == "test.csv")
        #expect(error.line == line, "\(error.text)")
        #expect(error.column == column, "\(error.text)")
    }

    @Test(
        "Lua that only another pack knows is no pack of its own",
        arguments: ["lua: function(n) return each(n) end", "lua: function(n) return param.x end", "lua: function(n, d) return d.band.risk == \"red\" end", "lua: os.exit", "lua: function(n"])
    func foreignLua(points: String) throws {
        let table = try PackTable(csv: Array("matrix,score\ntitle,S\nrange,0,9\ncolumns,name,title,points\nrow,a,A,\(points.contains(",") || points.contains("\"") ? "\"" + points.replacing("\"", with: "\"\"") + "\"" : points)\n".utf8), file: "a.csv")
        let place = try TemporaryPlace()
        let pack = try ImportedPack("model", title: "", tables: [table], fields: [], from: testDay, origin: "a.csv")
        let error = try #require(throws: ConversionError.self) { _ = try pack.write(to: place.path + "/model") }
        #expect(error.message.contains("nothing was written"), "\(error.text)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).isEmpty)
    }
}
