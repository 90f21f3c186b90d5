package import Evidence
import Statistics

extension EqualityTally {
    /// What was counted, with small groups of age put together and other small groups left out.
    /// - Parameter showsSmall: leaves everything as it is, for somebody who may see it.
    package func report(_ pack: PackLabel, _ cohort: CohortLabel, showsSmall: Bool = false, hasOutcomes: Bool = false) -> EqualityReport {
        (showsSmall ? self : together(ageBands)).reportAsCounted(pack, cohort, showsSmall: showsSmall, hasOutcomes: hasOutcomes)
    }

    private func reportAsCounted(_ pack: PackLabel, _ cohort: CohortLabel, showsSmall: Bool, hasOutcomes: Bool) -> EqualityReport {
        let shown = shownFields
        let hidden = showsSmall ? nil : SmallGroups(shown.map { (fields.fields[$0], counts[$0].mapValues(\.n)) })
        let by = shown.map { place in breakdown(place, hidden?.hidden[fields.fields[place].name] ?? [:]) }
        var report = EqualityReport(pack: pack, cohort: cohort, selected: selected, by: by, showsSmall: showsSmall)
        report.withOutcome = hasOutcomes ? withOutcome : nil
        report.comparisons = EqualityTally.adjust(&report.by)
        report.findings = EqualityFindings(report).sentences
        return report
    }

    private func breakdown(_ place: Int, _ hidden: SmallGroups.Hidden) -> EqualityBreakdown {
        let field = fields.fields[place]
        let counts = counts[place]
        var groups = field.ordered(counts.keys).map { value in
            EqualityGroup(
                value: EqualityField.written(value), title: field.title(of: value), suppression: hidden[value],
                figures: hidden[value] == nil ? counts[value].flatMap(figures) : nil)
        }
        let highest = groups.compactMap(\.figures?.rate).max() ?? 0
        let largest = groups.compactMap(\.figures).max { $0.n < $1.n }?.rate ?? 0
        for index in groups.indices {
            guard let rate = groups[index].figures?.rate else { continue }
            groups[index].figures?.ratio = highest > 0 ? rate / highest : nil
            groups[index].figures?.ratioToLargest = largest > 0 ? rate / largest : nil
        }
        return EqualityBreakdown(field: field.name, title: field.title, groups: groups)
    }

    private func figures(_ count: Count) -> EqualityGroup.Figures? {
        let proportion = Proportion(count.selected, of: count.n)
        guard let rate = proportion.value, let interval = proportion.interval else { return nil }
        let others = people - count.n
        let p = FishersExactTest.twoSided(count.selected, count.n - count.selected, selected - count.selected, others - (selected - count.selected))
        var figures = EqualityGroup.Figures(n: count.n, selected: count.selected, rate: rate, low: interval.low, high: interval.high, p: p)
        // The outcomes of fewer than may be shown would tell what became of somebody.
        if count.outcomes.all >= SmallGroups.least { figures.outcomes = EqualityGroup.Outcomes(count.outcomes) }
        return figures
    }

    /// Allows for how many differences were tested. Of two groups each is the other's everybody else: that is one test.
    /// - Returns: how many there were.
    private static func adjust(_ by: inout [EqualityBreakdown]) -> Int {
        var places: [(breakdown: Int, group: Int)] = []
        for (index, breakdown) in by.enumerated() {
            let tested = breakdown.groups.indices.filter { breakdown.groups[$0].figures != nil }
            if breakdown.groups.count < 2 { continue }
            places += (breakdown.groups.count == 2 ? tested.prefix(1) : tested[...]).map { (index, $0) }
        }
        let adjusted = HolmCorrection.adjusted(places.compactMap { by[$0.breakdown].groups[$0.group].figures?.p })
        for (place, value) in zip(places, adjusted) {
            by[place.breakdown].groups[place.group].figures?.adjusted = value
            if by[place.breakdown].groups.count == 2 {
                for group in 0..<2 { by[place.breakdown].groups[group].figures?.adjusted = value }
            }
        }
        return places.count
    }
}

extension EqualityGroup.Outcomes {
    init(_ rates: ErrorRates) {
        self.init(
            truePositives: rates.truePositives, falsePositives: rates.falsePositives, trueNegatives: rates.trueNegatives,
            falseNegatives: rates.falseNegatives, falsePositiveRate: rates.falsePositive.value, falseNegativeRate: rates.falseNegative.value,
            positivePredictive: rates.positivePredictive.value, negativePredictive: rates.negativePredictive.value)
    }
}
