package import Decisions

/// What the common rules come to for one nominal, in the words of the rules, however it was worked out.
package struct CommonOutcome: Equatable, CustomStringConvertible {
    package let description: String

    /// What the pack of the common rules decided.
    package init(_ decision: Decision) {
        let reasons = decision.criteria[0].rows.filter { $0.met != .yes }.map { "\($0.id):\($0.met)" }
        let rows = decision.matrices[0].rows.map { "\($0.id)=\(Int($0.low))\($0.isUnknown ? "?" : "")" }
        let risk = decision.matrices[1].rows.map { "\($0.id)=\(Int($0.low))\($0.isUnknown ? "?" : "")" }
        let category = decision.recommendation.action == .select ? decision.recommendation.category ?? "?" : "ineligible"
        description = CommonOutcome.words(
            decision.nominal, reasons, Int(decision.matrices[0].low), category, rows, risk, Int(decision.matrices[1].low),
            decision.matrices[1].band ?? "?", decision.taskings.map(\.kind))
    }

    /// What the rules written by hand decide on a line of the common cohort.
    package init(byHand line: [UInt8]) {
        description = (line + [UInt8](repeating: 0, count: 16)).withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress, let person = FloorParser(end: start + line.count).read(start) else { return "not JSON" }
            let decision = FloorDecision(person)
            func chosen(_ bits: UInt8, _ names: [String]) -> [String] {
                names.indices.filter { bits >> UInt8($0) & 1 == 1 }.map { names[$0] }
            }
            let points = decision.points
            let rows = zip(
                CommonOutcome.rowNames,
                [points.0, points.1, points.2, points.3, points.4, points.5, points.6, points.7, points.8, points.9, points.10, points.11]
            ).map { "\($0)=\($1)" }
            let risk = [
                "recent=\(decision.recent)", "harm=\(person.harm)", "intel=\(decision.intel)", "series=\(decision.series)",
                "mult=\(decision.mult)",
            ]
            return CommonOutcome.words(
                String(decoding: person.id, as: UTF8.self), chosen(decision.reasons, CommonOutcome.reasonNames).map { $0 + ":no" },
                Int(decision.score), !decision.isEligible ? "ineligible" : decision.score >= 90 ? "PPO" : decision.score >= 50 ? "target" : "monitor",
                rows, risk, Int(decision.total), decision.total >= 39 ? "red" : decision.total >= 20 ? "amber" : "green",
                chosen(decision.taskings, CommonOutcome.taskingNames))
        }
    }

    static let reasonNames = ["age", "no_conviction", "borough", "ogrs2"]
    static let taskingNames = ["home_visit", "drug_test", "prison_visit", "breach_action", "gang_referral"]
    static let rowNames = [
        "acquisitive_12m", "robbery_24m", "burglary_dwelling_24m", "violence_24m", "arrests_6m", "recency", "prolific", "early_onset",
        "intelligence_6m", "ogrs2", "needs", "custody",
    ]

    private static func words(
        _ id: String, _ reasons: [String], _ score: Int, _ category: String, _ rows: [String], _ risk: [String], _ total: Int, _ rag: String,
        _ taskings: [String]
    ) -> String {
        "\(id) fails \(reasons), score \(score) \(category) \(rows), risk \(total) \(rag) \(risk), taskings \(taskings)"
    }
}
