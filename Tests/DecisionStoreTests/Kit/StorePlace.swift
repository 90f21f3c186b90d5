import DecisionStore
import GRDB
import Notation
import TestSupport

/// A store of one test, with a clock that the test sets.
final class StorePlace {
    let place: TemporaryPlace
    let store: Store
    private let time: ClockHands

    init(patience: Double = 10) throws {
        place = try TemporaryPlace()
        let time = ClockHands()
        self.time = time
        store = try Store(place.path, clock: StoreClock { time.now }, makes: true, patience: patience)
    }

    /// Milliseconds since 1970.
    var now: Int {
        get { time.now }
        set { time.set(newValue) }
    }

    var file: String { place.path + "/" + Store.fileName }

    /// The same folder opened once more, as another program would.
    func again(patience: Double = 10) throws -> Store {
        let time = time
        return try Store(place.path, clock: StoreClock { time.now }, patience: patience)
    }

    /// Changes the file as somebody with a database tool could, whatever the schema says.
    func tamper(_ sql: String...) throws {
        let queue = try DatabaseQueue(path: file)
        try queue.inDatabase { db in
            try db.execute(sql: "DROP TRIGGER IF EXISTS audit_kept; DROP TRIGGER IF EXISTS audit_fixed; PRAGMA foreign_keys = OFF")
            for line in sql { try db.execute(sql: line) }
        }
        try queue.close()
    }

    /// Ten rows of all sorts.
    func fill() throws {
        try store.write { writer in
            try writer.log(AuditEvent(.people, who: "a.khan", why: "first", what: "people"))
            for number in 1...4 {
                try writer.log(AuditEvent(.collection, who: "a.khan", nominal: "N-\(number)", why: "import", what: "taken"))
                try writer.log(AuditEvent(.consultation, who: "j.ofori", nominal: "N-\(number)", why: "panel", what: "looked at"))
            }
            try writer.log(AuditEvent(.disclosure, who: "j.ofori", why: "report", what: "counted"))
        }
    }

    func faults(_ heads: [(head: AuditHead, name: String)] = []) throws -> [String] {
        try store.read { try $0.verifyAudit(heads: heads).faults }
    }

    var rows: [AuditRow] {
        get throws {
            var rows: [AuditRow] = []
            try store.read { try $0.auditRows { rows.append($0) } }
            return rows
        }
    }

    var export: [UInt8] {
        get throws {
            var bytes: [UInt8] = []
            try store.read { try $0.exportAudit { bytes += $0.bytes } }
            return bytes
        }
    }
}

/// What a clock shows until it is set otherwise.
final class ClockHands: Sendable {
    private let time = Locked((Day(iso: "2026-11-21")?.number ?? 0) * 86_400_000 + 43_200_000)
    var now: Int { time.withLock { $0 } }
    func set(_ now: Int) { time.withLock { $0 = now } }
}

extension StorePlace {
    /// Runs SQL on the store as it is.
    func slip(_ sql: String) throws {
        let queue = try DatabaseQueue(path: file)
        try queue.inDatabase { try $0.execute(sql: sql) }
    }

    /// The one value that a query gives.
    func value(_ sql: String) throws -> String {
        let queue = try DatabaseQueue(path: file)
        return try queue.inDatabase { try String.fetchOne($0, sql: sql) } ?? ""
    }
}
