import DecisionStore
import Decisions
import Foundation
import GRDB
import Notation

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
        let run = try self.run(borough: borough, made: made, nominal: nominal, record: record)
        return try insert(
            """
            INSERT INTO recommendation (nominal, borough, run, place, made, decide_by, action, category, rule, title, because, unknown)
            VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [nominal, borough, run, made, decideBy, action.rawValue, category, rule, title, PanelPlace.json(because), PanelPlace.json(unknown)])
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
        let run = try self.run(borough: borough, made: opened, nominal: nominal, record: nil)
        return try insert(
            """
            INSERT INTO tasking (nominal, borough, run, place, kind, title, owner, priority, opened, due, because, key)
            VALUES (?, ?, ?, 1, ?, 'Write an intelligence plan', ?, 'high', ?, ?, ?, ?)
            """, [nominal, borough, run, kind, owner, opened, due, because, "\(nominal)/\(kind)/\(opened)"])
    }

    func score(_ nominal: String, _ score: Double, band: String?, on day: String) throws {
        let run = try self.run(borough: "Camford", made: day, nominal: nominal, record: nil)
        try insert("INSERT INTO score (nominal, matrix, day, run, score, band) VALUES (?, 'sac', ?, ?, ?, ?)", [nominal, day, run, score, band])
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

    private func run(borough: String, made: String, nominal: String, record: String?) throws -> Int {
        let pack = try PanelPack.source()
        let digest = "sha256:" + String(repeating: "a", count: 64)
        let seq = try store.write { writer in
            if try writer.approval(digest) == nil {
                let stored = StoredApproval(digest: digest, document: Array("{}".utf8), evidence: Array("{}".utf8), page: nil, files: pack.files.files)
                try writer.add(
                    stored, pack: pack.digest, id: "camford", statement: StoredStatement(text: [1], signature: [2], key: [3]), who: "j.ofori", why: "a test", what: "camford")
            }
            return try writer.log(AuditEvent(.consultation, who: "tasking_process", why: "tasking process", what: "a run"))
        }
        let zeros = [UInt8](repeating: 0, count: 32)
        let run = try insert(
            """
            INSERT INTO run (audit, borough, as_of, approval, pack, pack_id, version, program, at, evaluated, restricted, errors, recommended, tasked, refused, has_company, digest)
            VALUES (?, ?, ?, ?, ?, 'camford', '1.0.0', '0.1.0', '', 1, 0, 0, 1, 0, 0, 0, ?)
            """, [seq, borough, made, digest, pack.digest, Data(zeros)])
        try insert("INSERT INTO decision (run, place, nominal, leaf) VALUES (?, 1, ?, ?)", [run, nominal, Data(zeros)])
        if let record {
            let line = #"{"nominal":"\#(nominal)","as_of":"\#(made)","pack":"camford","version":"1.0.0","digest":"\#(pack.digest)","input":"sha256:0","recommendation":{},\#(record)}"#
            try insert("INSERT INTO record (run, place, nominal, line) VALUES (?, 1, ?, ?)", [run, nominal, Data(line.utf8)])
        }
        return run
    }

    private static func json(_ texts: [String]) -> String {
        var json = JSONWriter()
        json.strings(texts)
        return json.text
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
