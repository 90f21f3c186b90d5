import Cohorts
import Decisions
import Evidence
import FieldDefinitions
import Notation
import RulePacks

/// Asks of each field that a pack reads what becomes of the gaps between groups when everybody has the same in it. A field that
/// narrows a gap when it tells nothing apart may stand in for what the groups are made by. Places are left out of account.
struct ProxyCheck {
    /// Of more people than this, every second, third, … is asked.
    static let mostPeople = 10_000

    let usual: UsualValues
    let fields: EqualityFields
    let asOf: Day
    let showsSmall: Bool

    /// - Returns: a shift for each field and each way of making groups, and how many people were asked.
    /// - Throws: `CohortError`, `RunStopped`.
    func shifts(_ source: any CohortSource, _ side: SideBySide, _ number: Int, people: Int) throws -> ([ProxyShift], Int) {
        let every = max(1, (people + ProxyCheck.mostPeople - 1) / ProxyCheck.mostPeople)
        let held = usual.held(asOf: asOf)
        var usualTally = EqualityTally(fields, asOf: asOf)
        var tallies = Array(repeating: usualTally, count: held.count)
        var place = 0
        try side.each(source) { row in
            defer { place += 1 }
            guard place.isMultiple(of: every) else { return }
            let values = usualTally.values(row)
            usualTally.count(values, selected: try side.decisionBeforePlaces(of: number, on: row).recommendation.action.isPositive)
            for (index, field) in held.enumerated() {
                let restore = hold(field, in: row, layout: side.layout)
                defer { restore() }
                tallies[index].count(values, selected: try side.decisionBeforePlaces(of: number, on: row).recommendation.action.isPositive)
            }
        }
        let bands = showsSmall ? AgeBands([:]) : usualTally.ageBands
        return (shifts(held, usualTally.together(bands), tallies.map { $0.together(bands) }), usualTally.people)
    }

    /// Gives everybody's value to a person.
    /// - Returns: what puts the person's own value back.
    private func hold(_ held: UsualValues.Held, in row: NominalRow, layout: RowLayout) -> () -> Void {
        let field = held.field
        // A part of a record that is not there has no place to be.
        if let parent = field.parent, row.cells[layout.fields[parent].cell] != 1 { return {} }
        var places = [(field.cell, held.text.map { row.append(text: $0) } ?? held.cell)]
        if case .list = field.definition.type { places.append((field.cell + 2, 0)) }
        // Its age would tell people apart, too.
        if field.children.isEmpty, let date = field.dateField { places.append((layout.fields[date].cell, Int64(asOf.number))) }
        let before = places.map { ($0.0, row.cells[$0.0]) }
        for (cell, value) in places { row.set(cell: cell, to: value) }
        return { for (cell, value) in before { row.set(cell: cell, to: value) } }
    }

    private func shifts(_ held: [UsualValues.Held], _ usual: EqualityTally, _ tallies: [EqualityTally]) -> [ProxyShift] {
        let shown = usual.shownFields
        let hidden = showsSmall ? nil : SmallGroups(shown.map { (fields.fields[$0], usual.counts[$0].mapValues(\.n)) })
        var shifts: [ProxyShift] = []
        for place in shown {
            let by = fields.fields[place]
            if case .crossed = by.kind { continue }
            if by.name == "ethnicity", shown.contains(where: { fields.fields[$0].name == "ethnic_group" }) { continue }
            let groups = usual.counts[place].keys.filter { value in
                value != EqualityField.unknown && (usual.counts[place][value]?.n ?? 0) >= SmallGroups.least && hidden?.hidden[by.name]?[value] == nil
            }
            guard groups.count > 1 else { continue }
            func gap(_ tally: EqualityTally) -> Double {
                let rates = groups.compactMap { tally.counts[place][$0] }.map { Double($0.selected) / Double($0.n) }
                return (rates.max() ?? 0) - (rates.min() ?? 0)
            }
            for (field, tally) in zip(held, tallies) where field.field.path != by.name && !(by.name == "ethnic_group" && field.field.path == "ethnicity") {
                shifts.append(
                    ProxyShift(
                        field: field.field.path, title: field.field.definition.title, held: field.words, by: by.name, byTitle: by.title, gap: gap(usual), without: gap(tally),
                        rate: Double(tally.selected) / Double(max(1, tally.people))))
            }
        }
        return shifts
    }
}
