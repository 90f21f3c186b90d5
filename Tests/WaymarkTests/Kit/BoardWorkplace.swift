import DecisionStore
import Foundation
import Governance
import RulePacks
import TestSupport

/// A workplace with a store called `store`, its people's keys, and the pack `camford`, which is valid from today on.
struct BoardWorkplace {
    static let verbs = [
        ["pack", "digest"], ["pack", "sign"], ["pack", "verify"], ["pack", "export"], ["pack", "import"],
        ["board", "key", "new"], ["board", "submit"], ["board", "show"], ["board", "approve"], ["board", "reject"], ["board", "withdraw"], ["board", "status"], ["board", "password"], ["board", "client"],
        ["audit", "verify"], ["audit", "list"], ["audit", "export"], ["cohort", "import"], ["cohort", "export"], ["cohort", "forget"],
        ["report", "recruitment"], ["report", "referrals"], ["report", "taskings"], ["report", "equality"],
        ["cohort", "restrict"], ["cohort", "unrestrict"], ["run"], ["replay"],
        ["store", "backup"], ["store", "restore"],
    ]

    /// The keys of examples/board, opened once.
    private static let signers = Result {
        let folder = "\(Project.folder)/examples/board"
        let passphrase = Array(try String(contentsOfFile: "\(folder)/passphrase.txt", encoding: .utf8).utf8.dropLast())
        return try ["j.ofori", "a.khan", "b.ash", "c.day", "r.bell"].map { id in
            let file = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(id).key"))
            return try SealedKey(reading: Array(file), name: id).opened(passphrase: passphrase)
        }
    }

    let work: Workplace

    init() throws {
        work = try Workplace()
        for signer in try BoardWorkplace.signers.get() {
            try work.write("\(signer.id).key", try work.read("examples/board/\(signer.id).key"))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(work.place.path)/\(signer.id).key")
        }
        try work.write("passphrase.txt", try work.read("examples/board/passphrase.txt"))
        try work.write("store/waymark.lua", try work.read("examples/board/waymark.lua"))
        try work.write("cohort.ndjson", try work.read("examples/nominals.ndjson"))
        _ = try work.run("new", "camford")
    }

    /// With what the example of a verb needs.
    init(for verb: [String]) throws {
        try self.init()
        switch verb {
        case ["pack", "verify"], ["pack", "import"]:
            try submit(in: "elsewhere")
            try approve("a.khan", "b.ash", "c.day", in: "elsewhere")
            try work.place.file("camford.waymark", Data(try board("elsewhere").export("camford")))
        case ["pack", "sign"]:
            try submit()
            try work.place.file("camford.waymark", Data(try board().export("camford")))
        case ["board", "submit"], ["cohort", "import"], ["board", "key", "new"]: break
        case ["cohort", "export"], ["cohort", "forget"], ["cohort", "restrict"], ["cohort", "unrestrict"], ["report", "recruitment"], ["report", "referrals"], ["report", "taskings"],
            ["report", "equality"]:
            try importCohort()
        case ["run"], ["replay"]:
            try bringIntoForce()
            try work.write("cohort.ndjson", try work.read("cohort.ndjson").replacing(/"borough":"[^"]*"/, with: #""borough":"Camford""#))
            try importCohort()
            if verb == ["replay"] { _ = try work.run("run", "--store", "store") }
        case ["store", "backup"], ["store", "restore"]:
            try importCohort()
            if verb == ["store", "restore"] { _ = try work.run("store", "backup", "-o", "backup.db", "--by", "d.stone", "--why", "a test", "--store", "store") }
        default: try submit()
        }
    }

    func importCohort() throws { _ = try work.run("cohort", "import", "cohort.ndjson", "--by", "j.ofori", "--why", "a test", "--store", "store") }

    /// Submitted and signed by three.
    func bringIntoForce() throws {
        try submit()
        try approve("a.khan", "b.ash", "c.day")
    }

    func board(_ store: String = "store") throws -> Board {
        if store != "store" { try work.write("\(store)/waymark.lua", try work.read("store/waymark.lua")) }
        let people = try People(reading: Array(try work.read("\(store)/waymark.lua").utf8))
        return Board(try Store("\(work.place.path)/\(store)", makes: true), people: people)
    }

    func submit(in store: String = "store") throws {
        let pack = try PackSource.load("\(work.place.path)/rules/camford").pack
        let signers = try BoardWorkplace.signers.get()
        _ = try board(store).submit(pack, evidence: EvidenceDocument(json: Array("{}".utf8)), by: signers[0])
    }

    func approve(_ ids: String..., in store: String = "store") throws {
        for signer in try BoardWorkplace.signers.get() where ids.contains(signer.id) { _ = try board(store).approve("camford", by: signer) }
    }
}
