import LuaRuntime

/// For want of what an answer is unknown.
struct Missing: Equatable {
    /// Read ids of fields.
    var fields = LuaBits()
    /// Answers that have no value by themselves, such as a table of which no row matches: `table.tier`.
    var answers: [String] = []

    var isEmpty: Bool { fields.isEmpty && answers.isEmpty }

    mutating func formUnion(_ other: Missing) {
        fields.formUnion(other.fields)
        for answer in other.answers where !answers.contains(answer) { answers.append(answer) }
    }
}
