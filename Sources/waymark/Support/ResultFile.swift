import Glibc
import Notation

/// Where a result goes: standard output, or a file that appears whole or not at all.
///
/// A file is written under another name beside its place and gets its own name only when everything is in it.
final class ResultFile {
    let path: String?
    private var descriptor: Int32
    private var temporary: String?
    private var buffer: [UInt8] = []
    /// Something was written that may not be on the disk yet. A file into which nothing was written needs nothing of it.
    private var isUnsettled = false

    /// - Parameter path: nil or `-` for standard output.
    init(_ path: String?) throws {
        guard let path, path != "-" else {
            self.path = nil
            descriptor = STDOUT_FILENO
            return
        }
        self.path = path
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            guard status.st_mode & S_IFMT != S_IFDIR else { throw Stop(.usage, "`\(path)` is a folder: name a file to write to") }
            // A device or a pipe cannot be put in place afterwards.
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw ResultFile.stop("open", path) }
            return
        }
        guard let made = TemporaryFiles.make(beside: path) else { throw ResultFile.stop("write", path) }
        descriptor = made.descriptor
        temporary = made.path
        fchmod(descriptor, status.st_mode == 0 ? 0o644 : status.st_mode & 0o777)
    }

    deinit {
        if let temporary {
            _ = TemporaryFiles.settle(temporary) { unlink(temporary) }
            close(descriptor)
        }
    }

    func write(_ bytes: ArraySlice<UInt8>) throws { try bytes.withUnsafeBytes(write) }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        // Much at once is written as it stands, without a copy.
        if bytes.count >= 1 << 15 {
            try flush()
            return try check(Terminal.write(bytes, to: descriptor))
        }
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 18 { try flush() }
    }

    /// Text for people, in which nothing can command a terminal.
    func write(_ text: String) throws { try write(Array(harmless(text).utf8)[...]) }

    private func flush() throws {
        guard !buffer.isEmpty else { return }
        let code = Terminal.write(buffer[...], to: descriptor)
        buffer.removeAll(keepingCapacity: true)
        try check(code)
    }

    /// - Parameter code: of what a write came to; 0 for success.
    private func check(_ code: Int32) throws {
        isUnsettled = true
        guard code == 0 else {
            errno = code
            throw ResultFile.stop("write", path ?? "standard output")
        }
    }

    /// Brings everything to the disk, so that of several files none gets its name unless all can.
    func prepare() throws {
        try flush()
        guard let path, temporary != nil, isUnsettled else { return }
        guard fsync(descriptor) == 0 else { throw ResultFile.stop("write", path) }
        isUnsettled = false
    }

    /// Everything is written: the file gets its name.
    func finish() throws {
        try prepare()
        guard let path, let temporary else { return }
        guard TemporaryFiles.settle(temporary, { rename(temporary, path) }) == 0 else { throw ResultFile.stop("write", path) }
        self.temporary = nil
        close(descriptor)
    }

    private static func stop(_ doing: String, _ path: String) -> Stop {
        Stop(.usage, systemFailure(doing, path))
    }
}
