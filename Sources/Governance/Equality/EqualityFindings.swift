import Evidence
import Notation

/// What the figures say, in plain words. They never say that anybody is discriminated against, nor that nobody is.
struct EqualityFindings {
    /// Differences rarer than this, by chance alone and allowing for their number, are pointed out.
    private static let rare = 0.05

    let report: EqualityReport

    init(_ report: EqualityReport) { self.report = report }

    var sentences: [String] { [overall] + report.by.filter { !$0.isCrossed }.compactMap(extremes) + rareOnes + [small].compactMap(\.self) + outcomes + proxies + closing }

    private var overall: String {
        let people = report.cohort.people
        guard people > 0 else { return "There is nobody in the cohort, so there is nothing to compare." }
        return "\(Numbers.grouped(report.selected)) of \(Numbers.grouped(people)) people (\(percentText(Double(report.selected) / Double(people)))) are selected or retained."
    }

    private func shown(_ breakdown: EqualityBreakdown) -> [(title: String, figures: EqualityGroup.Figures)] {
        breakdown.groups.compactMap { group in group.figures.map { (group.title, $0) } }
    }

    private func share(_ group: (title: String, figures: EqualityGroup.Figures)) -> String {
        "\(percentText(group.figures.rate)) of “\(group.title)” (\(Numbers.grouped(group.figures.selected)) of \(Numbers.grouped(group.figures.n)))"
    }

    private func extremes(_ breakdown: EqualityBreakdown) -> String? {
        let name = capital(breakdown.title)
        let groups = shown(breakdown).filter { $0.title != EqualityField.unknown }
        guard let high = groups.max(by: { $0.figures.rate < $1.figures.rate }), let low = groups.min(by: { $0.figures.rate < $1.figures.rate }),
            groups.count > 1
        else {
            return breakdown.groups.contains { $0.suppression != nil } ? "\(name): too few groups are large enough to be compared." : nil
        }
        if high.figures.rate == low.figures.rate { return "\(name): the share is the same in all groups shown, \(percentText(high.figures.rate))." }
        let count = groups.count == 2 ? "" : ", the highest and lowest of \(groups.count) groups"
        return "\(name): \(share(high)) and \(share(low))\(count)."
    }

    private var rareOnes: [String] {
        let rare = report.by.flatMap { breakdown in shown(breakdown).map { (breakdown, $0) } }.filter { $0.1.figures.adjusted < EqualityFindings.rare }
        if report.comparisons == 0 { return [] }
        let tests = report.comparisons == 1 ? "1 difference was tested" : "\(report.comparisons) differences were tested"
        if rare.isEmpty {
            return [
                "\(tests), and none is larger than chance would often give. Where groups are small, a difference that is there can go unseen."
            ]
        }
        let words = rare.map { breakdown, group in
            let others = others(group.figures)
            return "\(capital(breakdown.title)) “\(group.title)”: \(percentText(group.figures.rate)) against \(percentText(others)) of everybody else; "
                + "chance alone would rarely give so large a difference (\(chance(group.figures.adjusted)), allowing for all \(report.comparisons))."
        }
        return ["\(tests). \(rare.count == 1 ? "This one stands" : "These stand") out:"] + words
    }

    private func others(_ figures: EqualityGroup.Figures) -> Double {
        let rest = report.cohort.people - figures.n
        return rest > 0 ? Double(report.selected - figures.selected) / Double(rest) : 0
    }

    private func chance(_ p: Double) -> String { p < 0.001 ? "p < 0.001" : "p = \(fixedText(p, places: 3))" }

    private var small: String? {
        let groups = report.by.flatMap(\.groups)
        let few = groups.count { $0.suppression == .small }
        let beside = groups.count { $0.suppression == .beside }
        if few == 0 { return nil }
        let more = beside == 0 ? "" : "; \(beside == 1 ? "1 more is" : "\(beside) more are") left out because with \(beside == 1 ? "it" : "them") the small could be worked out"
        return "\(few == 1 ? "1 group has" : "\(few) groups have") fewer than \(SmallGroups.least) people and \(few == 1 ? "is" : "are") not shown\(more)."
    }

    private var outcomes: [String] {
        guard let known = report.withOutcome else { return [] }
        let lead = "Outcomes are known of \(Numbers.grouped(known)) people\(report.strangers == 0 ? "" : "; \(Numbers.grouped(report.strangers)) more are of people who are not in the cohort")."
        let words = report.by.filter { !$0.isCrossed }.compactMap { breakdown in
            spread(breakdown, "of those with a good outcome were selected or retained", \.falsePositiveRate)
        }
        let caution = "Error rates and precision cannot all be the same in groups with different rates of reoffending: which of them matters is for the board to say."
        return [lead] + words + [caution]
    }

    private func spread(_ breakdown: EqualityBreakdown, _ words: String, _ rate: KeyPath<EqualityGroup.Outcomes, Double?>) -> String? {
        let rates = shown(breakdown).filter { $0.title != EqualityField.unknown }.compactMap { group in
            group.figures.outcomes?[keyPath: rate].map { (group.title, $0) }
        }
        guard rates.count > 1, let high = rates.max(by: { $0.1 < $1.1 }), let low = rates.min(by: { $0.1 < $1.1 }), high.1 > low.1 else { return nil }
        return "\(capital(breakdown.title)): \(percentText(high.1)) in “\(high.0)” and \(percentText(low.1)) in “\(low.0)” \(words)."
    }

    /// The shift that is pointed out: five in a hundred people.
    private static let shift = 0.05

    private var proxies: [String] {
        let large = report.proxies.filter { $0.shift.magnitude >= EqualityFindings.shift }
            .sorted { ($1.shift.magnitude, $0.field, $0.by) < ($0.shift.magnitude, $1.field, $1.by) }
        return large.prefix(5).map { shift in
            let change = shift.shift < 0 ? "narrow" : "widen"
            let caution = shift.rate > 0.95 || shift.rate < 0.05 ? " But then \(percentText(shift.rate)) of all would be selected or retained, which leaves little room for a gap." : ""
            return "If \(shift.title) told nobody apart, the gap by \(shift.byTitle) would \(change) from \(points(shift.gap)) to \(points(shift.without)) points.\(caution)"
        }
    }

    private func points(_ gap: Double) -> String { fixedText(gap * 100, places: 1) }

    private var closing: [String] {
        if report.cohort.people == 0 { return [] }
        return [
            "A difference is a question and not an answer: figures like these show neither that people are treated unfairly nor that they are not. Ask what lies behind each."
        ]
    }

    private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
