/// What is known of the group to which one nominal belongs.
package struct GroupFacts: Sendable, Equatable {
    /// nil: in no such group.
    package var key: String?
    /// People in it, this one too.
    package var size = 0
    /// Those of them who are in the cohort at present.
    package var selected = 0
    package init() {}
}

/// The mean of a matrix's score over a group.
package enum MeanScore: Sendable, Equatable {
    case known(Double)
    /// Some member's score is not known.
    case unknown
    /// There is nobody in the group.
    case nobody
    /// It has not been worked out: the matrix's own score waits for it.
    case pending
}

/// What evaluating one nominal needs to know of all the others.
package protocol GroupKnowledge: Sendable {
    /// `key` is what the group's own function gave; nil for groups made by links, and where it gave nothing.
    func facts(group: Int, key: String?, nominal: String) -> GroupFacts
    func meanScore(group: Int, key: String, matrix: Int) -> MeanScore
}
