/// What a board is shown of a pack: a JSON document, and the same for people.
package struct EvidenceDocument: Sendable, Hashable {
    package var json: [UInt8]
    /// HTML; nil where there is none.
    package var page: [UInt8]?

    package init(json: [UInt8], page: [UInt8]? = nil) {
        self.json = json
        self.page = page
    }
}
