package import Evidence
import Decisions
import Notation

extension ImpactReport {
    /// The report for people, as text or HTML.
    package var page: ReportPage {
        let facts = [EvidenceWords.fact("Old", old), EvidenceWords.fact("New", new)] + EvidenceWords.facts(cohort)
        let sections = [rulesSection, peopleSection, thresholdSection, unknownSection, fieldSection, taskingSection, placeSection(), equalitySection]
        return ReportPage(
            title: "What \(new.name) would change in place of \(old.name)", lead: [EvidenceWords.draft, lead], facts: facts,
            sections: sections.compactMap(\.self))
    }

    var lead: String {
        guard cohort.people > 0 else { return "There is nobody in the cohort, so nothing can be said of people." }
        let parts = [
            joiners.isEmpty ? nil : Numbers.count(joiners.count, "joins", "join"), leavers.isEmpty ? nil : Numbers.count(leavers.count, "leaves", "leave"),
            moved.isEmpty ? nil : "\(Numbers.count(moved.count, "gets", "get")) another recommendation",
        ].compactMap(\.self)
        if parts.isEmpty { return "Nothing changes for any of \(Numbers.count(cohort.people, "person", "people"))." }
        return "Of \(Numbers.count(cohort.people, "person", "people")), \(EvidenceWords.list(parts)); for \(Numbers.grouped(unchanged)) nothing changes."
    }

    // MARK: Rules

    var rulesSection: ReportSection {
        if rules.isEmpty { return ReportSection("What changes", [.text("Nothing: the two packs declare the same.")]) }
        let own = rules.filter { !$0.follows }
        let following = rules.filter(\.follows)
        var kinds: [String] = []
        for change in own where !kinds.contains(change.what) { kinds.append(change.what) }
        var parts = kinds.map { kind in
            ReportSection(RuleChange.plural(kind), RuleChange.blocks(own.filter { $0.what == kind }))
        }
        if !following.isEmpty {
            parts.append(
                ReportSection(
                    "What follows from these", [.text("Written as before, and different because of a number or word above:"), .list(following.map(\.sentence))]))
        }
        return ReportSection("What changes", parts: parts)
    }

    // MARK: Work and places

    var taskingSection: ReportSection? {
        if taskings.isEmpty { return nil }
        let rows = taskings.map { tasking -> ReportTable.Row in
            .init([tasking.title, Numbers.grouped(tasking.before), Numbers.grouped(tasking.now), FigureWords.change(tasking.gained), FigureWords.change(-tasking.lost)])
        }
        let total = { (number: (TaskingCount) -> Int) in taskings.map(number).reduce(0, +) }
        return ReportSection(
            "Taskings",
            [
                .table(
                    ReportTable(
                        "Work that the packs give", columns: [.text("Tasking"), .number("Old"), .number("New"), .number("Gained"), .number("Lost")],
                        rows: rows + [
                            .init(["All", Numbers.grouped(total(\.before)), Numbers.grouped(total(\.now)), FigureWords.change(total(\.gained)), FigureWords.change(-total(\.lost))], isTotal: true)
                        ]))
            ])
    }

    /// - Parameter isNaming: says who is without a place.
    func placeSection(isNaming: Bool = true) -> ReportSection? {
        if capacity.before.places == nil, capacity.now.places == nil { return nil }
        func row(_ name: String, _ capacity: Capacity) -> ReportTable.Row {
            let places = capacity.places.map(Numbers.grouped) ?? "no limit"
            return .init([name, places, capacity.places == nil ? FigureWords.none : Numbers.grouped(capacity.wanted), Numbers.grouped(capacity.displaced.count)])
        }
        var blocks: [ReportBlock] = [
            .table(
                ReportTable(
                    "Places, and who wants one", columns: [.text("Pack"), .number("Places"), .number("Wanted"), .number("Without one")],
                    rows: [row(old.name, capacity.before), row(new.name, capacity.now)]))
        ]
        if isNaming, !capacity.now.displaced.isEmpty {
            blocks.append(.text("Without a place under the new pack: \(ImpactReport.some(capacity.now.displaced))."))
        }
        return ReportSection("Places", blocks)
    }

    /// More people of one kind, and more kinds, are in the JSON.
    static let most = 10
    static let mostWays = 12

    static func some(_ ids: [String]) -> String {
        ids.count <= most ? EvidenceWords.list(ids) : ids.prefix(most).joined(separator: ", ") + " and \(Numbers.grouped(ids.count - most)) more"
    }

    // MARK: Equality

    private var equalitySection: ReportSection {
        let blocks = equality.now.by.map { now -> ReportBlock in
            guard now.groups.contains(where: { $0.figures != nil }), let before = equality.before.by.first(where: { $0.field == now.field }) else {
                return .text(EqualityReport.nothingShown(now))
            }
            return .table(table(before, now))
        }
        let findings = ReportSection("What the figures of the new pack say", [.list(equality.now.findings)])
        return ReportSection("Equality before and after", blocks, parts: [findings])
    }

    private func table(_ before: EqualityBreakdown, _ now: EqualityBreakdown) -> ReportTable {
        let rows = now.groups.map { group -> ReportTable.Row in
            guard let figures = group.figures else { return .init([group.title] + Array(repeating: FigureWords.none, count: 4)) }
            let was = before.groups.first { $0.value == group.value }?.figures
            return .init([
                group.title, Numbers.grouped(figures.n), was.map { percentText($0.rate) } ?? FigureWords.none, percentText(figures.rate),
                was.map { FigureWords.change(figures.selected - $0.selected) } ?? FigureWords.none,
            ])
        }
        let isHidden = now.groups.contains { $0.suppression != nil }
        return ReportTable(
            "Selected or retained, by \(now.title)", columns: [.text(EvidenceWords.capital(now.title)), .number("People"), .number("Old"), .number("New"), .number("Change")],
            rows: rows, notes: isHidden ? [EqualityReport.hiddenNote] : [])
    }
}
