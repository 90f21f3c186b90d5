import GRDB

/// A store that cannot be used, or work on it that was undone.
package struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Kind: String, Sendable {
        /// There is no store.
        case missing
        /// The file cannot be opened, read or written.
        case unusable
        /// Another program has been writing for too long.
        case busy
        /// The disk is full.
        case full
        /// The file is not a store, or is damaged.
        case damaged
        /// A later version of this program made it.
        case newer
        /// The clock is behind the log.
        case clock
        /// Something was changed behind this program's back.
        case tampered
        /// The work would have changed the store without a line in the log.
        case unlogged
        /// What was asked for is not in the store.
        case unknown
    }

    package let kind: Kind
    /// One sentence: what is wrong and what to do.
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }

    init(_ error: DatabaseError, _ file: String) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.busy, "the store `\(file)` is in use by another program: try again when that has ended")
        case .SQLITE_FULL: self.init(.full, "the disk that holds `\(file)` is full: nothing was changed")
        case .SQLITE_NOTADB: self.init(.damaged, "`\(file)` is not a store of Waymark: name the folder that holds `waymark.db`")
        case .SQLITE_CORRUPT: self.init(.damaged, "the store `\(file)` is damaged: restore it from a backup")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_AUTH:
            self.init(.unusable, "the store `\(file)` cannot be read or written: look at its permissions and its disk")
        default: self.init(.unusable, "the store `\(file)` refused the work: \(error.message ?? "error \(error.resultCode.rawValue)")")
        }
    }
}
