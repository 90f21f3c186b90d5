/// What an import came to, and where it came from.
package struct CohortImport: Sendable, Hashable {
    /// As the user named it.
    package var file: String
    /// `sha256:…` of the lines, each with a newline.
    package var digest: String
    package var who: String
    package var read = 0
    package var rejected = 0
    package var added = 0
    package var changed = 0
    package var unchanged = 0
    /// Lines that say of somebody who was there already that they stand otherwise than the store has it. The store's stays.
    package var standing = 0

    package init(file: String, digest: String = "", who: String) {
        self.file = file
        self.digest = digest
        self.who = who
    }
}
