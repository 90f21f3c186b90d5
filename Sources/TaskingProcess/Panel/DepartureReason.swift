import Governance
import Notation

/// Why a panel departs from a recommendation.
package enum DepartureReason: String, Sendable, CaseIterable {
    case dataWrong = "data_wrong"
    case dataMissing = "data_missing"
    case riskHigher = "risk_higher"
    case riskLower = "risk_lower"
    case managedElsewhere = "managed_elsewhere"
    case capacity
    case safeguarding
    case statutoryDuty = "statutory_duty"
    case progress
    case proportionality
    case other

    /// - Throws: `GovernanceError` where there is no such code.
    package init(code: String) throws {
        guard let reason = DepartureReason(rawValue: code) else {
            let codes = DepartureReason.allCases.map(\.rawValue)
            throw GovernanceError(
                "`\(code)` is no reason code: " + (nearestName(to: code, in: codes).map { "did you mean `\($0)`?" } ?? "they are \(codes.map { "`\($0)`" }.joined(separator: ", "))"))
        }
        self = reason
    }

    package var inWords: String {
        switch self {
        case .dataWrong: "the data is wrong"
        case .dataMissing: "data is missing"
        case .riskHigher: "the risk is higher than the rules say"
        case .riskLower: "the risk is lower than the rules say"
        case .managedElsewhere: "somebody else manages the person already"
        case .capacity: "there is no place"
        case .safeguarding: "somebody has to be safeguarded"
        case .statutoryDuty: "the law demands otherwise"
        case .progress: "the person makes progress"
        case .proportionality: "it would be out of proportion"
        case .other: "something else, in the panel's words"
        }
    }
}
