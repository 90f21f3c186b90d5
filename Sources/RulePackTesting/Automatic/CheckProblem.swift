import Cohorts

/// What a check found wrong with a made-up nominal.
struct CheckProblem {
    /// Problems with one key are the same problem.
    var key: String
    /// What is wrong, without the nominal.
    var words: String
    /// The nominals that show it, by the names that the spec's locals have.
    var decisions: [(local: String, draft: NominalDraft)]
    /// Lines of a spec that would fail.
    var expectations: [String]
}
