import DecisionStore
import Decisions
import Governance
import Notation

extension Doctor {
    /// A run each night that did not come is noticed on the second day.
    private static let longestPause = 48 * 3_600_000

    mutating func checkPacks(_ probe: StoreProbe, _ people: People) {
        let today = today
        var book: BoardBook?
        check("packs") { found in
            let read = try probe.read { try BoardBook($0, people: people, day: today) }
            book = read
            for standing in read.standings { Doctor.examine(standing, read, today, &found) }
            let inForce = read.standings.filter { $0.state == .inForce }.compactMap(\.approval).map { "\($0.pack.id) \($0.pack.version)" }
            return inForce.isEmpty ? "no pack is in force" : "in force: \(inForce.joined(separator: ", "))"
        }
        guard let book else { return leaveOut(["boroughs", "runs"], because: "the packs cannot be read") }
        checkBoroughs(probe, book)
        checkRuns(probe, book)
    }

    private static func examine(_ standing: PackStanding, _ book: BoardBook, _ today: Day, _ found: inout Findings) {
        let name = standing.approval.map { "`\($0.pack.id)` \($0.pack.version)" } ?? "a pack"
        switch standing.state {
        case .altered:
            found.wrong(
                "\(name) is not as it was signed: \(standing.reasons.first?.message ?? "")", mend: "find out who worked on the database with another program, and restore a backup made before")
        case .stale:
            found.note("\(name) was submitted, and another pack has been approved since", mend: "submit it again, or have it rejected")
        case .inForce:
            guard let approval = standing.approval else { return }
            if standing.isReviewDue {
                found.note("\(name) was to be reviewed by \(approval.reviewBy), and is in force still", mend: "review it, and submit the next version")
            }
            let isFollowed = book.standings.contains { $0.state == .approved && $0.approval.map { $0.borough == approval.borough && $0.until > approval.until } == true }
            if !isFollowed, approval.until < today.adding(days: Doctor.daysAhead) {
                found.note("\(name) ends on \(approval.until), and no pack for `\(approval.borough)` is approved to follow it", mend: "submit the next version in time")
            }
        default: break
        }
    }

    private mutating func checkBoroughs(_ probe: StoreProbe, _ book: BoardBook) {
        let covered = Set(book.standings.filter { $0.state == .inForce }.compactMap { $0.approval?.borough })
        check("boroughs") { found in
            let boroughs = try probe.read { try $0.boroughCounts() }
            for (borough, nominals) in boroughs where !covered.contains(borough) {
                let reason = book.standings.reversed().first { $0.approval?.borough == borough }?.reasons.first?.message
                found.wrong(
                    "no pack is in force for `\(borough)`, of which the store has \(Numbers.count(nominals, "nominal"))\(reason.map { ": \($0)" } ?? "")",
                    mend: "have one approved: docs/governance.md")
            }
            return "each borough of the store's nominals has a pack in force"
        }
    }

    private mutating func checkRuns(_ probe: StoreProbe, _ book: BoardBook) {
        let now = clock.now(), today = today
        check("runs") { found in
            let (boroughs, runs) = try probe.read { (try $0.boroughCounts(), try $0.lastRunTimes()) }
            let late = StoreClock.text(now - Doctor.longestPause)
            for approval in book.standings.filter({ $0.state == .inForce }).compactMap(\.approval) where boroughs.contains(where: { $0.name == approval.borough }) {
                if let last = runs[approval.borough] {
                    if last < late { found.wrong("the last run of `\(approval.borough)` was on \(last.prefix(10)), more than two days ago", mend: Doctor.running) }
                } else if approval.from < today.adding(days: -1) {
                    found.wrong("`\(approval.borough)` has never been run, and has had a pack since \(approval.from)", mend: Doctor.running)
                }
            }
            return "each borough with a pack was run within two days"
        }
    }

    private static let running = "`journalctl -u waymark-run` says why; `waymark run` does it now"
}
