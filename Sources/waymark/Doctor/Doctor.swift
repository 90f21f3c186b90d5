import DecisionStore
import Governance
import Notation

/// Looks at a store, a pack and the set-up, each thing alone, so that one that is broken hides no other.
struct Doctor {
    /// For how long before something ends it is spoken of.
    static let daysAhead = 30

    /// In the order in which they were made.
    private(set) var examined: [Examined] = []
    let clock = StoreClock.system
    var today: Day { clock.today }
    private var part = Examined.Part.setUp
    private var place: String?

    mutating func begin(_ part: Examined.Part, _ place: String? = nil) { (self.part, self.place) = (part, place) }

    /// Makes a check.
    /// - Parameters:
    ///   - body: finds what is wrong, and returns what is so where nothing is. What it throws is why it could not be made.
    mutating func check(_ name: String, _ body: (inout Findings) throws -> String) {
        var findings = Findings()
        do {
            let says = try body(&findings)
            if findings.all.isEmpty { add(name, .well, says, nil) }
        } catch {
            let stop = Stop(about: error) ?? (error as? Stop)
            add(name, .unmade, stop?.message ?? "it broke off: \(error)", "mend what else is found, and look again")
        }
        for (state, says, mend) in findings.all { add(name, state, says, mend) }
    }

    /// Says of checks that something else keeps them from being made.
    mutating func leaveOut(_ names: [String], because reason: String) {
        for name in names { add(name, .unmade, reason, nil) }
    }

    private mutating func add(_ check: String, _ state: Examined.State, _ says: String, _ mend: String?) {
        examined.append(Examined(part: part, place: place, check: check, state: state, says: says, mend: mend))
    }

    /// Whether a check has found nothing wrong.
    func isWell(_ check: String) -> Bool { !examined.contains { $0.part == part && $0.check == check && ($0.state == .wrong || $0.state == .unmade) } }

    func count(_ state: Examined.State) -> Int { examined.count { $0.state == state } }
}
