@testable import Board
import Cohorts
import DecisionStore
import FieldDefinitions
import Governance
import Notation
import RulePacks
import TaskingProcess

extension SitePlace {
    private static let signers = Locked<[String: Signer]>([:])

    /// The key of one of examples/board, opened once.
    static func signer(_ id: String) throws -> Signer {
        try signers.withLock { signers in
            if let signer = signers[id] { return signer }
            let signer = try SealedKey(reading: Array(try key(id)), name: id).opened(passphrase: Array(try passphrase().utf8))
            signers[id] = signer
            return signer
        }
    }

    /// People by id, each with the convictions given, after a night's run with the pack in force.
    func run(_ people: KeyValuePairs<String, Int>, more: String = "\"ogrs2\":80,\"ogrs2_date\":\"2026-10-01\"") throws {
        let list = try site.people()
        let digest = "sha256:" + (try submit()).dropFirst("/packs/".count)
        for id in ["a.khan", "b.ash", "c.day"] { _ = try Board(store, people: list).approve(digest, by: try SitePlace.signer(id)) }
        try runAgain(people, more: more)
    }

    /// The next run, after what the import says now.
    func runAgain(_ people: KeyValuePairs<String, Int>, more: String = "\"ogrs2\":80,\"ogrs2_date\":\"2026-10-01\"") throws {
        let list = try site.people()
        let lines = people.map { id, convictions in
            #"{"id":"\#(id)","borough":"Camford","date_of_birth":"1990-02-03","convictions_total":\#(convictions),"arrests_total":0,"custody_status":"none","statutory":false,\#(more)}"#
        }
        _ = try store.take(LinesInMemory(lines), layout: RowLayout(.standard), name: "cohort.ndjson", who: "j.ofori", why: "nightly extract") { throw $0 }
        _ = try TaskingRun(store, people: list, program: "test").run(borough: "Camford")
    }

    /// Kind and words of the rows of the log about a nominal, by one person.
    func log(about nominal: String, by who: String) throws -> [String] {
        var rows: [String] = []
        try store.read { try $0.auditRows(who: who, nominal: nominal) { rows.append("\($0.kind): \($0.what) (\($0.why))") } }
        return rows
    }
}
