/// One field of the Algorithmic Transparency Record.
package struct RecordEntry: Sendable, Equatable {
    package var field: RecordField
    /// What the pack and the evidence say; nil where people have to say it.
    package var text: String?
    /// What is still for people to say, where the text is a beginning only.
    package var toWrite: String?

    package init(_ field: RecordField, _ text: String?, toWrite: String? = nil) {
        self.field = field
        self.text = text
        self.toWrite = toWrite
    }
}

/// An assessment by people, with what is known already.
package struct Assessment: Sendable {
    package struct Item: Sendable {
        package var question: String
        /// What the evidence says to it, a sentence each; empty where it says nothing.
        package var found: [String]
        /// What people have to write; nil where nothing is left to say.
        package var toWrite: String?

        package init(_ question: String, _ found: [String], toWrite: String?) {
            self.question = question
            self.found = found
            self.toWrite = toWrite
        }
    }

    package var title: String
    /// What it is for, and by what law.
    package var lead: String
    package var items: [Item]

    package init(title: String, lead: String, items: [Item]) {
        self.title = title
        self.lead = lead
        self.items = items
    }

    package var blanks: Int { items.count { $0.toWrite != nil } }
}
