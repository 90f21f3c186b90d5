package import DecisionStore

/// An approval pack with the pack's files, the evidence and the statements: all that is needed to verify it anywhere.
package struct Dossier: Sendable {
    /// The canonical text of the approval pack.
    package var document: [UInt8]
    package var evidence: [UInt8]
    package var page: [UInt8]?
    package var files: [String: [UInt8]]
    package var statements: [StoredStatement]

    package init(document: [UInt8], evidence: [UInt8], page: [UInt8]?, files: [String: [UInt8]], statements: [StoredStatement]) {
        self.document = document
        self.evidence = evidence
        self.page = page
        self.files = files
        self.statements = statements
    }

    package init(_ stored: StoredApproval) {
        self.init(document: stored.document, evidence: stored.evidence, page: stored.page, files: stored.files, statements: stored.statements)
    }

    package var digest: String { sha256(document) }
}
