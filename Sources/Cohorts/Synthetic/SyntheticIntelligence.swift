import Notation

/// Intelligence reports in 3×5×2 grading, more of them on those who offend more.
struct SyntheticIntelligence {
    /// By date; nil: left out of the file.
    let reports: [Report]?

    struct Report {
        let date: Day
        /// nil, here and below: not graded.
        let source: Int?
        let assessment: String?
        let handling: String?
        let kind: String
    }

    init(_ cohort: SyntheticCohort, _ index: Int, _ person: SyntheticPerson, _ favoured: String, _ gang: SyntheticGang?) {
        var numbers = cohort.numbers(index, .intelligence)
        guard !numbers.chance(20) else {
            reports = nil
            return
        }
        let count = numbers.chance(150) ? 0 : numbers.within(0...(2 + person.activity / 9 + (gang == nil ? 0 : 5)))
        reports = (0..<count).map { _ in
            Report(
                date: cohort.asOf.adding(days: -min(numbers.low(0...900), numbers.within(0...900))),
                source: numbers.chance(10) ? nil : numbers.pick(SyntheticIntelligence.sources),
                assessment: numbers.chance(20) ? nil : numbers.pick(SyntheticIntelligence.assessments),
                handling: numbers.chance(10) ? nil : numbers.chance(750) ? "P" : "C",
                kind: SyntheticIntelligence.kind(favoured, gang, &numbers))
        }
        .enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    }

    /// How many reports of the half year up to a day count, those assessed E aside.
    func recent(_ day: Day) -> Int {
        let recent = day.adding(months: -6)...day
        return (reports ?? []).count { recent.contains($0.date) && $0.assessment != "E" }
    }

    private static func kind(_ favoured: String, _ gang: SyntheticGang?, _ numbers: inout SyntheticNumbers) -> String {
        if gang != nil, numbers.chance(300) { return "gang" }
        return numbers.chance(450) ? kinds[favoured] ?? "other" : numbers.pick(otherKinds)
    }

    private static let sources = WeightedTable<Int>([(1, 20), (2, 65), (3, 15)])
    private static let assessments = WeightedTable<String>([("A", 12), ("B", 25), ("C", 38), ("D", 18), ("E", 7)])
    private static let kinds = [
        "burglary_dwelling": "burglary", "burglary_other": "burglary", "robbery": "robbery", "theft_shop": "theft",
        "theft_person": "theft", "theft_vehicle": "vehicle", "theft_from_vehicle": "vehicle", "drugs_supply": "drugs",
        "violence": "violence", "weapon": "weapon",
    ]
    private static let otherKinds = ["sighting", "association", "stolen_goods", "drugs", "vehicle", "domestic"]

    func write(to json: inout JSONWriter) {
        json.list("intelligence", reports) { json, report in
            json.field("date", report.date)
            json.field("source", report.source)
            json.field("assessment", report.assessment)
            json.field("handling", report.handling)
            json.field("kind", report.kind)
        }
    }
}
