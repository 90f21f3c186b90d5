import Cohorts
package import Decisions
import Glibc
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
        var made: [String] = [scratch]
        defer { for path in made.reversed() where unlink(path) != 0 { rmdir(path) } }
        try makeFolder(folder, &made)
        for (name, text) in files {
            if let slash = name.lastIndex(of: "/") { try makeFolder("\(folder)/\(name[..<slash])", &made) }
            try write(text, "\(folder)/\(name)", &made)
        }
        let checked = CheckedPack(folder, asOf: from)
        if let error = checked.findings.first(where: { $0.severity == .error }) {
            throw ConversionError(
                "what `\(origin)` says is no pack that passes `check`, and nothing was written"
                    + (tables.contains(where: \.holdsLua) ? "; Lua that needs the rest of its pack can only go back into that pack, with `--into`" : "")
                    + "\n  \(error.text)")
        }
        guard rename(folder, path) == 0 else { throw ImportedPack.failure("write", path) }
        made = [scratch]
        return Written(files: files.map(\.path), findings: checked.findings)
    }

    private func makeFolder(_ path: String, _ made: inout [String]) throws(ConversionError) {
        if mkdir(path, 0o777) == 0 { made.append(path) } else if errno != EEXIST { throw ImportedPack.failure("make the folder", path) }
    }

    private func write(_ text: String, _ file: String, _ made: inout [String]) throws(ConversionError) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw ImportedPack.failure("write", file) }
        made.append(file)
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let error = ImportedPack.failure("write", file)
                close(descriptor)
                throw error
            }
            rest = rest.dropFirst(count)
        }
        guard close(descriptor) == 0 else { throw ImportedPack.failure("write", file) }
    }

    private static func failure(_ doing: String, _ path: String) -> ConversionError {
        let reason = String(cString: strerror(errno))
        return ConversionError("cannot \(doing) `\(path)`: \(reason.prefix(1).lowercased() + reason.dropFirst())")
    }
}
