import Notation

/// The orders of the present sentence or remand, by start, with the release that goes with them.
struct PresentSentence {
    private(set) var orders: [SyntheticOrder] = []
    /// nil for somebody who neither is in prison nor came out on licence, and where it is not known.
    private(set) var release: Day?

    /// - Parameter earliest: a year or more before `asOf`; no sentence is passed before it.
    init(
        _ status: SyntheticSupervision.Status, _ asOf: Day, from earliest: Day, _ needs: SyntheticNeeds,
        _ numbers: inout SyntheticNumbers
    ) {
        switch status {
        case .custody: custody(asOf, from: earliest, &numbers)
        case .remand:
            orders = [SyntheticOrder(kind: "remand", start: asOf.adding(days: -numbers.low(3...180)))]
        case .licence: licence(asOf, from: earliest, &numbers)
        case .community: community(asOf, from: earliest, needs, &numbers)
        case .none: break
        }
        if status.isStatutory { addBehaviourOrder(asOf, &numbers) }
    }

    private mutating func custody(_ asOf: Day, from earliest: Day, _ numbers: inout SyntheticNumbers) {
        let start = max(asOf.adding(days: -numbers.low(10...900)), earliest)
        release = asOf.adding(days: numbers.low(3...720))
        if numbers.chance(40) { release = nil }
        orders = [SyntheticOrder(kind: "custody", start: start, end: release)]
    }

    private mutating func licence(_ asOf: Day, from earliest: Day, _ numbers: inout SyntheticNumbers) {
        let released = max(asOf.adding(days: -numbers.low(1...540)), earliest.adding(days: 28))
        let start = max(released.adding(days: -numbers.low(28...900)), earliest)
        let end = numbers.chance(50) ? nil : asOf.adding(days: numbers.within(5...600))
        release = released
        orders = [
            SyntheticOrder(kind: "custody", start: start, end: released),
            SyntheticOrder(kind: "licence", start: released, end: end),
        ]
        if numbers.chance(60), let end {
            orders.append(SyntheticOrder(kind: "gps_tag", start: released, end: min(end, released.adding(days: 365))))
        }
    }

    private mutating func community(
        _ asOf: Day, from earliest: Day, _ needs: SyntheticNeeds, _ numbers: inout SyntheticNumbers
    ) {
        let start = max(asOf.adding(days: -numbers.low(5...600)), earliest)
        var end = start.adding(months: numbers.pick([12, 12, 18, 24]))
        if end < asOf { end = asOf.adding(days: numbers.within(10...200)) }
        let order = numbers.chance(720) ? "community_order" : "suspended_sentence"
        var parts: [String] = []
        if needs.drugs == 2, numbers.chance(400) { parts.append("drr") }
        if needs.alcohol == 2, numbers.chance(350) { parts.append("atr") }
        if numbers.chance(600) { parts.append("rar") }
        if numbers.chance(60) { parts.append("gps_tag") }
        if numbers.chance(120) { parts.append("curfew") }
        let work = numbers.chance(250) ? ["unpaid_work"] : []
        orders = [SyntheticOrder(kind: order, start: start, end: end, requirements: parts + work)]
        for part in parts {
            let last = part == "curfew" ? min(end, start.adding(days: 120)) : end
            orders.append(SyntheticOrder(kind: part, start: start, end: last))
        }
    }

    /// Runs for years beside whatever else is in force.
    private mutating func addBehaviourOrder(_ asOf: Day, _ numbers: inout SyntheticNumbers) {
        guard numbers.chance(50), let start = orders.first?.start else { return }
        let end = max(asOf, start.adding(months: 24))
        orders.insert(SyntheticOrder(kind: "criminal_behaviour_order", start: start, end: end), at: 1)
    }
}
