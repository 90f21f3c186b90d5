import GRDB
package import Notation

/// A run of the tasking process for one borough.
package struct StoredRun: Sendable, Hashable {
    /// From 1.
    package var id = 0
    package var borough: String
    package var asOf: Day
    /// The digest of the approval pack under which it ran.
    package var approval: String
    /// The digest of the pack.
    package var pack: String
    package var packID: String
    package var version: String
    /// The version of the program.
    package var program: String
    /// When it was written, `2026-11-21T12:06:09.123Z`.
    package var at = ""
    package var evaluated = 0
    /// People who were left out because they are restricted.
    package var restricted = 0
    /// People whose line the pack's fields do not take.
    package var rejected = 0
    /// People for whom a rule failed.
    package var errors = 0
    /// Recommendations written.
    package var recommended = 0
    /// Taskings written.
    package var tasked = 0
    /// Taskings for enforcement that were refused.
    package var refused = 0
    /// The pack has groups or places, so that each decision depends on everybody.
    package var hasCompany: Bool
    /// SHA-256 over the leaves of its decisions in the order of their places.
    package var digest: [UInt8] = []

    package init(borough: String, asOf: Day, approval: String, pack: String, packID: String, version: String, program: String, hasCompany: Bool) {
        self.borough = borough
        self.asOf = asOf
        self.approval = approval
        self.pack = pack
        self.packID = packID
        self.version = version
        self.program = program
        self.hasCompany = hasCompany
    }

    init(_ row: Row) {
        self.init(
            borough: row.text("borough"), asOf: row.day("as_of") ?? .earliest, approval: row.text("approval"), pack: row.text("pack"),
            packID: row.text("pack_id"), version: row.text("version"), program: row.text("program"), hasCompany: row.int("has_company") == 1)
        id = row.int("id")
        at = row.text("at")
        evaluated = row.int("evaluated")
        restricted = row.int("restricted")
        rejected = row.int("rejected")
        errors = row.int("errors")
        recommended = row.int("recommended")
        tasked = row.int("tasked")
        refused = row.int("refused")
        digest = row.bytes("digest")
    }
}

extension StoreReader {
    /// Runs, the oldest first.
    /// - Parameter borough: only its runs; nil for all.
    package func runs(borough: String? = nil) throws -> [StoredRun] {
        try Row.fetchAll(db, sql: "SELECT * FROM run WHERE ?1 IS NULL OR borough = ?1 ORDER BY id", arguments: [borough]).map(StoredRun.init)
    }

    /// nil where there was none of that number.
    package func run(_ id: Int) throws -> StoredRun? {
        try Row.fetchOne(db, sql: "SELECT * FROM run WHERE id = ?", arguments: [id]).map(StoredRun.init)
    }

    /// The last run of a borough; nil where there was none.
    package func lastRun(borough: String) throws -> StoredRun? {
        try Row.fetchOne(db, sql: "SELECT * FROM run WHERE borough = ? ORDER BY id DESC LIMIT 1", arguments: [borough]).map(StoredRun.init)
    }

    /// Boroughs in which somebody of the store lives, in order.
    package func boroughs() throws -> [String] { try different("borough", in: "nominal") }

    /// How many nominals are restricted.
    /// - Parameter borough: only those who live there; nil for all.
    package func restrictedCount(borough: String?) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM nominal WHERE (?1 IS NULL OR borough = ?1) AND restricted = 1", arguments: [borough]) ?? 0
    }
}
