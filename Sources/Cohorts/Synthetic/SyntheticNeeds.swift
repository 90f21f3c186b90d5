import Notation

/// What stands behind the offending: 0 no need, 1 some, 2 marked; nil where it was not assessed.
struct SyntheticNeeds {
    /// In the catalogue's order; nil where there was no assessment at all.
    let levels: [Int?]?

    var ete: Int { level(1) }
    var drugs: Int { level(2) }
    var alcohol: Int { level(3) }
    var accommodation: Int { level(0) }
    var relationships: Int { level(5) }
    var mentalHealth: Int { level(9) }

    init(_ cohort: SyntheticCohort, _ index: Int) {
        var numbers = cohort.numbers(index, .needs)
        guard !numbers.chance(30) else {
            levels = nil
            return
        }
        // Needs come together: one in three is decided by a draw that all of a person's needs share.
        let shared = numbers.below(1000)
        levels = SyntheticNeeds.shares.map { _, share in
            let own = numbers.below(1000)
            let place = numbers.chance(330) ? shared : own
            if numbers.chance(25) { return nil }
            return place < share * 45 / 100 ? 2 : place < share ? 1 : 0
        }
    }

    private func level(_ place: Int) -> Int { levels?[place] ?? 0 }

    /// How many of a thousand have the need: those of the forty files in Wakefield, save physical health, a guess.
    static let shares: [(name: StaticString, perMille: Int)] = [
        ("accommodation", 725), ("ete", 875), ("drugs", 800), ("alcohol", 450), ("finance", 525), ("relationships", 625),
        ("lifestyle", 875), ("thinking", 900), ("attitudes", 775), ("mental_health", 575), ("physical_health", 250),
    ]

    func write(to json: inout JSONWriter) {
        guard let levels else { return }
        json.key("needs")
        json.beginObject()
        for (need, level) in zip(SyntheticNeeds.shares, levels) { json.field(need.name, level) }
        json.endObject()
    }
}
