import DecisionStore
import Governance
import Notation

extension Site {
    /// Milliseconds for which what was verified is shown again.
    static let bookSpan = 60_000

    /// Every approval pack, verified: the whole log, every digest and every signature within the last minute, and what was written into
    /// the log since. To show it: what acts on packs verifies all of it anew.
    /// - Throws: `Refusals` where the log was tampered with.
    func book(_ people: People, _ day: Day) throws -> BoardBook {
        try store.read { reader in
            try books.book(BookKeeper.Key(people: people.digest, day: day, statement: try reader.lastStatement()), now: now) { kept in
                guard var book = kept else { return try BoardBook(reader, people: people, day: day) }
                // What this reads may be of a moment before another request verified more.
                if try book.head.seq <= reader.auditHead().seq { try book.follow(reader) }
                return book
            }
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
