import Glibc

/// An open file, closed when nobody holds it any more.
final class InputFile {
    /// As the user gave it; `standard input` for `-`.
    let name: String
    let descriptor: Int32
    private let isOwned: Bool

    /// - Parameter rewindable: copy what is not a plain file into a temporary one, so that it can be read again.
    init(path: String, rewindable: Bool) throws(CohortError) {
        let isStandardInput = path == "-"
        let name = isStandardInput ? "standard input" : path
        let opened = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw CohortError.system("open", name, code: errno) }
        var status = stat()
        let isKnown = fstat(opened, &status) == 0
        let kind = status.st_mode & S_IFMT
        if isKnown, kind == S_IFDIR {
            if !isStandardInput { close(opened) }
            throw CohortError(message: "cannot read `\(name)`: it is a folder; name a cohort file in it")
        }
        self.name = name
        guard rewindable, !isKnown || kind != S_IFREG || isStandardInput else {
            descriptor = opened
            isOwned = !isStandardInput
            return
        }
        defer { if !isStandardInput { close(opened) } }
        descriptor = try InputFile.spool(opened, name)
        isOwned = true
    }

    /// For a descriptor that the caller opened and closes.
    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
        isOwned = false
    }

    deinit { if isOwned { close(descriptor) } }

    /// Bytes in the file; nil where it has no fixed size.
    var size: Int? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Reads on.
    /// - Returns: the bytes read; 0 at the end.
    func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(CohortError) -> Int {
        while true {
            let got = Glibc.read(descriptor, target, count)
            if got >= 0 { return got }
            if errno != EINTR { throw CohortError.system("read", name, code: errno) }
        }
    }

    /// Reads from a place without moving on.
    func read(into target: UnsafeMutablePointer<UInt8>, count: Int, at offset: Int) throws(CohortError) -> Int {
        while true {
            let got = pread(descriptor, target, count, offset)
            if got >= 0 { return got }
            if errno != EINTR { throw CohortError.system("read", name, code: errno) }
        }
    }

    func seekToStart() throws(CohortError) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw CohortError.system("read again", name, code: errno) }
    }

    /// Copies all that can be read into a temporary file that has no name, so that it goes when it is closed.
    private static func spool(_ input: Int32, _ name: String) throws(CohortError) -> Int32 {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/waymark-XXXXXX".utf8CString)
        let spool = mkstemp(&template)
        guard spool >= 0 else { throw CohortError.system("make a temporary file in", folder, code: errno) }
        unlink(template)
        _ = fcntl(spool, F_SETFD, FD_CLOEXEC)
        let chunk = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 18)
        defer { chunk.deallocate() }
        while true {
            let got = Glibc.read(input, chunk, 1 << 18)
            if got == 0 { break }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else {
                let code = errno
                close(spool)
                throw CohortError.system("read", name, code: code)
            }
            var written = 0
            while written < got {
                let put = write(spool, chunk + written, got - written)
                if put < 0, errno == EINTR { continue }
                guard put > 0 else {
                    let code = errno
                    close(spool)
                    throw CohortError.system("write a temporary file in", folder, code: code)
                }
                written += put
            }
        }
        lseek(spool, 0, SEEK_SET)
        return spool
    }
}
