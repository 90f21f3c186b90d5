import Cohorts
import Decisions
import Evidence
import FieldDefinitions
import RulePacks

/// Asks of each field that a pack reads what becomes of its recommendations where nobody's value of it is known. Places are left
/// out of account.
struct DroppedFields {
    /// Of more people than this, every second, third, … is asked.
    static let mostPeople = 10_000

    private let fields: [LaidOutField]

    /// Fields that every line of a cohort must have cannot go missing, and are left out.
    init(_ pack: PackSource, _ layout: RowLayout) {
        var fields: [LaidOutField] = []
        func add(_ field: LaidOutField) {
            if let list = field.list { return add(layout.fields[list]) }
            // To be in the cohort or not decides which rules are asked at all.
            if field.path == "cohort" || field.path.hasPrefix("cohort.") { return }
            let hasOwnParts = field.path == "needs" || field.path == "local"
            if let parent = field.parent, layout.fields[parent].path != "needs", layout.fields[parent].path != "local" { return add(layout.fields[parent]) }
            if hasOwnParts { return field.children.forEach { add(layout.fields[$0]) } }
            let isRequired = field.definition.isRequired || field.since.map { layout.fields[$0].definition.isRequired } ?? false
            if !isRequired, !fields.contains(where: { $0.id == field.id }) { fields.append(field) }
        }
        for path in pack.reads { if let id = layout.id(ofPath: path) { add(layout.fields[id]) } }
        self.fields = fields
    }

    /// - Parameters:
    ///   - number: the pack, as it was added.
    ///   - people: how many there are in the cohort.
    /// - Returns: what becomes of it for each field, and how many people were asked.
    /// - Throws: `CohortError`, `RunStopped`.
    func counts(_ source: any CohortSource, _ side: SideBySide, _ number: Int, people: Int) throws -> ([Assurance.Missing], Int) {
        let every = max(1, (people + DroppedFields.mostPeople - 1) / DroppedFields.mostPeople)
        var counts = fields.map { Assurance.Missing(path: $0.path, title: $0.definition.title, known: 0) }
        var (place, asked) = (0, 0)
        try side.each(source) { row in
            defer { place += 1 }
            guard place.isMultiple(of: every) else { return }
            asked += 1
            let usual = try side.decisionBeforePlaces(of: number, on: row)
            for (index, field) in fields.enumerated() where row.cells[field.cell] != NominalRow.none {
                counts[index].known += 1
                let restore = drop(field, in: row)
                defer { restore() }
                let decision = try side.decisionBeforePlaces(of: number, on: row)
                if decision.error != nil, usual.error == nil { counts[index].failed += 1 }
                guard !decision.recommendation.recommendsTheSame(as: usual.recommendation) else { continue }
                counts[index].changed += 1
                if !decision.recommendation.unknown.isEmpty { counts[index].unknown += 1 }
            }
        }
        return (counts, asked)
    }

    /// - Returns: what puts the value back.
    private func drop(_ field: LaidOutField, in row: NominalRow) -> () -> Void {
        var cells = [field.cell]
        // Items set aside are known no longer, too.
        if case .list = field.definition.type { cells.append(field.cell + 2) }
        let before = cells.map { ($0, row.cells[$0]) }
        for cell in cells { row.set(cell: cell, to: NominalRow.none) }
        return { for (cell, value) in before { row.set(cell: cell, to: value) } }
    }
}
