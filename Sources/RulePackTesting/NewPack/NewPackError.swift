/// Why no new pack was written, in words for the person who asked for it.
package struct NewPackError: Error, Sendable {
    package let message: String

    init(_ message: String) { self.message = message }
}
