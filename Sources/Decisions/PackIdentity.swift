/// Which rules made a decision.
package struct PackIdentity: Sendable, Hashable {
    package var id: String
    package var version: String
    /// `sha256:…` of all that the pack loads.
    package var digest: String
    package init(id: String, version: String, digest: String) {
        self.id = id
        self.version = version
        self.digest = digest
    }
}
