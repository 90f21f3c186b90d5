package import DecisionStore
import Decisions
import FieldDefinitions
import Notation

/// A recommendation that waits for a panel, as its queue shows it.
package struct QueueItem: Sendable, Equatable {
    package var kept: StoredRecommendation
    /// Where the nominal stands meanwhile.
    package var standing: NominalStanding
    /// Days since it was to be decided; 0 where that is still to come.
    package var overdue: Int
    /// The data for want of which it is as it is.
    package var unknown: [UnknownField]

    /// What is recommended: `select as ppo`.
    package var act: String { PanelWords.act(kept.recommendation.action, category: kept.recommendation.category) }
    /// The first reason; the rule's title where it gives none, nil where no rule decided.
    package var why: String? { kept.recommendation.because.first ?? kept.recommendation.title }
}

/// A piece of data that is missing.
package struct UnknownField: Sendable, Equatable {
    /// A dotted path, such as `needs.drugs`.
    package var path: String
    /// How sentences name it: `OGRS2`.
    package var title: String
    /// What would settle it, a sentence; nil where only the name is known.
    package var settle: String?

    init(_ path: String, in catalogue: FieldCatalogue = .standard, settle: String? = nil) {
        self.path = path
        title = catalogue.field(at: path)?.title ?? PanelWords.value(path)
        self.settle = settle
    }
}

extension Panel {
    /// Every recommendation that waits for a panel, the most urgent first. Each is logged as a consultation of the nominal.
    /// - Parameters:
    ///   - who: somebody with the role `panel`.
    ///   - borough: only those of one; nil for all.
    ///   - overdueOnly: only those that were to be decided before today.
    /// - Throws: `Refusal`, `StoreError`
    package func queue(by who: String, why: String, borough: String? = nil, overdueOnly: Bool = false) throws -> [QueueItem] {
        try queue(by: who, why: why, borough: borough, overdueOnly: overdueOnly, places: 0..<Int.max).items
    }

    /// A part of the queue. What is not in it is not shown, and not logged.
    /// - Parameter places: which of them, from 0.
    /// - Returns: the part, and how many there are in all.
    /// - Throws: `Refusal`, `StoreError`
    package func queue(by who: String, why: String, borough: String?, overdueOnly: Bool, places: Range<Int>) throws -> (items: [QueueItem], total: Int) {
        try act(who, why) { writer in
            let counts = try writer.waitingCounts(borough: borough, on: today)
            let items = try writer.waiting(borough: borough, overdueOn: overdueOnly ? today : nil, places: places).map { waiting in
                try writer.log(AuditEvent(.consultation, who: who, nominal: waiting.kept.nominal, why: why, what: "shown in the panel's queue, R\(waiting.kept.id)"))
                return item(waiting)
            }
            return (items, overdueOnly ? counts.overdue : counts.open)
        }
    }

    private func item(_ waiting: WaitingRecommendation) -> QueueItem {
        QueueItem(
            kept: waiting.kept, standing: waiting.standing, overdue: max(0, today.number - waiting.kept.decideBy.number),
            unknown: waiting.kept.recommendation.unknown.map { UnknownField($0) })
    }
}
