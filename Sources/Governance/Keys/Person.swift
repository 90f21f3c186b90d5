package import Notation

/// Somebody named in `waymark.lua`.
package struct Person: Sendable, Hashable {
    package var id: String
    package var name: String
    package var agency: String
    package var roles: Set<Role>
    /// nil where the person signs nothing.
    package var key: PublicKey?
    /// The first day on which the key counts; nil where it always did.
    package var from: Day?
    /// The last day on which the key counts; nil where it has no end.
    package var until: Day?

    /// Whether there is a key that counts on a day.
    package func hasKey(on day: Day) -> Bool { key != nil && refusal(on: day) == nil }

    /// Why what the person signs on a day does not count; nil where it does.
    func refusal(on day: Day) -> Refusal? {
        if let from, day < from { return Refusal(.keyNotYetValid, "the key of `\(id)` counts from \(from) on: it cannot have signed on \(day)") }
        if let until, day > until {
            return Refusal(.keyExpired, "the key of `\(id)` expired on \(until): it does not count on \(day); a new key goes into `waymark.lua`")
        }
        return nil
    }

    /// Why the person may not act on a day, without signing; nil where they may.
    func absence(on day: Day) -> Refusal? {
        if let from, day < from { return Refusal(.notInOffice, "`\(id)` may act from \(from) on, by `waymark.lua`") }
        if let until, day > until { return Refusal(.notInOffice, "`\(id)` could act until \(until), by `waymark.lua`: that is over") }
        return nil
    }
}
