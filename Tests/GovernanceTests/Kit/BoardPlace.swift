import DecisionStore
import Decisions
import GRDB
import Governance
import Notation
import RulePacks
import TestSupport

/// A store with a board of four, an analyst and an auditor, whose clock the test sets.
final class BoardPlace {
    static let ids = ["analyst", "auditor", "police", "police.two", "probation", "council"]

    let place: TemporaryPlace
    let store: Store
    var signers: [String: Signer] = [:]
    var people: People
    private let clock = Hands()

    /// - Parameter members: members of the people's list to be written otherwise, by id.
    init(quorum: String = BoardPlace.quorum, signers: [String: Signer]? = nil, today: String = "2026-11-21") throws {
        place = try TemporaryPlace()
        let clock = clock
        store = try Store(place.path, clock: StoreClock { clock.now }, makes: true)
        self.signers = signers ?? Dictionary(uniqueKeysWithValues: BoardPlace.ids.map { ($0, Signer(newKeyFor: $0)) })
        people = try People(reading: Array(BoardPlace.text(self.signers, quorum: quorum).utf8))
        self.today = today
        clock.set(day)
    }

    static let quorum = #"{ signatures = 3, one_each = { "police", "probation", "local_authority" } }"#

    static func text(_ signers: [String: Signer], quorum: String = quorum, leaving out: Set<String> = [], more: [String: String] = [:]) -> String {
        let agencies = ["analyst": "police", "auditor": "council_audit", "police": "police", "police.two": "police", "probation": "probation", "council": "local_authority"]
        let lines = ids.filter { !out.contains($0) }.map { id in
            let role = id == "analyst" ? #""analyst", "board""# : id == "auditor" ? #""auditor""# : #""board""#
            let key = signers[id]?.publicKey?.description ?? ""
            return #"    { id = "\#(id)", name = "Member \#(id)", agency = "\#(agencies[id] ?? "")", roles = { \#(role) }, key = "\#(key)", \#(more[id] ?? "") },"#
        }
        return "return {\n  waymark = 1,\n  people = {\n\(lines.joined(separator: "\n"))\n  },\n  quorum = \(quorum),\n}\n"
    }

    var today: String = "2026-11-21" { didSet { clock.set(Day(iso: today) ?? .earliest) } }
    var day: Day { Day(iso: today) ?? .earliest }
    var board: Board { Board(store, people: people) }

    func signer(_ id: String) -> Signer { signers[id] ?? Signer(newKeyFor: id) }

    /// Reads `waymark.lua` anew, as if somebody had changed it.
    func change(quorum: String = BoardPlace.quorum, leaving out: Set<String> = [], more: [String: String] = [:]) throws {
        people = try People(reading: Array(BoardPlace.text(signers, quorum: quorum, leaving: out, more: more).utf8))
    }

    @discardableResult
    func submit(_ pack: PackSource, by id: String = "analyst") throws -> String {
        try board.submit(pack, evidence: EvidenceDocument(json: Array(#"{"moves":12}"#.utf8), page: Array("<p>Twelve move.</p>".utf8)), by: signer(id))
    }

    @discardableResult
    func approve(_ reference: String = "camford", by ids: String...) throws -> PackStanding.State {
        var state = PackStanding.State.submitted
        for id in ids { state = try board.approve(reference, by: signer(id)).state }
        return state
    }

    /// Submitted and signed by three.
    @discardableResult
    func bringIntoForce(_ pack: PackSource) throws -> String {
        let digest = try submit(pack)
        try approve(digest, by: "police", "probation", "council")
        return digest
    }

    /// Versions of the pack by the state in which they are.
    var states: [String] {
        get throws { try board.book(on: day).standings.map { "\($0.approval?.pack.version ?? "?") \($0.state.rawValue)" } }
    }

    var inForce: String? {
        get throws { try PacksInForce(store, people: people).at(day, borough: "Camford").pack?.manifest.version }
    }

    /// Why nothing, or nothing newer, is in force.
    var reasons: [Refusal.Kind] {
        get throws { try PacksInForce(store, people: people).at(day, borough: "Camford").refusals.map(\.kind) }
    }

    /// Changes the file as somebody with a database tool could.
    func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
        let queue = try DatabaseQueue(path: place.path + "/" + Store.fileName)
        try queue.inDatabase { db in
            try db.execute(sql: "DROP TRIGGER IF EXISTS audit_kept; DROP TRIGGER IF EXISTS audit_fixed; PRAGMA foreign_keys = OFF")
            try db.execute(sql: sql, arguments: arguments)
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
