package import Decisions

/// A pack as evidence names it.
package struct PackLabel: Sendable, Equatable {
    package var identity: PackIdentity
    package var title: String

    package init(_ identity: PackIdentity, title: String) {
        self.identity = identity
        self.title = title
    }

    /// `stoke-on-trent 1.2.0`
    package var name: String { "\(identity.id) \(identity.version)" }
}
