import Notation

/// What looking at one thing came to.
struct Examined {
    enum Part: String {
        case setUp = "set_up"
        case store, pack
    }

    enum State: String {
        case well, note, wrong
        /// It could not be looked at.
        case unmade
    }

    let part: Part
    /// The store's or the pack's folder, as the user named it; nil for the set-up.
    let place: String?
    /// What was looked at, in a word: `permissions`
    let check: String
    let state: State
    /// A sentence; where all is well, what was found.
    let says: String
    /// How to mend it; nil where nothing needs mending.
    let mend: String?

    func write(to json: inout JSONWriter) {
        func text(_ key: StaticString, _ value: String?) {
            json.key(key)
            json.optional(value)
        }
        json.beginObject()
        text("part", part.rawValue)
        text("place", place)
        text("check", check)
        text("state", state.rawValue)
        text("says", says)
        text("mend", mend)
        json.endObject()
    }
}

/// What one check finds while it is made.
struct Findings {
    fileprivate(set) var all: [(state: Examined.State, says: String, mend: String)] = []

    mutating func wrong(_ says: String, mend: String) { all.append((.wrong, says, mend)) }
    mutating func note(_ says: String, mend: String) { all.append((.note, says, mend)) }
}
