import Foundation
import TestSupport
import Testing

@Suite("`convert`")
struct ConvertCommandTests {
    private let csv = """
        matrix,harm
        title,Harm
        range,0,60
        columns,name,title,field,test,points
        row,ogrs,OGRS3,ogrs3
        step,ogrs,,,>= 75,30
        row,drugs,Marked drug need,needs.drugs,2,20

        """

    @Test("a matrix goes to a spreadsheet, is changed there, and comes back into its pack")
    func thereAndBack() throws {
        let work = try Workplace()
        #expect(try work.run("convert", "rules/staffordshire", "--matrix", "sac", "--to", "xlsx-csv", "-o", "sac.csv").status == 0)
        let before = try work.read("rules/staffordshire/acquisitive_crime.lua")
        let text = try work.read("sac.csv")
        #expect(text.contains(">= 70"))
        try work.write("sac.csv", text.replacing(">= 70", with: ">= 75"))
        let dry = try work.run("convert", "sac.csv", "--into", "rules/staffordshire", "--dry-run")
        #expect(dry.status == 0)
        #expect(dry.out.contains("acquisitive_crime.lua would change:\n  band `ppo`, from: `70` becomes `75`; it was `param.ppo_threshold`"), "\(dry.out)")
        #expect(try work.read("rules/staffordshire/acquisitive_crime.lua") == before)
        #expect(try work.run("convert", "sac.csv", "--into", "rules/staffordshire").status == 0)
        #expect(try work.read("rules/staffordshire/acquisitive_crime.lua") == before.replacing("from = param.ppo_threshold", with: "from = 75"))
        #expect(try work.run("check", "rules/staffordshire").status == 0)
        let again = try work.run("convert", "sac.csv", "--into", "rules/staffordshire")
        #expect(again.out.replacing("\n    ", with: " ").contains("nothing was changed"))
    }

    @Test("a file becomes a pack that is checked and tested", arguments: ["csv", "dmn"])
    func pack(format: String) throws {
        let work = try Workplace()
        try work.write("harm.csv", csv)
        if format == "dmn" { #expect(try work.run("convert", "harm.csv", "--to", "dmn", "-o", "harm.dmn").status == 0) }
        let made = try work.run("convert", "harm.\(format)", "--to", "pack", "-o", "rules/harm", "--valid-from", "2026-12-01")
        #expect(made.status == 0, "\(made.err)")
        #expect(made.out.hasPrefix("wrote rules/harm\n  pack.lua\n  tables.lua\n"))
        #expect(try work.run("check", "--strict", "rules/harm").out == "harm 0.1.0: nothing found\n")
        let tested = try work.run("test", "rules/harm", "--coverage")
        #expect(tested.status == 0, "\(tested.out)")
        let twice = try work.run("convert", "harm.\(format)", "--to", "pack", "-o", "rules/harm")
        #expect(twice.status == 1 && twice.err.contains("already something at `rules/harm`"))
    }

    static let refused: [(arguments: [String], status: Int32, words: String)] = [
        (["harm.csv", "--to", "pack"], 2, "`-o`"), (["harm.csv"], 2, "say what is wanted"), (["harm.csv", "--to", "csv", "--into", "rules/staffordshire"], 2, "say what is wanted"),
        (["rules/staffordshire", "--to", "csv"], 2, "--matrix sac"), (["rules/staffordshire", "--matrix", "scc", "--to", "csv"], 2, "did you mean `sac`?"),
        (["rules/staffordshire", "--to", "pack", "-o", "rules/x"], 2, "is a pack already"), (["none.csv", "--to", "dmn"], 2, "no such file"),
        (["harm.csv", "--to", "dmn", "--matrix", "risk"], 2, "it has matrix `harm`"), (["harm.csv", "--into", "rules/none"], 1, "no folder"),
        (["harm.csv", "--into", "rules/staffordshire"], 1, "has no matrix `harm`"), (["harm.csv", "--to", "pack", "-o", "rules/No Name"], 1, "cannot be a pack's name"),
        (["bad.csv", "--to", "dmn"], 2, "bad.csv:5:5: in the test `>> 2`"), (["rules/staffordshire", "--into", "rules/staffordshire"], 2, "is a folder"),
        (["harm.csv", "--to", "dmn", "--dry-run"], 2, "goes with `--into`"), (["bad.dmn", "--to", "csv"], 2, "bad.dmn:1:"),
    ]

    @Test("what cannot be done is refused in words, and nothing is written", arguments: refused.indices)
    func refusal(index: Int) throws {
        let (arguments, status, words) = ConvertCommandTests.refused[index]
        let work = try Workplace()
        try work.write("harm.csv", csv)
        try work.write("bad.csv", "matrix,harm\ntitle,Harm\nrange,0,60\ncolumns,name,title,field,test,points\nrow,drugs,Drugs,needs.drugs,>> 2,20\n")
        try work.write("bad.dmn", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><definitions name=\"&a;\"/>")
        let before = try FileManager.default.subpathsOfDirectory(atPath: work.place.path).sorted()
        let result = try WaymarkBinary.run(["convert"] + arguments, in: work.place.path)
        #expect(result.status == status, "\(result.err)")
        #expect(result.err.replacing("\n    ", with: " ").contains(words), "\(result.err)")
        #expect(try FileManager.default.subpathsOfDirectory(atPath: work.place.path).sorted() == before)
    }
}
