import Evidence
import Notation

/// Words that reports on a store share.
enum StoreWords {
    static let forgotten = "People who were erased from the store are in no figure, not in those of earlier months either."
    static let recommendations = "A recommendation is what the pack's rules give. People decide."

    static func facts(_ source: StoreSource) -> [ReportFact] {
        var facts = [ReportFact("Borough", source.borough ?? "all")]
        if source.restricted > 0 { facts.append(ReportFact("Left out", "\(Numbers.count(source.restricted, "person", "people")) whose record is restricted")) }
        return facts
    }

    static func facts(_ scope: ReportScope) -> [ReportFact] {
        var facts = [ReportFact("Period", "\(scope.from.inWords) to \(scope.to.inWords)")] + facts(scope.source)
        facts.append(ReportFact("People in the store", Numbers.grouped(scope.people)))
        if scope.rejected > 0 { facts.append(ReportFact("Not counted", "\(Numbers.count(scope.rejected, "person", "people")) whose record cannot be read")) }
        return facts
    }

    static func caution(_ caveats: [String]) -> ReportBlock { .note(ReportNote(.caution, "Read with the figures", caveats)) }

    /// `ppo`; what people did without a rule has no name.
    static func rule(_ name: String?) -> String { name ?? "no rule" }

    static func category(_ name: String) -> String { name.isEmpty ? "no category" : plain(name) }

    /// `right track` of `right_track`.
    static func plain(_ name: String) -> String { name.replacing("_", with: " ") }

    /// `12`, `12.5`; a dash where there are none.
    static func median(_ days: DayCounts) -> String {
        days.twiceMedian.map { Numbers.grouped($0 / 2) + ($0.isMultiple(of: 2) ? "" : ".5") } ?? FigureWords.none
    }

    static func optional(_ count: Int?) -> String { count.map(Numbers.grouped) ?? FigureWords.none }
}
