import CohortAnalysis
import DecisionStore
import Evidence
import Governance
import Notation

/// A store that one person counts, for one reason.
struct StoreReading {
    let store: Store
    let by: String
    let why: String
    /// nil for all.
    let borough: String?

    /// - Throws: `Refusal` where the store does not know the person; ``Stop`` where nobody lives in the borough.
    init(_ option: StoreOption, by: String, why: String, borough: String?) throws {
        let (store, people) = try option.open()
        guard people[by] != nil else { throw people.unknown(by) }
        if let borough {
            let boroughs = try store.read { try $0.boroughs() }
            guard boroughs.contains(borough) else {
                let near = nearestName(to: borough, in: boroughs)
                throw Stop(.usage, "nobody in the store lives in `\(borough)`" + (near.map { "; did you mean `\($0)`?" } ?? ""))
            }
        }
        self.store = store
        self.by = by
        self.why = why
        self.borough = borough
    }

    /// Logs that a report is read, and counts it.
    /// - Parameters:
    ///   - name: of the report.
    ///   - days: of which days it is, for the log.
    func count<Report>(_ name: String, _ days: String, _ body: (StoreReader, StoreSource) throws -> Report) throws -> Report {
        try store.countReport(name, borough: borough, days: days, who: by, why: why, body)
    }
}
