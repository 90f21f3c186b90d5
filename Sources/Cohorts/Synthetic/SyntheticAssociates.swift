import Notation

/// Links with people of lower indices who live in the same borough, or are with the same gang.
struct SyntheticAssociates {
    /// nil: left out of the file.
    let links: [Link]?

    struct Link {
        let index: Int
        let kind: String
        /// nil: not recorded.
        let date: Day?
    }

    init(_ cohort: SyntheticCohort, _ index: Int, _ person: SyntheticPerson, _ gang: SyntheticGang?) {
        var numbers = cohort.numbers(index, .associates)
        guard !numbers.chance(20) else {
            links = nil
            return
        }
        // Links never leave a block, so that networks stay small however large the file.
        let block = (index / 80 * 80)..<index
        let neighbours = block.filter { SyntheticPerson(cohort, $0).borough == person.borough }
        var links: [Link] = []
        func add(_ other: Int, _ kind: String, _ numbers: inout SyntheticNumbers) {
            guard !links.contains(where: { $0.index == other && $0.kind == kind }) else { return }
            let date = cohort.asOf.adding(days: -numbers.low(0...1200))
            links.append(Link(index: other, kind: kind, date: numbers.chance(50) ? nil : date))
        }
        if !neighbours.isEmpty {
            for _ in 0..<numbers.low(0...3) { add(numbers.pick(neighbours), "co_offender", &numbers) }
            if numbers.chance(60) { add(numbers.pick(neighbours), "family", &numbers) }
            if numbers.chance(80) { add(numbers.pick(neighbours), "other", &numbers) }
        }
        if let gang {
            for other in SyntheticAssociates.fellows(of: gang, cohort, index) where numbers.chance(500) {
                add(other, "gang", &numbers)
            }
        }
        self.links = links
    }

    /// The nearest few who are with the same gang.
    private static func fellows(of gang: SyntheticGang, _ cohort: SyntheticCohort, _ index: Int) -> [Int] {
        var fellows: [Int] = []
        for other in (max(0, index - 500)..<index).reversed() where fellows.count < 4 {
            let person = SyntheticPerson(cohort, other)
            if SyntheticGang(cohort, other, person)?.name == gang.name { fellows.append(other) }
        }
        return fellows
    }

    func write(to json: inout JSONWriter) {
        json.list("associates", links) { json, link in
            json.field("id", SyntheticCohort.id(link.index))
            json.field("kind", link.kind)
            json.field("date", link.date)
        }
    }
}
