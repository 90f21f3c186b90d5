import Cohorts
import DecisionStore
import FieldDefinitions
import Foundation
import GRDB
import Governance
import Notation
import RulePacks
import TaskingProcess
import TestSupport

/// A store with a pack in force, whose clock the test sets.
final class RunPlace {
    let place: TemporaryPlace
    let store: Store
    let people: People
    private let clock = Hands()
    private let signers = [Signer(newKeyFor: "analyst"), Signer(newKeyFor: "member")]
    /// One process, as it would be run each night.
    private(set) lazy var process = TaskingRun(store, people: people, program: "test")

    /// - Parameter clock: nil for one that the test sets.
    init(today: String = "2026-12-01", clock given: StoreClock? = nil) throws {
        place = try TemporaryPlace()
        let clock = clock
        store = try Store(place.path, clock: given ?? StoreClock { clock.now }, makes: true, patience: 1)
        let keys = signers.map { $0.publicKey?.description ?? "" }
        let list = """
            return { waymark = 1, people = {
              { id = "analyst", name = "Ann", agency = "police", roles = { "analyst" }, key = "\(keys[0])" },
              { id = "member", name = "Mia", agency = "police", roles = { "board", "panel" }, key = "\(keys[1])" },
            }, quorum = { signatures = 1 } }
            """
        try place.file("waymark.lua", Data(list.utf8))
        people = try People(reading: Array(list.utf8))
        self.today = today
        clock.set(day)
    }

    var today: String { didSet { clock.set(day) } }
    var day: Day { Day(iso: today) ?? .earliest }

    func goOn(_ days: Int = 1) { today = day.adding(days: days).description }

    /// Submitted and signed.
    @discardableResult
    func bringIntoForce(_ pack: RunPack) throws -> String { try board(pack.load()) }

    @discardableResult
    func board(_ pack: PackSource) throws -> String {
        let board = Board(store, people: people)
        let digest = try board.submit(pack, evidence: EvidenceDocument(json: Array("{}".utf8)), by: signers[0])
        _ = try board.approve(digest, by: signers[1])
        return digest
    }

    @discardableResult
    func take(_ people: Somebody...) throws -> CohortImport { try take(people.map(\.line)) }

    @discardableResult
    func take(_ lines: [String]) throws -> CohortImport {
        try store.take(LinesInMemory(lines), layout: RowLayout(.standard), name: "cohort.ndjson", who: "analyst", why: "nightly extract") { throw $0 }
    }

    @discardableResult
    func run(_ borough: String = "Camford", asOf: String? = nil) throws -> BoroughResult {
        try process.run(borough: borough, asOf: asOf.flatMap { Day(iso: $0) })[0]
    }

    /// A run that must be one.
    func done() throws -> StoredRun {
        guard case .done(let run) = try run().outcome else { throw StoreError(.unknown, "not done") }
        return run
    }

    // MARK: The store as it is

    /// What a query gives, columns parted by blanks.
    func rows(_ sql: String) throws -> [String] {
        let queue = try DatabaseQueue(path: "\(place.path)/\(Store.fileName)")
        defer { try? queue.close() }
        return try queue.inDatabase { db in
            try Row.fetchAll(db, sql: sql).map { row in
                row.databaseValues.map { value in String.fromDatabaseValue(value) ?? Int.fromDatabaseValue(value).map(String.init) ?? (value.isNull ? "-" : "…") }.joined(separator: " ")
            }
        }
    }

    func value(_ sql: String) throws -> String { try rows(sql).first ?? "" }

    var recommendations: [String] {
        get throws { try rows("SELECT nominal, action, coalesce(category, '-'), coalesce(rule, '-'), state FROM recommendation ORDER BY id") }
    }

    var log: [String] { get throws { try rows("SELECT kind || ': ' || what FROM audit WHERE who = 'tasking_process' ORDER BY seq") } }

    /// Changes the file as somebody with a database tool could.
    func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: "\(place.path)/\(Store.fileName)")
        try queue.inDatabase { db in
            try db.execute(sql: "DROP TRIGGER IF EXISTS audit_kept; DROP TRIGGER IF EXISTS audit_fixed; PRAGMA foreign_keys = OFF")
            try db.execute(sql: sql)
        }
        try queue.close()
    }
}

/// What a clock shows until it is set otherwise.
private final class Hands: Sendable {
    private let time = Locked(0)
    var now: Int { time.withLock { $0 } }
    func set(_ day: Day) { time.withLock { $0 = day.number * 86_400_000 + 43_200_000 } }
}
