import Cohorts
import Decisions
import RulePacks

/// Decides a draft; fails where it is not a valid nominal.
typealias Deciding = (NominalDraft) -> Result<Decision, Reject>

/// Something that has to hold of a pack for whatever nominal, without anybody having asked for it.
protocol AutomaticCheck {
    /// As the test is named.
    var name: String { get }

    /// What is wrong with the nominal; nil where nothing is.
    /// - Parameter decision: what the pack decides on it.
    func problem(_ draft: NominalDraft, _ decision: Decision, _ decide: Deciding) -> CheckProblem?

    /// Whether the nominal can show anything.
    func concerns(_ draft: NominalDraft, _ decision: Decision) -> Bool

    /// Why a problem found is not one, if the pack means it; nil where it is one.
    func excuse(_ problem: CheckProblem) -> String?
}

extension AutomaticCheck {
    func concerns(_ draft: NominalDraft, _ decision: Decision) -> Bool { true }
    func excuse(_ problem: CheckProblem) -> String? { nil }
}
