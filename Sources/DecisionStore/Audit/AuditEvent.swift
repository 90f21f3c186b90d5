/// What the log keeps: the six operations of s. 62 of the Data Protection Act 2018, and what happens to packs and people.
package enum AuditKind: String, Sendable, CaseIterable {
    case collection, alteration, consultation, disclosure, combination, erasure
    /// There is another version of `waymark.lua`.
    case people
    case submission, approval, rejection, withdrawal
    /// Somebody signed in to the web application, or was kept out.
    case access
    /// The store was put back from a backup: what was done since is not in it.
    case restoration
    /// Work that was undone because it failed.
    case failure

    /// Rows after which other figures may be counted from the store.
    package static let changingFigures: [AuditKind] = [.collection, .alteration, .combination, .erasure, .restoration]
}

/// One line for the log.
package struct AuditEvent: Sendable, Hashable {
    package var kind: AuditKind
    package var who: String
    /// The nominal's id, of which only a keyed hash is written; nil where it is about nobody in particular.
    package var nominal: String?
    package var why: String
    package var what: String

    package init(_ kind: AuditKind, who: String, nominal: String? = nil, why: String, what: String) {
        self.kind = kind
        self.who = who
        self.nominal = nominal
        self.why = why
        self.what = what
    }
}
