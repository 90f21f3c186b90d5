import Glibc
import Governance
import Notation

/// A file that is read whole.
struct SmallFile: Sendable {
    let bytes: [UInt8]
    /// Who may do what with it.
    let mode: mode_t

    private static let most = 1 << 20

    /// What only its owner may be able to read.
    /// - Returns: nil where there is no such file.
    /// - Throws: `GovernanceError` where it cannot be read, or others than its owner can read it.
    static func readPrivate(_ path: String) throws(GovernanceError) -> [UInt8]? {
        guard let file = try read(path) else { return nil }
        guard file.mode & 0o077 == 0 else { throw GovernanceError("others can read `\(path)`: keep it to its owner with `chmod 600 \(path)`") }
        return file.bytes
    }

    /// - Returns: nil where there is no such file.
    /// - Throws: `GovernanceError` where it cannot be read.
    static func read(_ path: String) throws(GovernanceError) -> SmallFile? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw GovernanceError(systemFailure("open", path))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw GovernanceError("`\(path)` is not a file") }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw GovernanceError(systemFailure("read", path)) }
            if count == 0 { return SmallFile(bytes: bytes, mode: status.st_mode & 0o777) }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= most else { throw GovernanceError("`\(path)` is too large: it may have \(most >> 10) KiB") }
        }
    }
}
