import Glibc

/// Writes files of packs.
enum PackFiles {
    /// A file that is there already, whole or not at all; where it is a link, what the link leads to.
    static func write(_ bytes: [UInt8], to name: String, of pack: String) throws {
        guard let real = realpath("\(pack)/\(name)", nil) else { throw Stop(.usage, "`\(pack)/\(name)` is gone; nothing was written") }
        defer { free(real) }
        let file = try ResultFile(String(cString: real))
        try file.write(bytes[...])
        try file.finish()
    }
}
