/// What was asked for and done, by borough and kind.
package struct TaskingsReport: Sendable {
    package var scope: ReportScope
    /// By borough and kind, each in its order. Boroughs without taskings in the period are there with nought.
    package var boroughs: [String]
    package var kinds: [String]
    package var counts: [[String]: TaskingFigures] = [:]
    /// Of all boroughs, by kind and month: `[kind, "2026-11"]`.
    package var months: [[String]: TaskingFigures] = [:]

    package init(_ scope: ReportScope, boroughs: [String] = [], kinds: [String] = []) {
        self.scope = scope
        self.boroughs = boroughs
        self.kinds = kinds
    }

    /// - Parameters:
    ///   - borough: nil for all of them together.
    ///   - kind: nil for all of them together.
    package func figures(_ borough: String?, _ kind: String?) -> TaskingFigures {
        TaskingFigures(counts.filter { (borough ?? $0.key[0]) == $0.key[0] && (kind ?? $0.key[1]) == $0.key[1] }.map(\.value))
    }

    package func figures(_ month: ReportPeriod, _ kind: String) -> TaskingFigures { months[[kind, month.name]] ?? TaskingFigures() }
}

/// Taskings of one sort. Each thing is counted by the day on which it was done, so that more can be done than was asked for.
package struct TaskingFigures: Sendable, Equatable {
    /// Opened in the period.
    package var askedFor = 0
    /// Done, and cancelled, in the period.
    package var done = 0
    package var cancelled = 0
    /// Of those done, after they were due.
    package var late = 0
    /// Still to be done at the end of the period, and of these the ones that were due by then.
    package var open = 0
    package var overdue = 0
    /// From the day they were opened to the day they were done, of those done.
    package var toDone = DayCounts()

    package init() {}

    /// Several sorts together.
    package init(_ parts: [TaskingFigures]) {
        var days: [Int] = []
        for part in parts {
            askedFor += part.askedFor
            done += part.done
            cancelled += part.cancelled
            late += part.late
            open += part.open
            overdue += part.overdue
            days += part.toDone.days
        }
        toDone = DayCounts(days)
    }
}
