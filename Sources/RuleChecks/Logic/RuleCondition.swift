import LuaRuntime

/// The condition of one rule, row, class or criterion.
struct RuleCondition {
    /// `selection.ppo`, `criteria.scope.adult`
    var path: String
    /// How messages name it: "rule `ppo` of `selection`".
    var name: String
    var formula: Formula
    /// What could not be followed; nil where all of it was.
    var reason: String?
    var file: String
    var line: Int?
    var column: Int?
    /// What the engine asks; nil for a rule without a condition.
    var function: LuaFunction?
}
