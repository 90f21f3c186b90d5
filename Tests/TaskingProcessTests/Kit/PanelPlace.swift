import Cohorts
import DecisionStore
import FieldDefinitions
import Foundation
import Governance
import Notation
import TaskingProcess
import TestSupport

/// A store with two panels' people, whose clock the test sets.
final class PanelPlace {
    static let people = """
        return {
          waymark = 1,
          people = {
            { id = "j.ofori", name = "Jo Ofori", agency = "police", roles = { "analyst", "board" }, key = "ed25519:\(String(repeating: "1", count: 64))" },
            { id = "p.grey", name = "Pat Grey", agency = "probation", roles = { "panel" } },
            { id = "gone", name = "Lee Gone", agency = "probation", roles = { "panel" }, until_ = "2026-06-30" },
            { id = "coming", name = "Lu Coming", agency = "probation", roles = { "panel" }, from = "2027-01-01" },
            { id = "worker", name = "Wil Work", agency = "police", roles = {} },
          },
          quorum = { signatures = 1 },
          panel = { review_every = "3 months" },
        }

        """

    let place: TemporaryPlace
    let store: Store
    let people: People
    private let clock = Hands()

    init(today: String = "2026-11-20", people text: String = PanelPlace.people) throws {
        place = try TemporaryPlace()
        let clock = clock
        store = try Store(place.path, clock: StoreClock { clock.now }, makes: true)
        people = try People(reading: Array(text.utf8))
        self.today = today
        clock.set(day(today))
        // So that the first act does not log the people beside itself.
        try store.write { try $0.notePeople(digest: people.digest, text: people.text, who: "j.ofori", what: "first version") }
    }

    var today: String = "" { didSet { clock.set(day(today)) } }
    var panel: Panel { Panel(store, people: people) }
    var tasks: Tasks { Tasks(store, people: people) }
    var file: String { place.path + "/" + Store.fileName }

    /// Takes nominals into the store.
    /// - Parameter more: further members of each line, in JSON, with the comma before them.
    func take(_ ids: String..., borough: String = "Camford", more: String = "") throws {
        let lines = ids.map {
            #"{"id":"\#($0)","borough":"\#(borough)","date_of_birth":"1990-02-03","ethnicity":"W1","convictions_total":2,"arrests_total":3,"custody_status":"none","statutory":false,"safeguarding":true\#(more)}"# + "\n"
        }
        let file = try place.file("cohort.ndjson", Data(lines.joined().utf8))
        let layout = RowLayout(.standard)
        let result = try store.take(
            try openCohort(path: file.path, layout: layout, rewindable: false), layout: layout, name: "cohort.ndjson", who: "j.ofori", why: "extract"
        ) { throw TakingFailed(reject: $0.message) }
        if result.read != ids.count { throw TakingFailed(reject: "\(result)") }
    }

    struct TakingFailed: Error { let reject: String }

    /// Where somebody stands: `none`, `watched` or `member ppo`.
    func standing(_ id: String) throws -> String {
        guard let standing = try store.read({ try $0.nominal(id) })?.standing else { return "unknown" }
        return standing.kind.rawValue + (standing.category.map { " \($0)" } ?? "")
    }

    /// Rows of the log that `body` adds, as `kind who what`.
    func logged(_ body: () throws -> Void) throws -> [AuditRow] {
        let before = try rows.count
        try body()
        return Array(try rows.dropFirst(before))
    }

    var rows: [AuditRow] {
        get throws {
            var rows: [AuditRow] = []
            try store.read { try $0.auditRows { rows.append($0) } }
            return rows
        }
    }

    var faults: [String] { get throws { try store.read { try $0.verifyStore().faults } } }
}

func day(_ text: String) -> Day { Day(iso: text) ?? .earliest }

/// What a clock shows until it is set otherwise.
private final class Hands: Sendable {
    private let time = Locked(0)
    var now: Int { time.withLock { $0 } }
    func set(_ day: Day) { time.withLock { $0 = day.number * 86_400_000 + 43_200_000 } }
}
