@testable import Board
import DecisionStore
import Foundation
import Governance
import GRDB
import Hummingbird
import Notation
import RulePacks
import TestSupport

/// A store with people and a site over it, whose clock the test sets.
final class SitePlace: Sendable {
    /// One person for each role, beside two more who sign.
    static let ids = ["analyst": "j.ofori", "board": "a.khan", "panel": "p.lee", "auditor": "r.bell", "admin": "s.webb"]
    static let password = "four words of one kind"
    static let morning = Day(iso: "2026-11-21") ?? .earliest

    let place: TemporaryPlace
    let store: Store
    let site: Site
    let responder: RouterResponder<SiteContext>
    private let hands: Hands

    init(_ options: SiteOptions = SiteOptions()) throws {
        let place = try TemporaryPlace()
        let hands = Hands(SitePlace.morning.number * 86_400_000 + 9 * 3_600_000)
        self.hands = hands
        self.place = place
        try place.file("waymark.lua", Data(try SitePlace.people().utf8))
        store = try Store(place.path, clock: StoreClock { hands.now }, makes: true)
        site = Site(store, options: options, cost: SitePlace.cost)
        responder = site.router.buildResponder()
        try setPasswords(SitePlace.password)
    }

    private static let cost = ScryptCost(n: 16, r: 8, p: 1)

    /// examples/board, with a panel and somebody who looks after the store.
    static func people(leaving out: String? = nil) throws -> String {
        let more = """
            { id = "p.lee", name = "Pat Lee", agency = "local_authority", roles = { "panel" } },
            { id = "s.webb", name = "Sam Webb", agency = "local_authority", roles = { "admin" } },
          },
          quorum
        """
        let text = try fileText(projectFolder + "/examples/board/waymark.lua").replacing("  },\n  quorum", with: more)
        guard let out, let begin = text.firstRange(of: "    { id = \"\(out)\"") ?? text.firstRange(of: "{ id = \"\(out)\""), let end = text[begin.upperBound...].firstRange(of: "},\n") else { return text }
        return String(text[..<begin.lowerBound] + text[end.upperBound...])
    }

    func write(people text: String) throws { try place.file("waymark.lua", Data(text.utf8)) }

    func setPasswords(_ password: String, for ids: [String] = SitePlace.everybody) throws {
        try SitePlace.write(try SitePlace.users(password, for: ids, before: BoardUsers(folder: place.path)), to: place.path)
    }

    static let everybody = ["j.ofori", "a.khan", "b.ash", "c.day", "r.bell", "p.lee", "s.webb"]

    /// People with one password, which is cheap to try.
    static func users(_ password: String, for ids: [String] = everybody, before: BoardUsers = BoardUsers()) throws -> BoardUsers {
        var users = before
        for id in ids { try users.set(Array(password.utf8), for: id, cost: cost) }
        return users
    }

    static func write(_ users: BoardUsers, to folder: String) throws {
        let path = "\(folder)/\(BoardUsers.fileName)"
        try Data(users.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// Changes the file as somebody with a database tool could, whatever the schema says.
    func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: "\(place.path)/\(Store.fileName)")
        try queue.inDatabase { try $0.execute(sql: "DROP TRIGGER audit_fixed; " + sql) }
        try queue.close()
    }

    func wait(minutes: Int) { hands.move(minutes * 60_000) }

    /// Submits a small pack, valid from today.
    /// - Returns: the path of its page.
    @discardableResult
    func submit(_ version: String = "1.0.0", title: String = "Camford") throws -> String {
        let pack = try PackSource.load(SitePlace.pack(version, title: title))
        let signer = try SitePlace.signer("j.ofori")
        let page = ReportedPage.html
        let digest = try Board(store, people: try site.people()).submit(
            pack, evidence: EvidenceDocument(json: Array(#"{"moves":12}"#.utf8), page: Array(page.utf8)), by: signer)
        return "/packs/" + digest.dropFirst("sha256:".count)
    }

    static func key(_ id: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: "\(projectFolder)/examples/board/\(id).key")) }

    static func passphrase() throws -> String { try fileText("\(projectFolder)/examples/board/passphrase.txt").split(separator: "\n").first.map(String.init) ?? "" }

    private static func pack(_ version: String, title: String) -> PackFiles {
        let manifest = """
            return {
              waymark = 1, id = "camford", title = "\(title)", version = "\(version)",
              owner = { borough = "Camford", contact = "board@camford.example" },
              purpose = "Offer help to those who want it.", lawful_basis = "For the board to confirm.",
              valid = { from = "2026-11-01", review_by = "2027-05-01", until_ = "2027-11-01" },
              files = { "rules.lua" }, reads = { "convictions_total", "ogrs2" },
            }
            """
        let rules = """
            matrix "risk" {
              title = "Risk", range = { 0, 100 },
              rows = {
                { "convictions", "Convictions", max = 80, points = function(n) return math.min(80, n.convictions_total * 10) end },
                { "ogrs", "Likely to reoffend", of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } } },
              },
              bands = { { "red", "Red", from = 50 }, { "green", "Green" } },
            }
            selection {
              { "join", "High risk: offer joint management", category = "core", when = function(n, d) return d.band.risk == "red" end },
            }
            deselection { { "settled", "Settled", when = function(n, d) return d.band.risk == "green" end } }
            tasking {
              { "plan", "Make a plan", owner = "hub", priority = "high", due = days(5), when = function(n, d) return d.band.risk == "red" end },
            }
            """
        return PackFiles(id: "camford", files: ["camford/pack.lua": Array(manifest.utf8), "camford/rules.lua": Array(rules.utf8)])
    }
}

/// A page as packs are submitted with: one stylesheet in it, and nothing from elsewhere.
enum ReportedPage {
    static let html = "<!doctype html><html lang=\"en-GB\"><head><title>Camford</title><style>\nbody { margin: 0 }\n</style></head><body><h1>Twelve move</h1></body></html>"
}

/// What a clock shows until it is moved.
private final class Hands: Sendable {
    private let time: Locked<Int>
    init(_ now: Int) { time = Locked(now) }
    var now: Int { time.withLock { $0 } }
    func move(_ milliseconds: Int) { time.withLock { $0 += milliseconds } }
}
