import RulePacks

extension HitPolicy {
    /// DMN's `hitPolicy`, and its `aggregation` where there is one.
    var dmn: (policy: String, aggregation: String?) {
        switch self {
        case .unique: ("UNIQUE", nil)
        case .any: ("ANY", nil)
        case .first: ("FIRST", nil)
        case .priority: ("PRIORITY", nil)
        case .ruleOrder: ("RULE ORDER", nil)
        case .outputOrder: ("OUTPUT ORDER", nil)
        case .collect: ("COLLECT", nil)
        case .collectSum: ("COLLECT", "SUM")
        case .collectMin: ("COLLECT", "MIN")
        case .collectMax: ("COLLECT", "MAX")
        case .collectCount: ("COLLECT", "COUNT")
        }
    }

    /// - Parameter policy: nil where the file has none, which means `UNIQUE`.
    init?(dmn policy: String?, aggregation: String?) {
        guard let found = HitPolicy.allCases.first(where: { $0.dmn.policy == policy ?? "UNIQUE" && $0.dmn.aggregation == aggregation }) else { return nil }
        self = found
    }
}
