import Evidence
import Notation

extension ServiceCount {
    /// `right track` of `right_track`.
    var name: String { service.replacing("_", with: " ") }

    /// `135 to 137`; a dash where it is not known.
    var eligibleWords: String {
        guard let eligible else { return FigureWords.none }
        let unknown = eligibleUnknown ?? 0
        return Numbers.grouped(eligible) + (unknown > 0 ? " to \(Numbers.grouped(eligible + unknown))" : "")
    }
}
