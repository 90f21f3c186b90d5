import Notation

struct SyntheticOrder {
    var kind: String
    var start: Day
    /// nil: none is set or known.
    var end: Day?
    var requirements: [String] = []

    var isPrison: Bool { kind == "custody" || kind == "remand" }

    func isInForce(on day: Day) -> Bool { start <= day && day <= (end ?? .latest) }
}
