import Evidence

extension ServiceCount {
    /// The counts that are always known, by their names in JSON and CSV.
    var counts: [(String, Int)] {
        [
            ("referred", referred), ("referred_in_period", referredInPeriod), ("pending", pending), ("refused", refused), ("accepted", accepted),
            ("started", started), ("completed", completed), ("withdrawn", withdrawn), ("accessed", accessed),
        ]
    }
}
