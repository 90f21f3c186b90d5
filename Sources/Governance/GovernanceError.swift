/// What was asked for cannot be worked out. One lower-case sentence for people: what, and what to do.
package struct GovernanceError: Error, Sendable, Equatable {
    package let message: String
    package init(_ message: String) { self.message = message }
}
