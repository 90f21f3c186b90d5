/// A field that a pack may read, and why.
package struct FieldUse: Sendable, Equatable {
    package enum Change: String, Sendable {
        /// The pack before reads it as well, for the same reason.
        case same
        case added, removed
        /// The reason or the age is another.
        case changed
    }

    package var path: String
    package var title: String
    /// `protected`, `sensitive`; nil for any other.
    package var care: String?
    /// Why it is read, where the pack says so; a protected or sensitive one always does.
    package var reason: String?
    /// The oldest value that counts: `12 months`; nil where age does not matter.
    package var oldest: String?
    /// Titles of the rules that name it themselves, in their order.
    package var readBy: [String]
    /// Against the pack before; nil where there is none.
    package var change: Change?

    package init(path: String, title: String, care: String?, reason: String?, oldest: String?, readBy: [String] = [], change: Change? = nil) {
        self.path = path
        self.title = title
        self.care = care
        self.reason = reason
        self.oldest = oldest
        self.readBy = readBy
        self.change = change
    }
}
