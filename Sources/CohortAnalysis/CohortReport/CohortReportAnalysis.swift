package import Cohorts
package import Decisions
package import Evidence
import FieldDefinitions
package import Notation

/// Counts a cohort for its monthly report, person by person, holding sums only.
package struct CohortReportAnalysis {
    private var report: CohortReport
    private let fields: CohortFields
    private var tallies: [String: FieldTally] = [:]
    private var needs: [NeedTally]
    private var services: ServiceTally
    private var taskings: [[String]: TaskingCount] = [:]
    private var actions: [Recommendation.Action: (managed: Int, others: Int)] = [:]
    private var years = 0
    private var categories = BoundedNames()
    private var places = BoundedNames()
    private var kinds = BoundedNames(most: 50)

    /// - Parameters:
    ///   - from: the first day of the period.
    ///   - services: services to show, in order, whether or not anybody was referred to them; empty for those that were.
    package init(layout: RowLayout, asOf: Day, from: Day, services: [String] = []) {
        report = CohortReport(asOf: asOf, from: from)
        fields = CohortFields(layout, needs: CohortGroups.needs.map(\.name))
        needs = CohortGroups.needs.map { _ in NeedTally() }
        self.services = ServiceTally(layout, services: services, period: from...asOf)
    }

    /// - Parameter record: the nominal's decision record; nil where the report is made without records.
    package mutating func add(_ row: NominalRow, record: RecordSummary?) {
        let isManaged = row.int(fields.cohort).map { $0 == 1 }
        if let record {
            var count = actions[record.action] ?? (0, 0)
            if isManaged == true { count.managed += 1 } else { count.others += 1 }
            actions[record.action] = count
        }
        guard let isManaged else { return report.managementUnknown += 1 }
        guard isManaged else { return report.notManaged += 1 }
        report.managed += 1
        if let since = row.day(fields.since), (report.from...report.asOf).contains(since) { report.joined += 1 }
        describe(row)
        for (place, need) in fields.needs.enumerated() { needs[place].add(row.int(need.field)) }
        services.add(row, criteria: record?.criteria)
        countTaskings(row)
    }

    private mutating func describe(_ row: NominalRow) {
        tallies["category", default: FieldTally()].add(row.text(fields.category).map { categories.kept($0) })
        tallies["borough", default: FieldTally()].add(row.text(fields.borough).map { places.kept($0) })
        tallies["custody_status", default: FieldTally()].add(row.value(fields.status))
        tallies["managing_agency", default: FieldTally()].add(row.value(fields.agency))
        let age = row.day(fields.born).map { $0.wholeYears(until: report.asOf) }
        years += age ?? 0
        tallies["age", default: FieldTally()].add(age.map(CohortGroups.age))
        tallies["sex", default: FieldTally()].add(row.value(fields.sex))
        tallies["ethnicity", default: FieldTally()].add(row.value(fields.ethnicity).flatMap { CohortGroups.ethnicities[$0] })
        tallies["disability", default: FieldTally()].add(row.int(fields.disability).map { $0 == 1 ? "yes" : "no" })
    }

    private mutating func countTaskings(_ row: NominalRow) {
        guard let borough = row.text(fields.borough) else { return }
        for item in row.places(fields.taskings) ?? stride(from: 0, to: 0, by: 1) {
            guard let kind = row.text(fields.kind, item: item), let opened = row.day(fields.opened, item: item), (report.from...report.asOf).contains(opened) else { continue }
            let key = [places.kept(borough), kinds.kept(kind)]
            var count = taskings[key] ?? TaskingCount(borough: key[0], kind: key[1], opened: 0, done: 0, cancelled: 0)
            count.opened += 1
            switch row.value(fields.state, item: item) {
            case "done": count.done += 1
            case "cancelled": count.cancelled += 1
            default: break
            }
            taskings[key] = count
        }
    }

    /// - Parameters:
    ///   - pack: whose records were read; nil without records.
    ///   - showsSmall: show groups of fewer than ten by protected and sensitive fields, too.
    package func finish(read: Int, rejected: Int, pack: PackIdentity?, showsSmall: Bool = false) -> CohortReport {
        var report = report
        report.read = read
        report.rejected = rejected
        report.pack = pack
        if report.managed >= (showsSmall ? 1 : 10) { report.meanAgeTenths = Share.rounded(years * 10, over: report.managed) }
        report.breakdowns = breakdowns(showsSmall)
        report.needs = zip(CohortGroups.needs, needs).map { need, tally in
            let hides = need.sensitivity != .ordinary && !showsSmall
            let counts = hides ? Breakdown.hidingSmall(tally.counts) : tally.counts.map(Optional.some)
            return NeedCount(name: need.name, title: need.title, none: counts[0], some: counts[1], marked: counts[2], unknown: counts[3])
        }
        report.services = services.counts
        report.overlaps = services.overlaps
        report.taskings = taskings.values.sorted { ($0.borough, $0.kind) < ($1.borough, $1.kind) }
        report.recommendations = Recommendation.Action.allCases.compactMap { action in
            actions[action].map { CohortReport.RecommendationCount(action: action, managed: $0.managed, others: $0.others) }
        }
        return report
    }

    private func breakdowns(_ showsSmall: Bool) -> [Breakdown] {
        func tally(_ name: String) -> FieldTally { tallies[name] ?? FieldTally() }
        let plain = [
            tally("category").breakdown("cohort.category", "Category", order: []),
            tally("borough").breakdown("borough", "Borough", order: []),
            tally("custody_status").breakdown("custody_status", "Custody status", order: CohortGroups.order(fields.status.values)),
            tally("managing_agency").breakdown("managing_agency", "Managing agency", order: CohortGroups.order(fields.agency.values)),
        ]
        let protected = [
            tally("age").breakdown("age", "Age", order: CohortGroups.order(CohortGroups.ages)),
            tally("sex").breakdown("sex", "Sex", order: CohortGroups.order(fields.sex.values)),
            tally("ethnicity").breakdown("ethnicity", "Ethnicity", order: CohortGroups.order(CohortGroups.ethnicGroups)),
            tally("disability").breakdown("disability", "Disability", order: CohortGroups.order(["yes", "no"])),
        ]
        return plain + (showsSmall ? protected : protected.map(\.hidingSmall))
    }
}
