/// What following an input's function says of the values that it gives.
struct FollowedInput: Sendable {
    var domain: InputDomain
    /// The field that it gives as it is, by its path in cohort files; nil where it gives something else.
    var field: String?
    /// It may give `nil`, which counts as `false`.
    var mayBeNothing = false

    static let unknown = FollowedInput(domain: .anything, mayBeNothing: true)
    static let bools = FollowedInput(domain: .bools)

    init(domain: InputDomain, field: String? = nil, mayBeNothing: Bool = false) {
        self.domain = domain
        self.field = field
        self.mayBeNothing = mayBeNothing
    }

    func union(_ other: FollowedInput) -> FollowedInput {
        FollowedInput(domain: domain.union(other.domain), field: field == other.field ? field : nil, mayBeNothing: mayBeNothing || other.mayBeNothing)
    }
}
