/// Somebody on whom two packs differ.
package struct ImpactPerson: Sendable, Equatable {
    package var id: String
    /// The rule that now decides, or where none does, the one that did; nil where no rule fired in either.
    package var rule: String?
    package var title: String?
    /// The reasons that the new pack gives.
    package var because: [String]
    /// What is recommended, in a word: the category of somebody selected, otherwise `monitor`, `none`, `refer`, ….
    package var from: String
    package var to: String
    /// What the packs find differently about the person: `Serious acquisitive crime score 72: Target before, PPO now`.
    package var differs: [String]
    package var cause: ImpactCause

    package init(id: String, rule: String?, title: String?, because: [String], from: String, to: String, differs: [String], cause: ImpactCause) {
        self.id = id
        self.rule = rule
        self.title = title
        self.because = because
        self.from = from
        self.to = to
        self.differs = differs
        self.cause = cause
    }
}
