package import Cohorts
package import Notation
import Statistics

/// Counts people into groups as a cohort goes by. It keeps a few numbers for each group, and nothing of anybody.
package struct EqualityTally: Sendable {
    struct Count: Sendable {
        var n = 0
        var selected = 0
        var outcomes = ErrorRates()

        mutating func add(_ other: Count) {
            n += other.n
            selected += other.selected
            outcomes.add(other.outcomes)
        }
    }

    let fields: EqualityFields
    let asOf: Day
    /// For each field, the groups by their values.
    private(set) var counts: [[String: Count]]
    private(set) package var people = 0
    private(set) package var selected = 0
    private(set) package var withOutcome = 0

    package init(_ fields: EqualityFields, asOf: Day) {
        self.fields = fields
        self.asOf = asOf
        counts = Array(repeating: [:], count: fields.fields.count)
    }

    /// The groups to which a person belongs, in the order of the fields.
    package func values(_ row: NominalRow) -> [String] { fields.fields.map { $0.value(row, asOf: asOf) } }

    /// - Parameters:
    ///   - selected: the person is selected or retained.
    ///   - outcome: what became of the person; nil where that is not known.
    package mutating func count(_ values: [String], selected isSelected: Bool, outcome: Bool? = nil) {
        people += 1
        if isSelected { selected += 1 }
        if outcome != nil { withOutcome += 1 }
        for place in values.indices {
            var count = counts[place][values[place], default: Count()]
            count.n += 1
            if isSelected { count.selected += 1 }
            if let outcome { count.outcomes.count(positive: isSelected, outcome: outcome) }
            counts[place][values[place]] = count
        }
    }

    /// With neighbouring bands of age put together where one is small.
    func together(_ bands: AgeBands) -> EqualityTally {
        var tally = self
        for (place, field) in fields.fields.enumerated() {
            tally.counts[place] = [:]
            for (value, count) in counts[place] { tally.counts[place][bands.value(value, of: field), default: Count()].add(count) }
        }
        return tally
    }

    var ageBands: AgeBands {
        AgeBands(fields.fields.firstIndex { $0.isAge }.map { counts[$0].mapValues(\.n) } ?? [:])
    }

    /// Fields of which something is known, or which were asked for by name.
    var shownFields: [Int] {
        fields.fields.indices.filter { fields.isChosen || counts[$0].keys.contains { !EqualityField.isUnknown($0) } }
    }
}
