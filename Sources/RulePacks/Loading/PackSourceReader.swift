import Decisions
import FieldDefinitions
import LuaRuntime
import LuaSyntax
import Notation

/// Reads a pack's folder, then those of the packs it extends and the modules it uses.
struct PackSourceReader {
    let findings: FindingList
    private var chain: [String] = []
    private var budget = LoadingBudget()

    /// What to read instead of files of the pack's own folder.
    private let replacements: [String: [UInt8]]
    /// Where the pack comes from if not from the disk.
    private let kept: PackFiles?

    init(findings: FindingList, replacements: [String: [UInt8]] = [:], kept: PackFiles? = nil) {
        self.findings = findings
        self.replacements = replacements
        self.kept = kept
    }

    private func folder(_ path: String, replacements: [String: [UInt8]] = [:]) throws(Finding) -> PackFolder {
        if let kept { return try PackFolder(path, in: kept) }
        return try PackFolder(path, replacements: replacements)
    }

    /// One folder's own contents.
    private struct Part {
        var manifest: Manifest
        var folder: PackFolder
        var manifestFile: SourceFile
        var reader: DeclaredTable
        var localFields: [FieldDefinition]
        var ruleFiles: [SourceFile]
        var digested: [(name: String, bytes: [UInt8])]
    }

    /// nil where it cannot be read at all; the findings say why.
    mutating func read(_ path: String) -> PackSource? {
        var parts: [Part] = []
        var next: String? = path
        var extender: DeclaredTable?
        while let path = next {
            guard let part = part(path, isBaseline: !parts.isEmpty, extendedBy: extender) else { return nil }
            parts.append(part)
            extender = part.reader
            next = part.manifest.extends.map { part.folder.parent + "/" + $0 }
        }
        var files = PackFiles(id: parts.first?.folder.name ?? "", files: [:])
        for part in parts {
            for (name, bytes) in part.digested {
                files.files[name.hasPrefix(part.folder.name + "/") && part.folder.name != files.id ? name : part.folder.name + "/" + name] = bytes
            }
        }
        var pack = PackMerge(findings: findings, path: path).merge(
            parts: parts.map { ($0.manifest, $0.manifestFile, $0.reader, $0.localFields, $0.ruleFiles) }
        ) { uses in
            modules(uses, of: parts.map { ($0.reader, $0.folder) })
        } digest: { modules in
            PackSource.digest(of: parts.flatMap(\.digested) + modules.sorted { $0.name < $1.name }.map { ($0.name, $0.bytes) })
        }
        for module in pack?.modules.values.map(\.self) ?? [] { files.files[module.name] = module.bytes }
        pack?.files = files
        return pack
    }

    private mutating func part(_ path: String, isBaseline: Bool, extendedBy extender: DeclaredTable?) -> Part? {
        do throws(Finding) {
            let folder: PackFolder
            do throws(Finding) {
                folder = try self.folder(path, replacements: isBaseline ? [:] : replacements)
            } catch {
                guard let extender else { throw error }
                extender.report(
                    .unreadableFile, "there is no pack `\(path[path.index(after: path.lastIndex(of: "/") ?? path.startIndex)...])` beside this one to extend",
                    at: [.name("extends")])
                return nil
            }
            if chain.contains(folder.name) {
                extender?.report(
                    .extendsLoop, "packs extend one another in a loop: \((chain + [folder.name]).joined(separator: " → "))",
                    at: [.name("extends")])
                return nil
            }
            chain.append(folder.name)
            let prefix = isBaseline ? folder.name + "/" : ""
            let source = try file("pack.lua", in: folder, label: prefix + "pack.lua")
            let table = try dataTable(source, what: "the manifest")
            guard let manifest = ManifestReader(root: table, folder: folder.name, limits: LuaLimits()).read() else { return nil }
            var digested = [(source.name, source.bytes)]
            var localFields: [FieldDefinition] = []
            if folder.contains("fields.lua") {
                let file = try self.file("fields.lua", in: folder, label: prefix + "fields.lua")
                localFields = LocalFieldReader(root: try dataTable(file, what: "`fields.lua`")).read()
                digested.append((file.name, file.bytes))
            }
            var ruleFiles: [SourceFile] = []
            for (index, name) in manifest.files.enumerated() {
                do throws(Finding) {
                    let file = try self.file(name, in: folder, label: prefix + name)
                    ruleFiles.append(file)
                    digested.append((file.name, file.bytes))
                } catch {
                    if error.code == .unreadableFile || error.code == .outsidePack {
                        let files = table.child("files")
                        files?.report(error.code, error.message, at: [.index(index + 1)], hint: error.hint)
                    } else {
                        findings.add(error)
                    }
                    // Each of the files behind it would be too much as well.
                    if error.code == .limit { break }
                }
            }
            return Part(
                manifest: manifest, folder: folder, manifestFile: source, reader: table, localFields: localFields, ruleFiles: ruleFiles, digested: digested)
        } catch {
            findings.add(error)
            return nil
        }
    }

    private mutating func file(_ name: String, in folder: PackFolder, label: String) throws(Finding) -> SourceFile {
        let bytes = try folder.read(name, label: label)
        try budget.spend(bytes: bytes.count, file: label)
        return try SourceFile(name: label, bytes: bytes)
    }

    /// Runs a file of plain data in a state where no name is defined.
    private mutating func dataTable(_ file: SourceFile, what: String) throws(Finding) -> DeclaredTable {
        let (table, instructions) = try DataFile.table(file, what: what, findings: findings)
        try budget.spend(instructions: instructions, file: file.name)
        return table
    }

    private mutating func modules(_ uses: [(name: String, part: Int, index: Int)], of parts: [(reader: DeclaredTable, folder: PackFolder)]) -> [String: SourceFile] {
        var modules: [String: SourceFile] = [:]
        for use in uses where modules[use.name] == nil {
            guard ManifestReader.isModule(use.name) else { continue }
            let pieces = use.name.split(separator: ".").map(String.init)
            let file = pieces.joined(separator: "/") + ".lua"
            do throws(Finding) {
                let folder = try self.folder(parts[use.part].folder.parent + "/" + pieces[0])
                modules[use.name] = try self.file(pieces.dropFirst().joined(separator: "/") + ".lua", in: folder, label: file)
            } catch {
                if error.code == .unreadableFile {
                    parts[use.part].reader.child("uses")?.report(
                        .missingModule, "there is no module `\(use.name)`: the file would be `../\(file)`", at: [.index(use.index)])
                } else {
                    findings.add(error)
                }
                if error.code == .limit { break }
            }
        }
        return modules
    }
}
