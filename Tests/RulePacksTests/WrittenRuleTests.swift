import LuaSyntax
import PackTestKit
import TestSupport
import Testing

@testable import RulePacks

@Suite("Rules as they are written")
struct WrittenRuleTests {
    private func written(_ pack: String) throws -> [WrittenFile] {
        try PackSource.load(projectFolder + "/" + pack).pack.writtenFiles
    }

    @Test("every file of a pack is a tree", arguments: shippedPacks)
    func wholePacks(_ path: String) throws {
        let pack = try shippedPack(path)
        #expect(pack.writtenFiles.count == pack.ruleFiles.count + pack.modules.count)
    }

    /// The bands of `risk` come out of a function of a module.
    static let notWrittenOut = [("rules/staffordshire", ["band.risk.red", "band.risk.amber", "band.risk.green"]), ("rules/gripping-the-offender", [])]

    @Test("every criterion, row, class and rule of a program is found where it is written out", arguments: notWrittenOut)
    func everyRule(_ path: String, _ madeByCode: [String]) throws {
        let pack = try PackSource.load(projectFolder + "/" + path).pack
        let files = pack.writtenFiles
        let rules = try Decider(pack).program.rules
        var paths: [String] = []
        for criteria in rules.criteria { paths += criteria.rows.map { "criteria.\(criteria.name).\($0.id)" } }
        for matrix in rules.matrices {
            paths += matrix.rows.map { "matrix.\(matrix.name).\($0.id)" } + matrix.bands.map { "band.\(matrix.name).\($0.id)" }
        }
        for table in rules.tables { paths += table.inputs.map { "table.\(table.name).input.\($0.id)" } }
        for classes in rules.classifications { paths += classes.classes.map { "class.\(classes.name).\($0.id)" } }
        paths += rules.selection.map { "selection.\($0.id)" } + rules.deselection.map { "deselection.\($0.id)" } + rules.taskings.map { "tasking.\($0.id)" }
        let missing = paths.filter { path in !files.contains { $0.rule(path) != nil } }
        #expect(missing == madeByCode)
    }

    @Test("a function may be written in the row or kept in a local of the file")
    func functions() throws {
        let pack = try TestPack("""
            local function adult(n) return n.age >= 18 end
            criteria "scope" { title = "Scope", all = { { "a", "A", adult }, { "b", "B", when = function(n) return true end }, any = { { "c", "C", function(n) return true end } } } }
            """).load()
        let file = try #require(pack.writtenFiles.first)
        let a = try #require(file.rule("criteria.scope.a"))
        #expect(file.function(a.items[2])?.parameters.map(\.text) == ["n"])
        #expect(file.function(file.rule("criteria.scope.b")?["when"]) != nil)
        #expect(file.rule("criteria.scope.c")?.position.line == 2)
        #expect(a.bytes.lowerBound == Array(pack.ruleFiles[0].bytes).firstRange(of: Array("{ \"a\"".utf8))?.lowerBound)
    }
}
