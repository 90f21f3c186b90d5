import DecisionStore
import Glibc
import Governance
import Notation

/// A file or folder as the system has it.
struct FileState {
    let path: String
    let status: stat

    /// nil where there is none.
    /// - Throws: `Stop` where the system does not say.
    init?(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw Stop(.usage, systemFailure("look at", path))
        }
        self.path = path
        self.status = status
    }

    var size: Int { Int(status.st_size) }
    var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }

    /// Whether somebody other than the owner has one of these permissions.
    func lets(others: mode_t) -> Bool { status.st_mode & (others | others << 3) != 0 }
}

extension Doctor {
    /// The database with what SQLite puts beside it.
    private static func databaseFiles(_ folder: String) throws -> [FileState] {
        try ["", "-wal", "-shm"].compactMap { try FileState("\(folder)/\(Store.fileName)\($0)") }
    }

    /// What can be said of the files before any is opened.
    /// - Returns: whether there is a folder at all.
    mutating func checkFiles(_ folder: String) -> Bool {
        check("folder") { found in
            guard let state = try FileState(folder), state.isFolder else {
                found.wrong("there is no folder `\(folder)`", mend: "give `--store` the folder that holds `\(People.fileName)`")
                return ""
            }
            if state.lets(others: 0o2) { found.wrong("others can write in `\(folder)`, and so replace whatever is in it", mend: "`chmod 700 \(folder)`") }
            else if state.lets(others: 0o5) { found.note("others can see what files are in `\(folder)`", mend: "`chmod 700 \(folder)`") }
            return "only its owner gets in"
        }
        guard TableFile.isFolder(folder) else { return false }
        check("permissions") { found in
            for state in try Doctor.databaseFiles(folder) + Doctor.copies(folder).compactMap({ try FileState($0) }) where state.lets(others: 0o7) {
                found.wrong("others can read or write `\(state.path)`", mend: "`chmod 600 \(state.path)`")
            }
            if let state = try FileState("\(folder)/\(People.fileName)"), state.lets(others: 0o2) {
                found.wrong("others can change `\(state.path)`, and so decide who decides", mend: "`chmod go-w \(state.path)`")
            }
            return "only its owner can read the database, and change `\(People.fileName)`"
        }
        check("owner") { found in
            guard let own = try FileState(folder) else { return "" }
            for state in try Doctor.databaseFiles(folder) where state.status.st_uid != own.status.st_uid {
                found.wrong(
                    "`\(state.path)` does not belong to the owner of the folder, who then cannot write it",
                    mend: "`chown --reference=\(folder) \(state.path)`, and work with the store as that user")
            }
            return "the database belongs to the owner of the folder"
        }
        check("write-ahead log") { found in
            let size = try FileState("\(folder)/\(Store.fileName)-wal")?.size ?? 0
            if size > Doctor.largestLog {
                found.note(
                    "the write-ahead log has \(Numbers.grouped(size >> 20)) MiB: something has been reading the store for long",
                    mend: "end what has the store open; the next that works with it takes the log in")
            }
            return "the write-ahead log has \(Numbers.grouped(size >> 10)) KiB"
        }
        check("disk") { found in
            var disk = statvfs()
            guard statvfs(folder, &disk) == 0 else { throw Stop(.usage, systemFailure("look at the disk of", folder)) }
            let free = Int(disk.f_bavail) * Int(disk.f_frsize)
            let size = try Doctor.databaseFiles(folder).map(\.size).reduce(0, +)
            if free < max(2 * size, Doctor.leastFree) {
                found.wrong(
                    "the disk of `\(folder)` has \(Numbers.grouped(free >> 20)) MiB free, and the store \(Numbers.grouped(size >> 20)) MiB: forgetting somebody needs twice as much",
                    mend: "make room, or move the store")
            }
            return "the disk has \(Numbers.grouped(free >> 20)) MiB free"
        }
        check("copies") { found in
            for path in Doctor.copies(folder) {
                found.note("`\(path)` is a copy of the store that was left there, with everybody's data", mend: "delete it as soon as it is not needed")
            }
            return "no copies of the store lie beside it"
        }
        return true
    }

    private static let largestLog = 64 << 20
    private static let leastFree = 64 << 20

    /// Stores kept aside by a restore, and what a program that was killed left.
    private static func copies(_ folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if name.hasPrefix(Store.fileName + ".") { names.append("\(folder)/\(name)") }
        }
        return names.sorted()
    }
}
