import DecisionStore
import Decisions
import FieldDefinitions
import Governance
import Notation
import RulePacks

extension Panel {
    /// The whole picture of one nominal, logged as one consultation.
    /// - Parameter reference: `R12`, or the nominal's id.
    /// - Throws: `Refusal`, `StoreError`
    package func picture(_ reference: String, by who: String, why: String) throws -> PanelPicture {
        try act(who, why) { writer in
            let asked = try Panel.number(reference, after: "R").flatMap { try writer.recommendation($0) }
            guard let nominal = try writer.nominal(asked?.nominal ?? reference) else {
                throw StoreError(.unknown, "the store has no recommendation and no nominal `\(reference)`: the panel's queue has what waits")
            }
            if nominal.isRestricted { throw Refusal.restricted }
            let recommendation = try asked ?? writer.openRecommendation(of: nominal.id)
            try writer.log(
                AuditEvent(.consultation, who: who, nominal: nominal.id, why: why, what: "shown to the panel\(recommendation.map { ", R\($0.id)" } ?? "")"))
            let record = try recommendation.flatMap { try writer.record(run: $0.run, place: $0.place) } ?? writer.lastRecord(of: nominal.id)
            let painter = PicturePainter(record: record, names: try record.flatMap { try packs.names($0, in: writer) })
            var picture = PanelPicture(
                nominal: nominal, recommendation: recommendation,
                overdue: recommendation.map { $0.state == .open ? max(0, today.number - $0.decideBy.number) : 0 } ?? 0,
                criteria: painter.criteria, scores: painter.scores, history: painter.history(try writer.scores(of: nominal.id)),
                taskings: try writer.taskings(TaskingFilter(nominal: nominal.id)), reviews: try writer.reviews(of: nominal.id),
                decisions: try writer.panelDecisions(of: nominal.id), categories: painter.categories, unknown: painter.unknown(recommendation?.recommendation.unknown ?? []),
                warnings: painter.content?.warnings.map(\.text) ?? [], error: painter.content?.error)
            picture.hasGroups = painter.content?.hasGroups ?? false
            if let record, let content = painter.content {
                picture.basis = PanelPicture.Basis(decision: "\(record.run).\(record.place)", asOf: content.asOf, pack: content.pack, version: content.version)
            }
            return picture
        }
    }

    /// The number in `R12` or `T7`; nil where the text is not one.
    package static func number(_ reference: String, after letter: Character) -> Int? {
        guard reference.first == letter, reference.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(reference.dropFirst())
    }
}

/// Puts names to what a record holds.
private struct PicturePainter {
    let content: RecordContent?
    private let names: PackNames?
    private let catalogue: FieldCatalogue

    init(record: KeptRecord?, names: PackNames?) {
        content = record.flatMap { RecordContent($0.line) }
        self.names = names
        catalogue = names?.catalogue ?? .standard
    }

    var categories: [String] { names?.categories.sorted() ?? [] }

    private func fields(_ paths: [String]) -> [UnknownField] { paths.map { UnknownField($0, in: catalogue) } }

    var criteria: [PanelPicture.Criterion] {
        (content?.criteria ?? []).map { answer in
            let rule = names?.criterion(answer.name)
            return PanelPicture.Criterion(
                name: answer.name, title: rule?.heading.title ?? PanelWords.value(answer.name), met: answer.met,
                rows: answer.rows.map { row in
                    PanelPicture.Criterion.Row(
                        title: rule?.rows.first { $0.id == row.id }?.heading.title ?? PanelWords.value(row.id), met: row.met, unknown: fields(row.unknown))
                })
        }
    }

    var scores: [PanelPicture.Score] {
        (content?.matrices ?? []).map { answer in
            let rule = names?.matrix(answer.name)
            return PanelPicture.Score(
                matrix: answer.name, title: title(answer.name), low: answer.low, high: answer.high, hasBands: answer.hasBands,
                band: answer.band.map { band($0, of: answer.name) },
                rows: answer.rows.map { row in
                    PanelPicture.Score.Row(
                        title: rule?.rows.first { $0.id == row.id }?.heading.title ?? PanelWords.value(row.id), low: row.low, high: row.high,
                        because: row.because, unknown: fields(row.unknown))
                })
        }
    }

    private func title(_ matrix: String) -> String { names?.matrix(matrix)?.heading.title ?? PanelWords.value(matrix) }

    private func band(_ id: String, of matrix: String) -> String { names?.matrix(matrix)?.bands.first { $0.id == id }?.title ?? PanelWords.value(id) }

    func history(_ scores: [KeptScore]) -> [PanelPicture.History] {
        var histories: [PanelPicture.History] = []
        for score in scores {
            let point = PanelPicture.History.Point(day: score.day, score: score.score, band: score.band.map { band($0, of: score.matrix) })
            if let place = histories.firstIndex(where: { $0.matrix == score.matrix }) {
                histories[place].points.append(point)
            } else {
                histories.append(PanelPicture.History(matrix: score.matrix, title: title(score.matrix), points: [point]))
            }
        }
        return histories.sorted { $0.matrix < $1.matrix }
    }

    /// What the recommendation needs first, and then what rows need.
    func unknown(_ paths: [String]) -> [UnknownField] {
        let rows = (content?.criteria ?? []).flatMap { $0.rows.flatMap(\.unknown) } + (content?.matrices ?? []).flatMap { $0.rows.flatMap(\.unknown) }
        var seen: Set<String> = []
        return (paths + rows).filter { seen.insert($0).inserted }.map { UnknownField($0, in: catalogue, settle: settle($0)) }
    }

    private func settle(_ path: String) -> String? {
        guard let field = catalogue.field(at: path) else { return nil }
        let dated = field.dateField.map { path.contains(".") || catalogue.field(at: $0) == nil ? ", with a date," : ", with its date in `\($0)`," } ?? ""
        if let stale = content?.warnings.first(where: { $0.field == path && $0.code == "stale" }) {
            return "\(stale.text); a later one\(dated) would settle it"
        }
        switch field.type {
        case .bool: return "yes or no in `\(path)` would settle it"
        case .list: return "the list in `\(path)` would settle it, empty where there is nothing"
        default: return "a value in `\(path)`\(dated) would settle it"
        }
    }
}
