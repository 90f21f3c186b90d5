import DecisionStore
import Decisions
import Foundation
import GRDB
import Notation
import RulePacks
import TaskingProcess
import Testing

/// What runs write, put into a store without a run.
extension PanelPlace {
    /// A recommendation of a run.
    /// - Parameters:
    ///   - record: the decision record's answers, as JSON members; nil where it is not kept.
    /// - Returns: its number.
    @discardableResult
    func recommend(
        _ action: Recommendation.Action, _ nominal: String, category: String? = nil, rule: String? = "join", title: String? = "High score: offer joint management",
        because: [String] = ["Acquisitive crime: 62: High."], unknown: [String] = [], made: String = "2026-11-10", decideBy: String = "2026-11-24",
        borough: String = "Camford", record: String? = PanelPlace.record
    ) throws -> Int {
        try run(borough: borough, made: made, nominal: nominal, record: record) { run in
            try run.add(
                StoredRecommendation(
                    nominal: nominal, borough: borough, run: 0, place: 0, made: day(made), decideBy: day(decideBy),
                    recommendation: Recommendation(action: action, category: category, rule: rule, title: title, because: because, unknown: unknown)))
        }
    }

    static let record = """
        "criteria":{"scope":{"met":"yes","rows":[{"id":"convicted","met":"yes"}]}},\
        "matrices":{"sac":{"score":42,"to":62,"band":null,"rows":[{"id":"convictions","points":42,"because":"text withheld"},{"id":"ogrs","points":0,"to":20,"unknown":["ogrs2"]}]}},\
        "tables":{},"classes":{},"groups":{},"taskings":[],"allocation":null,"reads":["convictions_total","ogrs2"],\
        "warnings":[{"code":"stale","field":"ogrs2","text":"OGRS2 is of 2024-01-01, older than 12 months; it counts as missing"}],"trace":[],"error":null
        """

    /// - Returns: the number of its tasking.
    @discardableResult
    func task(
        _ nominal: String, kind: String = "intel_plan", owner: String = "research_hub", opened: String = "2026-11-10", due: String? = "2026-11-16",
        borough: String = "Camford", because: String? = "rated high"
    ) throws -> Int {
        try run(borough: borough, made: opened, nominal: nominal, record: nil) { run in
            let tasking = Tasking(
                kind: kind, title: "Write an intelligence plan", owner: owner, priority: "high", due: nil, because: because, key: "\(nominal)/\(kind)/\(opened)")
            return try #require(try run.add(tasking, due: due.map(day), for: nominal))
        }
    }

    func score(_ nominal: String, _ score: Double, band: String?, on date: String) throws {
        try run(borough: "Camford", made: date, nominal: nominal, record: nil) { _ = try $0.keep(score: score, band: band, of: "sac", for: nominal) }
    }

    /// Puts somebody where they stand without a panel, as the first import does.
    func stand(_ nominal: String, _ standing: String, category: String? = nil, since: String? = nil) throws {
        try insert("UPDATE nominal SET standing = ?, category = ?, since = ? WHERE id = ?", [standing, category, since, nominal])
    }

    func restrict(_ nominal: String) throws { try insert("UPDATE nominal SET restricted = 1 WHERE id = ?", [nominal]) }

    func close(_ recommendation: Int, as state: String) throws {
        try insert("UPDATE recommendation SET state = ?, closed = '2026-11-15' WHERE id = ?", [state, recommendation])
    }

    /// The one value that a query gives.
    func value(_ sql: String) throws -> String? { try queue { try String.fetchOne($0, sql: sql) } }

    /// Changes the store behind the program's back.
    func tamper(_ sql: String) throws { try insert(sql, []) }

    private func run<T>(borough: String, made: String, nominal: String, record: String?, _ body: (RunWriter) throws -> T) throws -> T {
        let pack = try PanelPack.source()
        let approval = "sha256:" + String(repeating: "a", count: 64)
        let line = #"{"nominal":"\#(nominal)","as_of":"\#(made)","pack":"camford","version":"1.0.0","digest":"\#(pack.digest)","input":"sha256:0","recommendation":{},\#(record ?? "")}"#
        return try store.write { writer in
            if try writer.approval(approval) == nil {
                let stored = StoredApproval(digest: approval, document: Array("{}".utf8), evidence: Array("{}".utf8), page: nil, files: pack.files.files)
                try writer.add(
                    stored, pack: pack.digest, id: "camford", statement: StoredStatement(text: [1], signature: [2], key: [3]), who: "j.ofori", why: "a test", what: "camford")
            }
            try writer.prepareInputs(borough: borough, day: day(made))
            let input = try #require(try writer.inputs(borough: borough, after: "").first { $0.nominal == nominal })
            let run = try RunWriter(writer, borough: borough, day: day(made))
            try Array(line.utf8).withUnsafeBufferPointer { bytes in
                _ = try run.decide(input, record: bytes)
                if record != nil { try run.keep(bytes, answers: [0], of: nominal) }
            }
            let result = try body(run)
            var written = StoredRun(
                borough: borough, asOf: day(made), approval: approval, pack: pack.digest, packID: "camford", version: "1.0.0", program: "test", hasCompany: false)
            written.evaluated = 1
            _ = try run.finish(written)
            return result
        }
    }

    @discardableResult
    private func insert(_ sql: String, _ arguments: StatementArguments) throws -> Int {
        try queue { db in
            try db.execute(sql: sql, arguments: arguments)
            return Int(db.lastInsertedRowID)
        }
    }

    private func queue<T>(_ body: (Database) throws -> T) throws -> T {
        let queue = try DatabaseQueue(path: file)
        defer { try? queue.close() }
        return try queue.inDatabase(body)
    }
}
