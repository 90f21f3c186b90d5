import Governance
import Notation

/// Keeps the book of packs that was verified last. Whoever comes first when it is old makes it anew; those who come meanwhile are
/// shown the old one.
final class BookKeeper: Sendable {
    /// What a book hangs on beside the time.
    struct Key: Hashable, Sendable {
        let people: String
        let day: Day
        /// The last statement on any pack; nil where there is none.
        let statement: Int?
    }

    private struct Kept {
        let key: Key
        var book: BoardBook
        /// When all of it was verified.
        let at: Int
    }

    private struct State {
        var kept: Kept?
        var isVerifying = false
    }

    private let state = Locked(State())

    /// - Parameter make: verifies what was written since the book that it is given, or all where it is given none.
    func book(_ key: Key, now: Int, _ make: (BoardBook?) throws -> BoardBook) throws -> BoardBook {
        let kept = state.withLock { state -> Kept? in
            guard let kept = state.kept, kept.key == key, now - kept.at < Site.bookSpan || state.isVerifying else {
                state.isVerifying = true
                return nil
            }
            return kept
        }
        do {
            let book = try make(kept?.book)
            state.withLock { state in
                if kept == nil { state.isVerifying = false }
                // One that was made from an older one than is kept by now is not kept.
                if let kept, state.kept?.at != kept.at { return }
                state.kept = Kept(key: key, book: book, at: kept?.at ?? now)
            }
            return book
        } catch {
            state.withLock { state in
                if kept == nil { state.isVerifying = false }
                state.kept = nil
            }
            throw error
        }
    }
}
