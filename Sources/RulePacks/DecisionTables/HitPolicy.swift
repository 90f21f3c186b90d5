/// How a decision table makes one answer of the rows that match, as DMN names the ways.
package enum HitPolicy: String, CaseIterable, Sendable {
    case unique, any, first, priority
    case ruleOrder = "rule_order"
    case outputOrder = "output_order"
    case collect
    case collectSum = "collect_sum"
    case collectMin = "collect_min"
    case collectMax = "collect_max"
    case collectCount = "collect_count"

    /// Whether rows are ranked by the place of their outputs in the lists of `values`.
    var ranksOutputs: Bool { self == .priority || self == .outputOrder }

    /// Whether the answer is worked out from the numbers that the rows give.
    var needsNumbers: Bool { self == .collectSum || self == .collectMin || self == .collectMax }
}
