import Evidence
import FieldDefinitions
import RulePacks

extension ImpactTally {
    func report(_ difference: RuleDifference, _ cohort: CohortLabel, _ parameters: [ImpactReport.Near], showsSmall: Bool) -> ImpactReport {
        let labels = (PackLabel(old.pack), PackLabel(new.pack))
        var report = ImpactReport(
            old: labels.0, new: labels.1, cohort: cohort,
            equality: (equality.before.report(labels.0, cohort, showsSmall: showsSmall), equality.now.report(labels.1, cohort, showsSmall: showsSmall)))
        report.rules = difference.changes
        report.fields = (fields(new.pack, old.pack), fields(old.pack, new.pack))
        report.actions = actions
        report.errors = errors
        report.joiners = people[.joins] ?? []
        report.leavers = people[.leaves] ?? []
        report.moved = people[.changes] ?? []
        report.unchanged = unchanged
        report.causes = causes.values.sorted { a, b in
            let (x, y) = (a.joiners + a.leavers + a.moved, b.joiners + b.leavers + b.moved)
            return x == y ? a.cause.changes.lexicographicallyPrecedes(b.cause.changes) : x > y
        }
        report.bands = bandMoves
        report.near = near.found + parameters
        report.unknown = unknown.map { field, count in
            ImpactReport.Unknown(field: field, title: title(of: field), count: count.now, alone: count.alone, before: count.before)
        }.sorted { ($1.count, $0.field) < ($0.count, $1.field) }
        report.taskings = taskings.values.sorted { $0.kind < $1.kind }
        report.capacity = capacity
        return report
    }

    private func title(of path: String) -> String { new.pack.catalogue.field(at: path)?.title ?? old.pack.catalogue.field(at: path)?.title ?? path }

    /// Fields that one pack may read and the other may not.
    private func fields(_ pack: PackSource, _ other: PackSource) -> [ImpactReport.FieldChange] {
        pack.reads.filter { !FieldAccess.covers(other.reads, $0) }.sorted().map { path in
            let care = pack.catalogue.sensitivity(at: path) ?? .ordinary
            return ImpactReport.FieldChange(
                field: path, title: title(of: path), care: care == .ordinary ? nil : care.rawValue, reason: FieldAccess.justification(of: path, in: pack.protected))
        }
    }

    private var bandMoves: [ImpactReport.BandMove] {
        bands.map { key, count in
            func band(_ id: String?, _ rules: RuleSet) -> String? {
                id.map { id in rules.matrices.first { $0.name == key.matrix }?.bands.first { $0.id == id }?.title ?? id }
            }
            let title = new.rules.matrices.first { $0.name == key.matrix }?.heading.title ?? key.matrix
            return ImpactReport.BandMove(matrix: key.matrix, title: title, from: band(key.from, old.rules), to: band(key.to, new.rules), count: count)
        }.sorted { ($0.matrix, $1.count, $0.from ?? "", $0.to ?? "") < ($1.matrix, $0.count, $1.from ?? "", $1.to ?? "") }
    }
}
