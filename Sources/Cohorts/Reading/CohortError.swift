import Notation

/// A cohort that cannot be opened or read at all: wrong path, no permission, a disk fault, a heading that makes no sense.
/// Lines that are wrong are no errors; they are ``Reject``s.
package struct CohortError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence: which file, what is wrong, what to do.
    package let message: String

    package init(message: String) { self.message = message }

    package var description: String { message }

    /// An error of the operating system, in its words.
    static func system(_ doing: String, _ name: String, code: Int32) -> CohortError {
        CohortError(message: systemFailure(doing, name, code: code))
    }
}
