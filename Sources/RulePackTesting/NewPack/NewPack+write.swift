import Cohorts
import Decisions
import FieldDefinitions
import Glibc
import Notation
import RulePacks

extension NewPack {
    /// Writes the pack into a folder that must not be there yet: whole, or not at all.
    /// - Returns: the paths of its files, in the pack's folder.
    /// - Throws: where the folder is there, cannot be written, or the pack to extend is missing or does not load.
    package func write() throws(NewPackError) -> [String] {
        let pack = try basePack()
        if mkdir(parent, 0o777) != 0, errno != EEXIST { throw NewPack.failure("make the folder", parent) }
        guard mkdir(path, 0o777) == 0 else {
            if errno == EEXIST { throw NewPackError("there is already something at `\(path)`, and it was left as it is; choose another name") }
            throw NewPack.failure("make the folder", path)
        }
        let files = files(on: pack.map { BaseFacts($0, changed: change(of: $0)) }, catalogue: pack?.catalogue ?? .standard)
        var made = NewFiles()
        made.add(path)
        do throws(NewFiles.Failure) {
            for (name, text) in files { try made.write(text, to: name, in: path) }
        } catch {
            made.remove()
            throw NewPackError(error.message)
        }
        return files.map(\.path)
    }

    // MARK: The pack to extend

    private func basePack() throws(NewPackError) -> PackSource? {
        guard let base else { return nil }
        let path = "\(parent)/\(base)"
        guard access("\(path)/pack.lua", F_OK) == 0 else {
            let near = nearestName(to: base, in: NewPack.packs(in: parent))
            throw NewPackError("there is no pack `\(base)` in `\(parent)` to extend" + (near.map { "; did you mean `\($0)`?" } ?? ""))
        }
        do throws(PackError) {
            return try PackSource.load(path).pack
        } catch {
            throw NewPackError(
                "`\(path)` does not load, so it cannot be extended yet\n" + error.findings.map { "  \($0.text)" }.joined(separator: "\n"))
        }
    }

    private static func packs(in folder: String) -> [String] {
        guard let listing = opendir(folder) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if access("\(folder)/\(name)/pack.lua", F_OK) == 0 { names.append(name) }
        }
        return names.sorted()
    }

    /// The first parameter that can be another number while the pack still loads: one threshold may hang on another.
    private func change(of base: PackSource) -> BaseFacts.Change? {
        BaseFacts.changes(of: base).first { change in
            let manifest = overlayManifest(BaseFacts(base, changed: change))
            do throws(PackError) {
                let pack = try PackSource.load(path, replacing: ["pack.lua": Array(manifest.utf8)]).pack
                _ = try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: from)
                return true
            } catch {
                return false
            }
        }
    }

    private static func failure(_ doing: String, _ path: String) -> NewPackError {
        NewPackError(systemFailure(doing, path))
    }
}
