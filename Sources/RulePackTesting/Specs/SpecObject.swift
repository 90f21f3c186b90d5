import Cohorts
import Notation

/// What a test holds in its hands: the functions that it calls and what they gave it. Lua sees each by a number.
enum SpecObject {
    enum Function: String, CaseIterable {
        case describe, it, evaluate, nominal, cohort, expect
    }

    case function(Function)
    /// The global `unknown`.
    case unknown
    case draft(NominalDraft, hasID: Bool)
    case cohort(SpecCohort)
    case decision(DecisionView)
    /// A part of a decision that is not one plain value.
    case part(SpecValue, SpecOrigin)
    /// By its place among the expectations of the running test.
    case expectation(Int)
    case matcher(Int, Matcher)

    /// For messages.
    var noun: String {
        switch self {
        case .function(let function): "the function `\(function.rawValue)`"
        case .unknown: "`unknown`"
        case .draft: "a nominal"
        case .cohort: "a cohort"
        case .decision: "a decision"
        case .part(let value, _): if case .list = value { "a list" } else { value.isUnknown ? "an unknown value" : "a group of values" }
        case .expectation: "an `expect`"
        case .matcher(_, let matcher): "`\(matcher.rawValue)`"
        }
    }
}

/// Where a value comes from: a decision, and the names that lead to it.
struct SpecOrigin {
    let view: DecisionView
    let path: [String]
}

/// Several nominals to be decided together.
final class SpecCohort {
    let drafts: [NominalDraft]
    let asOf: Day
    /// Filled when the test first looks at one.
    var decisions: [DecisionView] = []

    init(_ drafts: [NominalDraft], asOf: Day) {
        self.drafts = drafts
        self.asOf = asOf
    }
}
