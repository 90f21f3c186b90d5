import Cohorts
package import Decisions
import Glibc
import Notation
import RuleChecks
import RulePacks

extension ImportedPack {
    /// What writing came to.
    package struct Written: Sendable {
        /// Paths in the pack's folder.
        package let files: [String]
        /// What `check` has to say of the pack; no errors.
        package let findings: [Finding]
    }

    /// Writes the pack into a folder that must not be there yet: whole, and only where `check` finds no error in it.
    /// - Parameter path: the folder; its last part is the pack's name.
    /// - Throws: where the folder is there or cannot be written, and where what the tables say is no pack.
    package func write(to path: String) throws(ConversionError) -> Written {
        var status = stat()
        if lstat(path, &status) == 0 { throw ConversionError("there is already something at `\(path)`, and it was left as it is: choose another folder") }
        var template = Array("\(path).XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw ImportedPack.failure("make a folder beside", path) }
        let scratch = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let folder = "\(scratch)/\(id)"
        var made = NewFiles()
        made.add(scratch)
        defer { made.remove() }
        do throws(NewFiles.Failure) {
            try made.makeFolder(folder)
            for (name, text) in files { try made.write(text, to: name, in: folder) }
        } catch {
            throw ConversionError(error.message)
        }
        let checked = CheckedPack(folder, asOf: from)
        if let error = checked.findings.first(where: { $0.severity == .error }) {
            throw ConversionError(
                "what `\(origin)` says is no pack that passes `check`, and nothing was written"
                    + (tables.contains(where: \.holdsLua) ? "; Lua that needs the rest of its pack can only go back into that pack, with `--into`" : "")
                    + "\n  \(error.text)")
        }
        guard rename(folder, path) == 0 else { throw ImportedPack.failure("write", path) }
        return Written(files: files.map(\.path), findings: checked.findings)
    }

    private static func failure(_ doing: String, _ path: String) -> ConversionError { ConversionError(systemFailure(doing, path)) }
}
