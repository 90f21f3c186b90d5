import Cohorts
import Decisions
import Evidence
import Notation

/// Counts people by the services to which they were referred, each once for a service, by the last referral to it.
struct ServiceTally {
    /// In the order asked for; empty for those that somebody was referred to.
    private let services: [String]
    private let period: ClosedRange<Day>
    private let referrals, service, referred, outcome: RowField
    private var byName: [String: ServiceCount] = [:]
    private var pairs: [[String]: Int] = [:]
    /// By the name of the criteria.
    private var eligibility: [String: (yes: Int, unknown: Int)] = [:]
    private var names = BoundedNames()
    /// By service, the days of the referrals made in the period.
    private(set) var daysReferred: [String: [Day: Int]] = [:]
    /// People by how many services they were referred to.
    private(set) var byServices: [Int] = []

    /// - Parameter period: referrals behind its last day do not count.
    init(_ layout: RowLayout, services: [String], period: ClosedRange<Day>) {
        self.services = services
        self.period = period
        referrals = RowField("referrals", in: layout)
        service = RowField("referrals.service", in: layout)
        referred = RowField("referrals.date", in: layout)
        outcome = RowField("referrals.outcome", in: layout)
        for service in services { byName[service] = ServiceCount(service: service) }
    }

    /// - Parameter criteria: what the pack's criteria say of the person, by name; nil where no record says.
    mutating func add(_ row: NominalRow, criteria: [String: Met]?) {
        var last: [String: (day: Day, outcome: String, isInPeriod: Bool)] = [:]
        for item in row.places(referrals) ?? stride(from: 0, to: 0, by: 1) {
            guard let service = row.text(service, item: item), let day = row.day(referred, item: item), day <= period.upperBound,
                let outcome = row.value(outcome, item: item), isShown(service)
            else { continue }
            let isInPeriod = period.contains(day)
            if isInPeriod { daysReferred[names.kept(service), default: [:]][day, default: 0] += 1 }
            let wasInPeriod = isInPeriod || last[service]?.isInPeriod == true
            // Of one day's referrals the last in the record counts.
            let isLater = last[service].map { $0.day <= day } ?? true
            last[service] = isLater ? (day, outcome, wasInPeriod) : last[service].map { ($0.day, $0.outcome, wasInPeriod) }
        }
        var found: [String] = []
        for (service, state) in last.sorted(by: { $0.key < $1.key }) {
            let name = names.kept(service)
            found.append(name)
            byName[name, default: ServiceCount(service: name)].add(state.outcome, isInPeriod: state.isInPeriod)
        }
        let apart = Set(found).sorted()
        for (place, first) in apart.enumerated() { for second in apart[(place + 1)...] { pairs[[first, second], default: 0] += 1 } }
        byServices += Array(repeating: 0, count: max(0, apart.count + 1 - byServices.count))
        byServices[apart.count] += 1
        for (name, met) in criteria ?? [:] where isShown(name) {
            var count = eligibility[name] ?? (0, 0)
            if met == .yes { count.yes += 1 } else if met == .unknown { count.unknown += 1 }
            eligibility[name] = count
        }
    }

    private func isShown(_ service: String) -> Bool { services.isEmpty || services.contains(service) }

    var counts: [ServiceCount] {
        let shown = services.isEmpty ? byName.keys.sorted() : services
        return shown.map { name in
            var count = byName[name] ?? ServiceCount(service: name)
            count.eligible = eligibility[name]?.yes
            count.eligibleUnknown = eligibility[name]?.unknown
            return count
        }
    }

    /// Most people first.
    var overlaps: [ServiceOverlap] {
        pairs.map { ServiceOverlap(first: $0[0], second: $0[1], people: $1) }
            .sorted { ($1.people, $0.first, $0.second) < ($0.people, $1.first, $1.second) }
    }
}

extension ServiceCount {
    fileprivate mutating func add(_ outcome: String, isInPeriod: Bool) {
        referred += 1
        if isInPeriod { referredInPeriod += 1 }
        switch outcome {
        case "pending": pending += 1
        case "refused": refused += 1
        case "accepted": accepted += 1
        case "started": started += 1
        case "completed": completed += 1
        default: withdrawn += 1
        }
    }
}
