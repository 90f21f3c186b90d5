/// One difference between two packs in what they declare.
package struct RuleChange: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case added, removed, changed
    }

    /// As decision records name it: `matrix.sac.burglary`, `band.sac.ppo`, `parameter.ppo_threshold`.
    package var rule: String
    /// `row of a matrix`, `rule of selection`.
    package var what: String
    package var title: String
    package var change: Kind
    /// Which part differs: `from`, `condition`; nil where the whole is new or gone.
    package var part: String?
    /// nil where there was nothing; for Lua only the lines that differ.
    package var was: String?
    package var now: String?
    /// `was` and `now` are Lua.
    package var isCode: Bool
    /// Its text is the same in both packs: it differs because a parameter or a word that it uses does.
    package var follows: Bool

    package init(
        rule: String, what: String, title: String, change: Kind, part: String? = nil, was: String? = nil, now: String? = nil, isCode: Bool = false,
        follows: Bool = false
    ) {
        self.rule = rule
        self.what = what
        self.title = title
        self.change = change
        self.part = part
        self.was = was
        self.now = now
        self.isCode = isCode
        self.follows = follows
    }
}
