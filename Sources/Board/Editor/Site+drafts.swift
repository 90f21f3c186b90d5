import DecisionStore
import Governance
import Notation
import RulePacks

extension Site {
    /// Milliseconds.
    private static let logSpan = 60 * 60_000

    /// The pack in force for a borough, to be compared with; nil where there is none.
    /// - Throws: `Refusals` where the log was tampered with.
    func packInForce(_ borough: String, _ visit: Visit) throws -> PackSource? {
        PacksInForce.in(try book(visit.people, visit.today), borough: borough).pack
    }

    /// Writes into the log that somebody looks at what a draft would do to a borough's people: once an hour for one draft and one purpose,
    /// since every change of a letter shows the same counts anew.
    func logImpact(_ draft: String, _ borough: String, purpose: String, _ visit: Visit) throws {
        let key = [visit.session ?? "", purpose, draft, borough, String(now / Site.logSpan)].joined(separator: "\n")
        _ = try impactsLogged.value(key) {
            try log(AuditEvent(.consultation, who: visit.who, why: purpose, what: "read the impact of the draft `\(draft)` on \(borough), as counts"))
            return true
        }
    }
}
