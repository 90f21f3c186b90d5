import Cohorts
package import Decisions
import LuaSyntax
import RuleChecks
package import RulePacks

/// A pack's matrix or decision table replaced by one that came from elsewhere, in the pack's own Lua.
package struct PackEdit: Sendable {
    /// The file of the pack that changes, by its name in the folder.
    package let file: String
    /// The whole file with the change in it.
    package let bytes: [UInt8]
    /// What changes, a sentence each; empty where the pack says the same already.
    package let changes: [String]
    /// What `check` has to say of the pack with the change; no error that the change brings.
    package let findings: [Finding]

    /// - Parameters:
    ///   - table: what the pack is to say.
    ///   - name: the table of the pack that is meant, where it has another name there.
    /// - Throws: where the pack has no such table, where it stands in another pack, or where the change makes a pack that does not
    ///   load or does not say what was wanted.
    package init(_ table: PackTable, named name: String? = nil, into program: RuleProgram) throws(ConversionError) {
        let pack = program.pack
        let name = name ?? table.name
        let old = try PackTable(table.kind, name, in: program)
        let declared = PackEdit.file(table.kind, name, program)
        guard pack.ownRuleFiles.contains(where: { $0.name == declared }) else {
            throw ConversionError("\(old.words) stands in `\(declared)`, which is not this pack's own: convert into the pack that declares it")
        }
        let written = try WrittenTable(program, path: (table.kind == .matrix ? "matrix." : "table.") + name, file: declared, words: old.words)
        let wanted = table.renamed(name)
        var editor = TableEditor(written, catalogue: pack.catalogue)
        switch (old, wanted) {
        case (.matrix(let old), .matrix(let new)): try editor.change(old, to: new)
        case (.table(let old), .table(let new)): try editor.change(old, to: new)
        default: break
        }
        file = declared
        bytes = editor.patch.whole
        changes = editor.changes
        findings = changes.isEmpty ? [] : try PackEdit.check(program, file: file, bytes: bytes, wanted: wanted)
    }

    private static func file(_ kind: PackTableKind, _ name: String, _ program: RuleProgram) -> String {
        let rules = program.rules
        return (kind == .matrix ? rules.matrices.first { $0.name == name }?.heading.file : rules.tables.first { $0.name == name }?.heading.file) ?? ""
    }

    /// Loads and checks the pack with the change, and asks it what it says now.
    private static func check(_ program: RuleProgram, file: String, bytes: [UInt8], wanted: PackTable) throws(ConversionError) -> [Finding] {
        let path = program.pack.path
        let checked = CheckedPack(path, asOf: program.asOf, replacing: [file: bytes])
        let errors = checked.findings.filter { $0.severity == .error }
        if !errors.isEmpty {
            // An error that was there before is not the change's.
            let before = Set(CheckedPack(path, asOf: program.asOf).findings.map(\.message))
            let own = errors.filter { !before.contains($0.message) }
            if !own.isEmpty {
                throw ConversionError("the pack would not pass `check` with the change, so nothing was written\n" + own.map { "  \($0.text)" }.joined(separator: "\n"))
            }
        }
        let now: RuleProgram
        do throws(PackError) {
            let pack = try PackSource.load(path, replacing: [file: bytes]).pack
            now = try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: program.asOf)
        } catch {
            throw ConversionError("the pack would not load with the change, so nothing was written\n" + error.findings.map { "  \($0.text)" }.joined(separator: "\n"))
        }
        let said = try PackTable(wanted.kind, wanted.name, in: now)
        guard said.comparable == wanted.comparable else {
            throw ConversionError("\(wanted.words) would not say what was given once it stood in `\(file)`, so nothing was written: change it there by hand")
        }
        return checked.findings
    }
}

extension PackTable {
    func renamed(_ name: String) -> PackTable {
        switch self {
        case .matrix(var matrix):
            matrix.name = name
            return .matrix(matrix)
        case .table(var table):
            table.name = name
            return .table(table)
        }
    }

    /// Without what a pack keeps in other places.
    var comparable: PackTable {
        switch self {
        case .matrix(var matrix):
            matrix.fields = []
            return .matrix(matrix)
        case .table(var table):
            table.fields = []
            return .table(table)
        }
    }
}
