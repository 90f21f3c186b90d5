package import Notation

/// What became of a tasking. It names nobody.
package struct TaskingLife: Sendable, Hashable {
    package enum Status: String, Sendable {
        case open, done, cancelled
    }

    /// In which it was given.
    package var borough: String
    package var kind: String
    package var opened: Day
    /// nil where it has no date.
    package var due: Day?
    package var status: Status
    /// nil while it is open.
    package var closed: Day?

    /// Still to be done at the end of a day.
    package func isOpen(on day: Day) -> Bool { opened <= day && (closed.map { $0 > day } ?? true) }
}
