import DecisionStore

/// What ought to be in the log, counted beside it: how often something of a kind was done to each nominal.
struct YearLedger {
    struct Event: Hashable {
        let kind: AuditKind
        /// nil where it is about nobody in particular.
        let nominal: String?
    }

    private(set) var counts: [Event: Int] = [:]

    mutating func add(_ kind: AuditKind, _ nominal: String? = nil) { counts[Event(kind: kind, nominal: nominal), default: 0] += 1 }

    /// Somebody was erased: of their rows only the number is known.
    mutating func forget(_ nominal: String) -> Int {
        let gone = counts.filter { $0.key.nominal == nominal }
        for event in gone.keys { counts[event] = nil }
        return gone.values.reduce(0, +)
    }
}
