import Glibc
import Governance
import Notation

/// A folder that is held open. What lies in it is reached name by name, and a link is never followed, so that nothing outside it can
/// be read or written through it, whatever is put into it meanwhile.
final class SafeFolder {
    private let descriptor: Int32
    /// How messages name it: `drafts/camford`.
    private let label: String

    private init(_ descriptor: Int32, _ label: String) {
        self.descriptor = descriptor
        self.label = label
    }

    deinit { close(descriptor) }

    /// A folder whose own path is trusted.
    /// - Throws: `GovernanceError` where it cannot be opened.
    convenience init(_ path: String, label: String) throws(GovernanceError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw GovernanceError(systemFailure("open", label)) }
        self.init(descriptor, label)
    }

    /// - Returns: nil where there is no folder of that name in this one.
    func folder(_ name: String) -> SafeFolder? {
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        return opened < 0 ? nil : SafeFolder(opened, "\(label)/\(name)")
    }

    /// Opens a folder, which is made if there is nothing of that name.
    /// - Parameter isNew: it must not be there yet.
    func makeFolder(_ name: String, isNew: Bool = false) throws(GovernanceError) -> SafeFolder {
        if mkdirat(descriptor, name, 0o750) != 0, isNew || errno != EEXIST { throw GovernanceError(systemFailure("make the folder", "\(label)/\(name)")) }
        guard let folder = folder(name) else { throw GovernanceError("`\(label)/\(name)` is not a folder") }
        return folder
    }

    /// What lies in it, in order, without what begins with a full stop. Links and devices are left out.
    var names: [(name: String, isFolder: Bool)] {
        guard let directory = fdopendir(fcntl(descriptor, F_DUPFD_CLOEXEC, 0)) else { return [] }
        defer { closedir(directory) }
        rewinddir(directory)
        var found: [(name: String, isFolder: Bool)] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            var status = stat()
            guard !name.hasPrefix("."), fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            let kind = status.st_mode & S_IFMT
            if kind == S_IFDIR || kind == S_IFREG { found.append((name, kind == S_IFDIR)) }
        }
        return found.sorted { $0.name < $1.name }
    }

    /// - Returns: nil where there is no file of that name, or it is a link or something else.
    /// - Throws: `GovernanceError` where it has more than so many bytes, or cannot be read.
    func read(_ name: String, most: Int) throws(GovernanceError) -> [UInt8]? {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw GovernanceError(systemFailure("read", "\(label)/\(name)")) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= most else { throw GovernanceError("`\(label)/\(name)` is too large: it may have \(most >> 10) KiB") }
        }
    }

    /// Writes a file whole or not at all. What stood there before is there until then; a link is replaced, and not followed.
    func write(_ bytes: [UInt8], to name: String) throws(GovernanceError) {
        let temporary = ".\(hexadecimal(randomBytes(8))).part"
        let file = openat(descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw GovernanceError(systemFailure("write", "\(label)/\(name)")) }
        var isWhole = put(bytes, file) && fsync(file) == 0
        let code = errno
        isWhole = close(file) == 0 && isWhole
        guard isWhole, renameat(descriptor, temporary, descriptor, name) == 0, fsync(descriptor) == 0 else {
            let reason = isWhole ? errno : code
            unlinkat(descriptor, temporary, 0)
            throw GovernanceError(systemFailure("write", "\(label)/\(name)", code: reason))
        }
    }

    private func put(_ bytes: [UInt8], _ file: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
