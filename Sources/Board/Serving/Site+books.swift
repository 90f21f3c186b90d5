import DecisionStore
import Governance
import Notation

/// What a verified book of packs hangs on.
struct BookKey: Hashable, Sendable {
    let people: String
    let day: Day
    /// The last row of the log, by its number and hash.
    let row: Int
    let hash: [UInt8]
    /// Which span of a few seconds it is: what is changed behind the log's back is found with the next.
    let span: Int
}

extension Site {
    /// Milliseconds for which a verified book is shown again, as long as the log has not grown.
    private static let bookSpan = 5000

    /// Every approval pack, verified. To show it: what acts on packs verifies anew.
    /// - Throws: `Refusals` where the log was tampered with.
    func book(_ people: People, _ day: Day) throws -> BoardBook {
        try store.read { reader in
            let head = try reader.auditHead()
            let key = BookKey(people: people.digest, day: day, row: head.seq, hash: head.hash, span: now / Site.bookSpan)
            return try books.value(key) { try BoardBook(reader, people: people, day: day) }
        }
    }

    /// The approval pack of a digest without its `sha256:`.
    func examination(_ digest: String, _ book: BoardBook) throws -> Examination {
        guard let found = book.examinations.first(where: { $0.digest == "sha256:" + digest }) else { throw Missing() }
        return found
    }
}

/// There is nothing at an address.
struct Missing: Error {}
