package import DecisionStore
package import Evidence
import Notation

extension TaskingsReport {
    /// Counts the taskings of a store.
    /// - Throws: ``StoreError``
    package init(_ reader: StoreReader, scope: ReportScope) throws {
        self.init(scope)
        let borough = scope.source.borough
        let months = scope.months
        try reader.taskings(borough: borough, until: scope.to) { tasking in
            let key = [tasking.borough, tasking.kind]
            counts[key, default: TaskingFigures()].add(tasking, in: scope.period)
            for month in months where tasking.opened <= month.days.upperBound {
                self.months[[tasking.kind, month.name], default: TaskingFigures()].add(tasking, in: month.days)
            }
        }
        // What was over before the period is in none of its figures.
        counts = counts.filter { $0.value != TaskingFigures() }
        self.months = self.months.filter { $0.value != TaskingFigures() }
        boroughs = Set(try borough.map { [$0] } ?? reader.boroughs()).union(counts.keys.map { $0[0] }).sorted()
        kinds = Set(counts.keys.map { $0[1] }).sorted()
    }
}

extension TaskingFigures {
    mutating func add(_ tasking: TaskingLife, in period: ClosedRange<Day>) {
        if period.contains(tasking.opened) { askedFor += 1 }
        if tasking.isOpen(on: period.upperBound) {
            open += 1
            if let due = tasking.due, due < period.upperBound { overdue += 1 }
        }
        guard let closed = tasking.closed, period.contains(closed) else { return }
        if tasking.status == .cancelled { return cancelled += 1 }
        done += 1
        if let due = tasking.due, due < closed { late += 1 }
        toDone.add(closed.number - tasking.opened.number)
    }
}
