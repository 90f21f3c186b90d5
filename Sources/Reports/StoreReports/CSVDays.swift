import Evidence

/// Lengths of time for CSV.
enum CSVDays {
    /// `12`, `12.5`; empty where there are none.
    static func median(_ days: DayCounts) -> String {
        days.twiceMedian.map { "\($0 / 2)" + ($0.isMultiple(of: 2) ? "" : ".5") } ?? ""
    }

    /// Lines for how many there were, the middle one and nine of ten.
    static func rows(_ part: String, _ name: String, _ days: DayCounts, note: String) -> [ReportTable.Row] {
        [("count", String(days.count)), ("median", median(days)), ("nine_of_ten", days.nineOfTen.map { String($0) } ?? "")].map {
            ReportTable.Row([part, "\(name)_\($0)", "", $1, note])
        }
    }
}
