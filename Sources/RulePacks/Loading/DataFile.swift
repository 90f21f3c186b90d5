package import Decisions
import LuaRuntime
import LuaSyntax

/// A Lua file of plain data, such as `pack.lua`: run in a state where no name is defined.
package enum DataFile {
    /// - Parameters:
    ///   - name: how messages name the file.
    ///   - what: what it is, for messages: `the manifest`.
    /// - Returns: what `body` makes of the table that the file returns, and findings that are not errors.
    /// - Throws: `PackError` with every error found.
    package static func read<T>(_ bytes: [UInt8], name: String, what: String, _ body: (DeclaredTable) -> T?) throws(PackError) -> T {
        let findings = FindingList()
        do throws(Finding) {
            let table = try table(try SourceFile(name: name, bytes: bytes), what: what, findings: findings).table
            if let result = body(table), !findings.hasErrors { return result }
        } catch {
            findings.add(error)
        }
        throw PackError(findings: findings.all)
    }

    /// - Returns: the table, and the instructions that running the file took.
    static func table(_ file: SourceFile, what: String, findings: FindingList) throws(Finding) -> (table: DeclaredTable, instructions: Int) {
        let data: LuaData
        let instructions: Int
        do throws(LuaFault) {
            let state = try LuaState(limits: LuaLimits(), host: DataHost())
            data = try state.loadData(file.bytes, chunk: file.name)
            instructions = state.instructions
        } catch {
            // Lua stops at the first name; each of them can be shown at its place.
            var names = error.code != .undefinedName ? [] : file.map.usedNames.map { nameFinding($0.name, $0.position, file) }
            if let last = names.popLast() {
                names.forEach(findings.add)
                throw last
            }
            var finding = RuleProgram.finding(error, in: [file])
            finding.file = error.file ?? file.name
            if error.code != .syntax { finding.hint = "\(what) holds plain values only: text, numbers, true, false and tables" }
            throw finding
        }
        guard let table = data.table else {
            throw Finding(.wrongType, "\(what) gives \(data.noun), not a table", file: file.name, hint: "write `return { … }`")
        }
        let declared = DeclaredTable(
            table: table, origin: .init(file: file, fileName: file.name, kind: "return", name: nil, occurrence: 1, line: nil),
            findings: findings, what: what)
        return (declared, instructions)
    }

    private static func nameFinding(_ name: String, _ position: LuaPosition, _ file: SourceFile) -> Finding {
        Finding(
            .undefinedName, "`\(name)` is used here, and the file sees no names", file: file.name, line: position.line,
            column: position.column, hint: "put it in quotes if it is text")
    }
}

/// A manifest asks for nothing.
private final class DataHost: LuaHost {
    func declare(kind: String, name: String?, file: String, line: Int, table: LuaTable) throws(LuaHostRefusal) {
        throw LuaHostRefusal("declarations belong in rule files")
    }
    func compute(slot: Int) -> LuaStatus { .fault }
    func callMethod(type: Int, argument: String) throws(LuaHostRefusal) -> LuaAnswer { .failed(.fault) }
    func module(named name: String) throws(LuaHostRefusal) -> (source: [UInt8], chunk: String) {
        throw LuaHostRefusal("modules belong in rule files")
    }
    func explain(_ problem: LuaNameProblem, name: String) -> String { "`\(name)` is not defined" }
}
