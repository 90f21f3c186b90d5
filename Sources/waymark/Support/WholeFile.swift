import Glibc
import Notation

/// Small files that are read at once.
enum WholeFile {
    /// - Parameters:
    ///   - most: bytes that the file may have.
    ///   - isPrivate: whether nobody but its owner may be able to read it.
    static func read(_ path: String, most: Int, isPrivate: Bool = false) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw stop(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw stop(path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw Stop(.usage, "cannot read `\(path)`: it is a folder") }
        if isPrivate, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 {
            throw Stop(.usage, "others can read `\(path)`: keep it to yourself with `chmod 600 \(path)`")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw stop(path) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= most else { throw Stop(.usage, "`\(path)` is too large: it may have \(most >> 10) KiB") }
        }
    }

    /// Writes a file that is there with all that belongs in it or not at all, that only its owner can read, and that never
    /// takes another's place.
    static func writePrivate(_ text: String, to path: String) throws {
        guard let made = TemporaryFiles.make(beside: path) else { throw stop(path, doing: "write") }
        defer { close(made.descriptor) }
        let code = Terminal.write(Array(text.utf8)[...], to: made.descriptor)
        var failure: Stop?
        if code != 0 || fsync(made.descriptor) != 0 || link(made.path, path) != 0 {
            failure = errno == EEXIST ? Stop(.usage, "`\(path)` is there already, and a key is never written over: name another file") : stop(path, doing: "write")
        }
        _ = TemporaryFiles.settle(made.path) { unlink(made.path) }
        if let failure { throw failure }
    }

    /// Writes a file that only its owner can read, in place of one of its name.
    static func replacePrivate(_ text: String, at path: String) throws {
        guard let made = TemporaryFiles.make(beside: path) else { throw stop(path, doing: "write") }
        defer { close(made.descriptor) }
        guard Terminal.write(Array(text.utf8)[...], to: made.descriptor) == 0, fsync(made.descriptor) == 0,
            TemporaryFiles.settle(made.path, { rename(made.path, path) }) == 0
        else {
            let failure = stop(path, doing: "write")
            _ = TemporaryFiles.settle(made.path) { unlink(made.path) }
            throw failure
        }
    }

    private static func stop(_ path: String, doing: String = "read") -> Stop {
        Stop(.usage, systemFailure(doing, path))
    }
}
