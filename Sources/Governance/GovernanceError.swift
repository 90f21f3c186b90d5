/// Something that cannot be worked out or used, where nothing is forbidden. One lower-case sentence for people: what, and what to do.
package struct GovernanceError: Error, Sendable, Equatable, CustomStringConvertible {
    package let message: String

    package init(_ message: String) { self.message = message }

    package var description: String { message }
}
