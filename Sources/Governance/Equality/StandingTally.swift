package import Cohorts
package import DecisionStore
import Decisions
package import Evidence
import Notation
import Statistics

/// Counts where people stand, and what panels decide of them, by protected groups and over time. It keeps a few numbers for each
/// group, and nothing of anybody.
package struct StandingTally: Sendable {
    /// So many of so many.
    private struct Count: Sendable {
        var count = 0
        var of = 0

        mutating func add(_ isOne: Bool) {
            of += 1
            if isOne { count += 1 }
        }
    }

    private var scope: ReportScope
    private let length: ReportPeriod.Length
    private let periods: [ReportPeriod]
    private let fields: [EqualityField]
    private let isChosen: Bool
    /// By measure, field and group: for the whole period first, then for each part of it.
    private var counts: [EqualityOverTime.Measure: [[String: [Count]]]] = [:]

    /// - Parameter names: single fields to group people by; nil for every protected one of which something is known, ethnicity in broad groups.
    /// - Throws: `GovernanceError` where one is no such field.
    package init(_ scope: ReportScope, length: ReportPeriod.Length, by names: [String]?, layout: RowLayout) throws(GovernanceError) {
        self.scope = scope
        self.length = length
        periods = [ReportPeriod("", scope.period)] + ReportPeriod.all(length, in: scope.period)
        isChosen = names != nil
        if let names {
            if let crossed = names.first(where: { $0.contains("+") }) { throw GovernanceError("`\(crossed)` crosses two fields, and over time such groups are too small to show: name single fields") }
            fields = try EqualityFields(names, layout: layout).fields.filter { !$0.isCrossed }
        } else {
            fields = EqualityFields(layout: layout).fields.filter { !$0.isCrossed && $0.name != "ethnicity" }
        }
        for measure in EqualityOverTime.Measure.allCases { counts[measure] = Array(repeating: [:], count: fields.count) }
    }

    package mutating func add(_ row: NominalRow, steps: [StandingStep], recommendations: [RecommendationLife]) {
        scope.people += 1
        let values = fields.map { $0.value(row, asOf: scope.to) }
        let changes = steps.changes
        for (place, period) in periods.enumerated() {
            let days = period.days
            func isAny(_ isOne: (StandingChange) -> Bool) -> Bool { changes.contains { days.contains($0.now.day) && isOne($0) } }
            add(.standing, values, place, steps.isMember(on: days.upperBound))
            if steps.isMember(on: days.lowerBound.adding(days: -1)) {
                add(.left, values, place, isAny(\.isLeaving))
            } else {
                add(.recommended, values, place, recommendations.contains { $0.action == .select && days.contains($0.made) })
                add(.joined, values, place, isAny(\.isJoining))
            }
            for answer in recommendations.compactMap(\.answer) where days.contains(answer.day) { add(.departed, values, place, answer.isDeparture) }
        }
    }

    private mutating func add(_ measure: EqualityOverTime.Measure, _ values: [String], _ place: Int, _ isOne: Bool) {
        for (field, value) in values.enumerated() {
            counts[measure]?[field][value, default: Array(repeating: Count(), count: periods.count)][place].add(isOne)
        }
    }

    /// - Parameters:
    ///   - rejected: nominals whose record could not be read.
    ///   - showsSmall: leaves no group out, for somebody who may see it.
    package func report(rejected: Int = 0, showsSmall: Bool = false) -> EqualityOverTime {
        var scope = scope
        scope.rejected = rejected
        let known = fields.indices.filter { place in isChosen || counts[.standing]?[place].keys.contains { $0 != EqualityField.unknown } == true }
        var measures = Array(repeating: [EqualityOverTime.MeasureGroups](), count: fields.count)
        for measure in EqualityOverTime.Measure.allCases {
            let all = known.map { place in (fields[place], counts[measure]?[place] ?? [:]) }
            let whole = groups(all.map { ($0, $1.mapValues { [$0[0]] }) }, showsSmall)
            let parts = groups(all.map { ($0, $1.mapValues { Array($0.dropFirst()) }) }, showsSmall)
            for (index, place) in known.enumerated() {
                let field = fields[place]
                measures[place].append(
                    EqualityOverTime.MeasureGroups(
                        measure: measure,
                        groups: whole[index].map { value, hidden, counts in
                            .init(value: value, title: field.title(of: value), suppression: hidden, rate: hidden == nil ? StandingTally.rate(counts[0]) : nil)
                        },
                        series: parts[index].map { value, hidden, counts in
                            .init(value: value, title: field.title(of: value), suppression: hidden, rates: hidden == nil ? counts.map(StandingTally.rate) : [])
                        }))
            }
        }
        return EqualityOverTime(
            scope, length: length, by: known.map { .init(field: fields[$0].name, title: fields[$0].title, measures: measures[$0]) }, showsSmall: showsSmall)
    }

    /// The groups of each field in its order, with which of them are not shown. One that is small at any time is not shown at all:
    /// otherwise the times at which it is shown would tell what it was when it is not.
    private func groups(_ all: [(field: EqualityField, counts: [String: [Count]])], _ showsSmall: Bool) -> [[(String, EqualityGroup.Suppression?, [Count])]] {
        func sizes(_ counts: [String: [Count]]) -> [String: Int] { counts.compactMapValues { $0.map(\.of).filter { $0 > 0 }.min() } }
        var all = all
        if !showsSmall {
            for (place, entry) in all.enumerated() where entry.field.isAge {
                let bands = AgeBands(sizes(entry.counts))
                var together: [String: [Count]] = [:]
                for (value, counts) in entry.counts {
                    let key = bands.value(value, of: entry.field)
                    together[key] = together[key].map { zip($0, counts).map { Count(count: $0.count + $1.count, of: $0.of + $1.of) } } ?? counts
                }
                all[place].counts = together
            }
        }
        let hidden = showsSmall ? nil : SmallGroups(all.map { ($0.field, sizes($0.counts)) })
        return all.map { field, counts in
            field.ordered(counts.keys).compactMap { value in
                guard let group = counts[value], group.contains(where: { $0.of > 0 }) else { return nil }
                return (value, hidden?.hidden[field.name]?[value], group)
            }
        }
    }

    /// nil where there is nobody to count among.
    private static func rate(_ count: Count) -> EqualityOverTime.Rate? {
        let proportion = Proportion(count.count, of: count.of)
        guard let rate = proportion.value, let interval = proportion.interval else { return nil }
        return EqualityOverTime.Rate(count: count.count, of: count.of, rate: rate, low: interval.low, high: interval.high)
    }
}
