import GRDB

/// What the store knows of a nominal beside their line.
package struct KnownNominal: Sendable, Hashable {
    package var id: String
    package var borough: String
    package var standing: NominalStanding
    /// Inert: nothing about them is evaluated, shown or decided.
    package var isRestricted: Bool

    init(_ row: Row) {
        id = row.text("id")
        borough = row.text("borough")
        standing = NominalStanding(row)
        isRestricted = row.int("restricted") != 0
    }
}
