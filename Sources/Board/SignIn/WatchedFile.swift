import Glibc
import Notation

/// What a file says, read anew as soon as it has changed.
final class WatchedFile<Value: Sendable>: Sendable {
    /// By which it can be told that a file is another one, or may be read by others than before.
    private struct Mark: Equatable {
        var inode: ino_t = 0
        var size = 0
        var seconds = 0
        var nanoseconds = 0
    }

    private let path: String
    private let read: @Sendable () throws -> Value
    private let kept = Locked<(mark: Mark, value: Value)?>(nil)

    init(_ path: String, _ read: @escaping @Sendable () throws -> Value) {
        self.path = path
        self.read = read
    }

    /// - Throws: what reading throws. What was read before does not go on counting then.
    func value() throws -> Value {
        try kept.withLock { kept in
            // Looked at before it is read: what changes in between is read again next time.
            let mark = self.mark
            if let kept, kept.mark == mark { return kept.value }
            kept = nil
            let value = try read()
            kept = (mark, value)
            return value
        }
    }

    private var mark: Mark {
        var status = stat()
        guard stat(path, &status) == 0 else { return Mark() }
        return Mark(inode: status.st_ino, size: Int(status.st_size), seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
    }
}
