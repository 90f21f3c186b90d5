package import Notation

/// A step with the one before it; nil before the first.
package struct StandingChange: Sendable, Hashable {
    package var was: StandingStep?
    package var now: StandingStep

    package var isJoining: Bool { was?.isMember != true && now.isMember }
    package var isLeaving: Bool { was?.isMember == true && !now.isMember }
    /// From one category to another.
    package var isMove: Bool { was?.isMember == true && now.isMember && was?.category != now.category }
}

extension [StandingStep] {
    package var changes: [StandingChange] { indices.map { StandingChange(was: $0 > 0 ? self[$0 - 1] : nil, now: self[$0]) } }

    /// Each time in the cohort: its first day, and the day and step of leaving; nil while it lasts.
    package var stays: [(joined: Day, left: StandingStep?)] {
        var stays: [(joined: Day, left: StandingStep?)] = []
        for change in changes {
            if change.isJoining { stays.append((change.now.day, nil)) }
            if change.isLeaving { stays[stays.count - 1].left = change.now }
        }
        return stays
    }
}
