import Cohorts
package import DecisionStore
import FieldDefinitions
package import GRDB
import Notation
import TestSupport

import struct Foundation.Data

/// A store with rows that a test puts in, as the tasking process and panels would have written them.
package final class FilledStore {
    package let store: Store
    private let folder: String
    private let place: TemporaryPlace?
    private var rows = 1_000_000

    /// - Parameter folder: nil for one of its own.
    package init(_ folder: String? = nil, today: String = "2026-11-21") throws {
        let place = try folder == nil ? TemporaryPlace() : nil
        self.place = place
        self.folder = folder ?? place?.path ?? ""
        store = try Store(self.folder, clock: .noon(of: Day(iso: today) ?? .earliest), makes: true)
    }

    /// The line of somebody invented; `more` are further members in JSON.
    package static func line(_ id: String, borough: String = "Camden", born: String = "1990-05-01", _ more: String...) -> String {
        let members = [
            #""id":"\#(id)""#, #""borough":"\#(borough)""#, #""date_of_birth":"\#(born)""#, #""convictions_total":3"#, #""arrests_total":7"#,
            #""custody_status":"community""#, #""statutory":true"#,
        ]
        return "{" + (members + more).joined(separator: ",") + "}"
    }

    /// Imports lines, as `waymark cohort import` does.
    package func take(_ lines: [String]) throws {
        let scratch = try TemporaryPlace()
        let file = try scratch.file("cohort.ndjson", Data(lines.map { $0 + "\n" }.joined().utf8))
        let layout = RowLayout(.standard)
        let source = try openCohort(path: file.path, layout: layout, rewindable: false)
        try withExtendedLifetime(scratch) {
            _ = try store.take(source, layout: layout, name: "cohort.ndjson", who: "j.ofori", why: "a test") { throw BadLine(message: $0.message) }
        }
    }

    private struct BadLine: Error {
        let message: String
    }

    package func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?] = []) throws {
        let queue = try DatabaseQueue(path: folder + "/" + Store.fileName)
        try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(sql: sql, arguments: StatementArguments(values))
        }
        try queue.close()
    }

    private func next() -> Int {
        rows += 1
        return rows
    }

    /// A change of where somebody stands: `none`, `watched`, or a category.
    package func moves(_ id: String, on day: String, from was: String, to now: String, rule: String? = nil) throws {
        func parts(_ standing: String) -> (String, String?) { ["none", "watched"].contains(standing) ? (standing, nil) : ("member", standing) }
        let (before, after) = (parts(was), parts(now))
        try run(
            "INSERT INTO standing_change (audit, nominal, borough, day, was, was_category, now, now_category, rule) VALUES (?, ?, 'Camden', ?, ?, ?, ?, ?, ?)",
            [next(), id, day, before.0, before.1, after.0, after.1, rule])
        try run("UPDATE nominal SET standing = ?, category = ?, since = ? WHERE id = ?", [after.0, after.1, after.1 == nil ? nil : day, id])
    }

    /// A recommendation, and what became of it.
    /// - Parameters:
    ///   - state: `open`, `confirmed`, `departed`, `replaced`, `lapsed`.
    ///   - closed: nil where it is open.
    package func recommends(
        _ id: String, on made: String, by decideBy: String, _ action: String, rule: String?, state: String = "open", closed: String? = nil, reason: String? = nil
    ) throws {
        let number = next()
        try run(
            """
            INSERT INTO recommendation (id, nominal, borough, run, place, made, decide_by, action, rule, because, unknown, state, closed)
            VALUES (?, ?, 'Camden', 1, 1, ?, ?, ?, ?, '[]', '[]', ?, ?)
            """, [number, id, made, decideBy, action, rule, state, closed])
        guard ["confirmed", "departed"].contains(state) else { return }
        try run(
            "INSERT INTO panel_decision (audit, recommendation, nominal, day, who, outcome, action, reason, words) VALUES (?, ?, ?, ?, 'c.day', ?, ?, ?, 'words')",
            [number, number, id, closed, state, action, reason])
    }

    package func tasks(_ id: String, _ kind: String, in borough: String, opened: String, due: String?, _ status: String = "open", closed: String? = nil) throws {
        try run(
            """
            INSERT INTO tasking (nominal, borough, run, place, kind, title, owner, opened, due, key, status, closed)
            VALUES (?, ?, 1, 1, ?, 'a title', 'an_owner', ?, ?, ?, ?, ?)
            """, [id, borough, kind, opened, due, "key \(next())", status, closed])
    }

    /// A score that a run kept, and the custody status in what that run read.
    package func scores(_ id: String, on day: String, _ score: Double, _ band: String?, custody: String = "community", matrix: String = "risk") throws {
        let number = next()
        try run("INSERT INTO input (id, nominal, digest, line) VALUES (?, ?, randomblob(32), CAST(? AS BLOB))", [number, id, #"{"custody_status":"\#(custody)"}"#])
        try run("INSERT INTO decision (run, place, nominal, input, digest, leaf) VALUES (?, 1, ?, ?, randomblob(32), randomblob(32))", [number, id, number])
        try run("INSERT INTO score (nominal, matrix, day, run, score, band) VALUES (?, ?, ?, ?, ?, ?)", [id, matrix, day, number, score, band])
    }

    /// A decision record that a run kept.
    package func keeps(_ record: String, of id: String) throws {
        try run("INSERT INTO record (run, place, nominal, line) VALUES (?, 1, ?, CAST(? AS BLOB))", [next(), id, record])
    }

    package func restrict(_ id: String) throws { try run("UPDATE nominal SET restricted = 1 WHERE id = ?", [id]) }

    /// Rows of the log of one kind: who, why and what.
    package func logged(_ kind: AuditKind) throws -> [String] {
        var rows: [String] = []
        try store.read { try $0.auditRows(kind: kind) { rows.append("\($0.who): \($0.what) (\($0.why))") } }
        return rows
    }
}
