import Glibc
import RuleChecks
import RulePacks

/// Brings the files that `--fix` changed to the disk.
enum FixedFiles {
    /// Every file whole, or none at all.
    /// - Throws: where a file changed in the meantime, or cannot be written.
    static func write(_ fixer: PackFixer, into pack: String) throws {
        var written: [ResultFile] = []
        for (name, bytes) in fixer.files.sorted(by: { $0.key < $1.key }) {
            guard PackSource.bytes(of: name, inFolder: pack) == fixer.originals[name] else {
                throw Stop(.usage, "`\(pack)/\(name)` changed while it was being fixed; nothing was written, so try again")
            }
            // What a link leads to is written, not the link.
            guard let real = realpath("\(pack)/\(name)", nil) else { throw Stop(.usage, "`\(pack)/\(name)` is gone; nothing was written") }
            defer { free(real) }
            let file = try ResultFile(String(cString: real))
            try file.write(bytes[...])
            try file.prepare()
            written.append(file)
        }
        for file in written { try file.finish() }
    }
}
