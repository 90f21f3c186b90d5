import Testing

/// Something that goes wrong with a store, and what the doctor says of it.
struct DoctorFault: Sendable, CustomTestStringConvertible {
    let name: String
    /// Whether it is wrong, and not only a note.
    var wrong = true
    /// Of the pack: its first day, its review and its last day, in days from today; nil for those of a new pack.
    var dates: (from: Int, review: Int, until: Int)?
    /// Parts of what is said.
    let says: [String]
    let make: @Sendable (DoctorPlace) throws -> Void
    var testDescription: String { name }

    static let all = files + people + database + packs
}
