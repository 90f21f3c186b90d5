import Glibc
package import Notation

/// A backup on its way into a store's folder.
///
/// Those who were forgotten after it was made are in it. Their erasures stand in the log of the store that it comes after,
/// under hashes that the backup can still resolve: so whoever that log, or a later export of it, has as erased is erased again.
package struct Restoration {
    package let backup: VerifiedCopy
    package let folder: String
    /// Whether there is a store in the folder.
    package let isOverStore: Bool
    /// Why what is there says nothing of the time since the backup; nil where it does, or nothing is there.
    package private(set) var unreadable: String?
    /// What is wrong with the log of what is there; nil where it verifies, or nothing is there.
    package private(set) var doubt: String?
    /// Whether a log was found that goes on from the backup.
    package private(set) var knowsLater = false
    package private(set) var later = LaterRows()
    private let probe: StoreProbe

    private var target: String { folder + "/" + Store.fileName }

    /// - Parameter lodged: as of ``VerifiedCopy``.
    /// - Throws: ``StoreError`` where the backup is no whole store, or one of another store than the one that is there.
    package init(of file: String, into folder: String, lodged: [(head: AuditHead, name: String)] = []) throws {
        backup = try VerifiedCopy(file, lodged: lodged)
        probe = try StoreProbe(file)
        self.folder = folder
        var there = stat(), given = stat()
        isOverStore = stat(folder + "/" + Store.fileName, &there) == 0
        guard isOverStore else { return }
        if stat(file, &given) == 0, given.st_dev == there.st_dev, given.st_ino == there.st_ino {
            throw StoreError(.unusable, "`\(file)` is the store itself: name a backup of it")
        }
        var rows: [AuditRow] = []
        do {
            let present = try StoreProbe(target)
            let store = try present.read { $0.storeID }
            guard store == backup.head.store else {
                throw StoreError(.unknown, "`\(file)` is a backup of another store than the one in `\(folder)`: restore it into a folder of its own")
            }
            try present.read { try $0.auditRows { rows.append($0) } }
            doubt = try present.read { try $0.verifyAudit().faults.first }
            try add(rows)
        } catch let error as StoreError where error.kind != .unknown {
            // As much as could be read is better than nothing, and not all.
            try add(rows)
            unreadable = error.message
            knowsLater = false
        }
    }

    /// Takes rows of a log that may go on further than the backup.
    package mutating func add(_ rows: [AuditRow]) throws {
        knowsLater = true
        let lacking = try probe.read { reader in try rows.filter { try !reader.hasRow(AuditHead(store: backup.head.store, seq: $0.seq, hash: $0.hash)) } }
        for row in lacking { later.add(row) }
    }

    /// Makes the store that is to be, and verifies it.
    /// - Parameter name: an empty file in the folder, which nobody else can read.
    /// - Returns: how many were forgotten once more.
    /// - Throws: ``StoreError``
    package func make(_ name: String, clock: StoreClock = .system, who: String, why: String) throws -> Int {
        let file = folder + "/" + name
        try probe.copy(to: file)
        let store = try Store(folder, clock: clock, file: name)
        let again = try store.write { writer in
            try writer.log(AuditEvent(.restoration, who: who, why: why, what: words))
            return try later.erased.compactMap(writer.nominal(ofSubject:))
        }
        for nominal in again { try store.forget(nominal, who: who, why: "forgotten before the store was restored from a backup") }
        try store.end()
        _ = try VerifiedCopy(file)
        // Whoever only reads cannot take away what reading brings.
        for suffix in ["-wal", "-shm"] { unlink(file + suffix) }
        return again.count
    }

    /// For the log.
    private var words: String {
        var words = "restored from `\(backup.file)`, a backup that ends with row \(backup.head.seq) of \(backup.time)"
        if let last = later.last { words += "; the log went on to row \(last.seq) of \(last.time), \(hexadecimal(last.hash)), and \(Numbers.count(later.count, "row")) of it \(later.count == 1 ? "is" : "are") not here" }
        return words + (unreadable == nil ? "" : "; the store that was there cannot be read")
    }

    /// Puts the store in its place. What was there is kept beside it.
    /// - Parameters:
    ///   - name: the file that ``make(_:clock:who:why:)`` made.
    ///   - day: for the name of what was there.
    /// - Returns: where that is; nil where there was none.
    /// - Throws: ``StoreError``; then what was there is there still.
    package func put(_ name: String, day: Day) throws -> String? {
        var status = stat()
        if geteuid() == 0, stat(folder, &status) == 0 { _ = chown(folder + "/" + name, status.st_uid, status.st_gid) }
        let hold = isOverStore ? try StoreHold(target) : nil
        let aside = isOverStore ? try keep(day) : nil
        guard rename(folder + "/" + name, target) == 0 else { throw StoreError(.unusable, systemFailure("write", target)) }
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor >= 0 {
            fsync(descriptor)
            close(descriptor)
        }
        try? hold?.close()
        return aside
    }

    /// Gives what is there a second name, with its write-ahead log where that could not be worked in.
    private func keep(_ day: Day) throws -> String {
        var aside = "\(target).before-restore-\(day)"
        var number = 1
        while link(target, aside) != 0 {
            guard errno == EEXIST else { throw StoreError(.unusable, systemFailure("write", aside)) }
            number += 1
            aside = "\(target).before-restore-\(day)-\(number)"
        }
        if access(target + "-wal", F_OK) == 0 {
            guard link(target + "-wal", aside + "-wal") == 0 else { throw StoreError(.unusable, systemFailure("write", aside + "-wal")) }
        }
        // A log that is left must not be worked into another database.
        for suffix in ["-wal", "-shm"] { unlink(target + suffix) }
        return aside
    }
}
