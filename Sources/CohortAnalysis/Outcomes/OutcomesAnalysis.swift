package import Cohorts
package import DecisionStore
package import Evidence
package import Notation

/// Counts offending before and during management, person by person, holding sums only.
package struct OutcomesAnalysis {
    private var report: OutcomesReport
    private let fields: OutcomeFields
    private let costs: [String: Pence]
    private var types: [String: (before: Int, during: Int)] = [:]

    /// - Parameters:
    ///   - months: the length of each window, from 1.
    ///   - startedFrom: leaves out people whose management began before this day; nil leaves nobody out.
    ///   - startedTo: leaves out people whose management began after this day; nil leaves nobody out.
    ///   - costs: the table to cost offences by; nil costs nothing.
    ///   - store: where the people come from, where that is a store.
    package init(
        layout: RowLayout, asOf: Day, months: Int, startedFrom: Day? = nil, startedTo: Day? = nil, costs table: CostTable? = nil, store: StoreSource? = nil
    ) {
        report = OutcomesReport(asOf: asOf, months: months)
        report.store = store
        report.startedFrom = startedFrom
        report.startedTo = startedTo
        report.costs = table
        costs = table?.byType ?? [:]
        fields = OutcomeFields(layout)
    }

    package mutating func add(_ row: NominalRow) {
        guard let isManaged = row.int(fields.cohort) else { return report.people.managementUnknown += 1 }
        guard isManaged == 1, let start = row.day(fields.since) else { return report.people.notManaged += 1 }
        add(row, managed: start, until: nil)
    }

    /// A nominal of a store, who counts with the last time in the cohort, whether or not it has ended.
    package mutating func add(_ row: NominalRow, steps: [StandingStep]) {
        guard let stay = steps.stays.last(where: { $0.joined <= report.asOf }) else { return report.people.notManaged += 1 }
        add(row, managed: stay.joined, until: stay.left?.day)
    }

    /// - Parameter left: the day on which management ended; nil where it goes on.
    private mutating func add(_ row: NominalRow, managed start: Day, until left: Day?) {
        if let from = report.startedFrom, start < from { return report.people.outsidePeriod += 1 }
        if let to = report.startedTo, start > to { return report.people.outsidePeriod += 1 }
        let end = start.adding(months: report.months)
        // The day of the file itself may not be over when the file is made.
        guard end <= min(report.asOf, left ?? report.asOf) else { return report.people.tooShort += 1 }
        guard let offences = row.places(fields.offences) else { return report.people.offencesUnknown += 1 }
        report.people.included += 1
        let windows = (before: start.adding(months: -report.months)..<start, during: start..<end)
        let custody = fields.custody(row, until: end, asOf: report.asOf)
        if custody == nil { report.people.custodyUnknown += 1 }
        let before = count(offences, row, windows.before, custody, into: \.before)
        let during = count(offences, row, windows.during, custody, into: \.during)
        if let before, let during { compare(before, during) }
    }

    private mutating func compare(_ before: PersonRate, _ during: PersonRate) {
        guard before.days > 0, during.days > 0 else { return report.direction.notAtLiberty += 1 }
        let (then, now) = (before.offences * during.days, during.offences * before.days)
        if now < then { report.direction.less += 1 } else if now > then { report.direction.more += 1 } else { report.direction.same += 1 }
    }

    /// - Returns: what the person's rate in the window is made of; nil where the time in custody is not known.
    private mutating func count(
        _ offences: StrideTo<Int>, _ row: NominalRow, _ window: Range<Day>, _ custody: CustodyPeriods?, into place: WritableKeyPath<OutcomesReport, OutcomeWindow>
    ) -> PersonRate? {
        var sums = report[keyPath: place]
        var rate = custody.map { PersonRate(days: window.upperBound.number - window.lowerBound.number - $0.days(in: window)) }
        if let rate {
            sums.days += window.upperBound.number - window.lowerBound.number
            sums.custodyDays += window.upperBound.number - window.lowerBound.number - rate.days
        }
        for item in offences {
            guard let outcome = row.value(fields.outcome, item: item), let type = row.value(fields.type, item: item), let date = row.day(fields.date, item: item)
            else { continue }
            let isBreach = type == "breach"
            let convictedOn = row.day(fields.convictedOn, item: item)
            if outcome == "convicted", let convictedOn, window.contains(convictedOn) {
                if isBreach { sums.breachConvictions += 1 } else { sums.convictions += 1 }
            }
            guard window.contains(date) else { continue }
            switch outcome {
            case "convicted", "cautioned":
                note(type, isBefore: place == \.before)
                if outcome == "convicted", convictedOn == nil { sums.undatedConvictions += 1 }
                if isBreach {
                    sums.breaches += 1
                    continue
                }
                let cost = costs[type]
                sums.offences += 1
                sums.cost += cost ?? .zero
                if cost == nil { sums.uncosted += 1 } else { sums.costed += 1 }
                guard let custody else { continue }
                if custody.holds(date) {
                    sums.offencesInCustody += 1
                } else {
                    sums.offencesAtLiberty += 1
                    sums.costAtLiberty += cost ?? .zero
                    rate?.offences += 1
                }
            case "tic":
                sums.tics += 1
                if let cost = costs[type] { sums.ticCost += cost } else { sums.ticsUncosted += 1 }
            case "charged": sums.charged += 1
            default: break
            }
        }
        report[keyPath: place] = sums
        return rate
    }

    private mutating func note(_ type: String, isBefore: Bool) {
        var counts = types[type] ?? (0, 0)
        if isBefore { counts.before += 1 } else { counts.during += 1 }
        types[type] = counts
    }

    /// - Parameters:
    ///   - read: how many nominals were read.
    ///   - rejected: how many lines were not.
    package func finish(read: Int, rejected: Int) -> OutcomesReport {
        var report = report
        report.people.read = read
        report.people.rejected = rejected
        report.types = fields.type.values.compactMap { type in
            types[type].map { OutcomesReport.TypeCount(type: type, before: $0.before, during: $0.during) }
        }
        if report.costs == nil {
            for place in [\OutcomesReport.before, \OutcomesReport.during] {
                report[keyPath: place].uncosted = 0
                report[keyPath: place].ticsUncosted = 0
            }
        }
        return report
    }
}

/// What one person's rate in one window is made of.
private struct PersonRate {
    /// At liberty.
    var days: Int
    /// Done at liberty.
    var offences = 0
}
