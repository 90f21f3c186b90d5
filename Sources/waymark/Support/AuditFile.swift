import DecisionStore
import Glibc
import Notation

/// An exported log, read line by line.
struct AuditFile {
    let path: String

    /// Follows it row by row.
    /// - Parameters:
    ///   - heads: last rows written down elsewhere, each with its name for messages.
    ///   - row: is given each row as it is read, verified or not.
    func verified(_ heads: [(head: AuditHead, name: String)] = [], row: @escaping (AuditRow) -> Void = { _ in }) throws -> AuditChain {
        guard let file = fopen(path, "r") else {
            throw Stop(.usage, systemFailure("open", path))
        }
        defer { fclose(file) }
        var export = AuditExport(heads: heads, row: row)
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        while true {
            let count = getline(&line, &capacity, file)
            guard count > 0, let line else { break }
            let bytes = UnsafeRawBufferPointer(start: line, count: count)
            // A last line without its newline is half a line.
            export.read(bytes.last == 0x0A ? bytes.dropLast() : bytes[...] )
        }
        guard let chain = export.finish() else { throw Stop(.usage, "`\(path)` is no exported log: \(export.emptiness ?? "")") }
        return chain
    }
}
