/// An approval pack with everything that belongs to it, as it stands in the store. Nothing of it has been verified.
package struct StoredApproval: Sendable {
    package var digest: String
    /// The canonical text.
    package var document: [UInt8]
    package var evidence: [UInt8]
    /// The same for people, as HTML; nil where there is none.
    package var page: [UInt8]?
    /// The pack's files by path.
    package var files: [String: [UInt8]]
    /// In the order in which they were made.
    package var statements: [StoredStatement]

    package init(digest: String, document: [UInt8], evidence: [UInt8], page: [UInt8]?, files: [String: [UInt8]], statements: [StoredStatement] = []) {
        self.digest = digest
        self.document = document
        self.evidence = evidence
        self.page = page
        self.files = files
        self.statements = statements
    }
}

/// What somebody signed.
package struct StoredStatement: Sendable, Hashable {
    /// The canonical text that the signature covers.
    package var text: [UInt8]
    /// 64 bytes.
    package var signature: [UInt8]
    /// The public key, 32 bytes.
    package var key: [UInt8]
    /// The line of the log that came with it; nil where it does not stand in a store yet.
    package var seq: Int?

    package init(text: [UInt8], signature: [UInt8], key: [UInt8], seq: Int? = nil) {
        self.text = text
        self.signature = signature
        self.key = key
        self.seq = seq
    }

    /// What the log says of it.
    /// - Parameter approval: the digest of the approval pack that it is kept with.
    func digest(on approval: String) -> String { sha256(Array(approval.utf8) + text + signature + key) }
}
