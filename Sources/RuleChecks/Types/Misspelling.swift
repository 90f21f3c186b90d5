import Notation

/// A name that is none of those that could be meant.
struct Misspelling {
    /// As it is written.
    let name: String
    let candidates: [String]

    init(_ name: String, among candidates: [String]) {
        self.name = name
        self.candidates = candidates
    }

    /// nil where no candidate is near.
    var hint: String? { nearestName(to: name, in: candidates).map { "did you mean `\($0)`?" } }
}
