/// Lua's own messages about common slips, put into words for somebody who does not know Lua.
enum LuaWords {
    static func plain(_ message: String) -> String {
        let name = quoted(message)
        let thing = name.map { "`\($0)`" } ?? "a value"
        if message.hasPrefix("attempt to index a nil value") {
            return "\(thing) has no value here, so it has no parts: ask first whether it is there, as in `if x then` or `n:has`; `latest` and `earliest` give nothing where nothing matches"
        }
        if message.hasPrefix("attempt to index a") { return "\(thing) is \(kind(message, after: "index a")) and has no parts" }
        if message.hasPrefix("attempt to call a nil value") { return "there is no function \(name.map { "`\($0)`" } ?? "of that name")" }
        if message.hasPrefix("attempt to call a") { return "\(thing) is \(kind(message, after: "call a")), not a function" }
        if message.hasPrefix("attempt to perform arithmetic on a") {
            return "\(thing) is \(kind(message, after: "arithmetic on a")), so it cannot be calculated with"
        }
        if message.hasPrefix("attempt to compare two ") {
            return "two values of a kind that has no order are compared (\(message.dropFirst("attempt to compare two ".count)))"
        }
        if message.hasPrefix("attempt to compare ") {
            let kinds = message.dropFirst("attempt to compare ".count).split(separator: " ").map(String.init)
            if kinds.count >= 3, let first = kinds.first, let last = kinds.last { return "\(article(first)) is compared with \(article(last)): both sides have to be of one kind" }
        }
        if message.hasPrefix("attempt to concatenate a") { return "\(thing) is \(kind(message, after: "concatenate a")), so it cannot be joined to text" }
        if message.hasPrefix("attempt to get length of a") { return "\(thing) is \(kind(message, after: "length of a")), so it has no length" }
        return message
    }

    /// `x` of `(local 'x')`.
    private static func quoted(_ message: String) -> String? {
        let parts = message.split(separator: "'", omittingEmptySubsequences: false)
        return parts.count >= 3 ? String(parts[1]) : nil
    }

    private static func kind(_ message: String, after words: String) -> String {
        let rest = message.drop { $0 != " " }
        guard let word = String(rest).components(after: words)?.split(separator: " ").first(where: { $0 != "n" }) else { return "of the wrong kind" }
        return article(String(word))
    }

    private static func article(_ kind: String) -> String {
        switch kind {
        case "nil": "nothing"
        case "string": "text"
        case "boolean": "true or false"
        case "userdata", "light": "a record, a list or a date"
        default: "a \(kind)"
        }
    }
}

extension String {
    /// What stands after the first place of `words`; nil where it does not stand.
    fileprivate func components(after words: String) -> String? {
        let text = Array(utf8)
        let wanted = Array(words.utf8)
        guard text.count >= wanted.count, let place = (0...(text.count - wanted.count)).first(where: { text[$0...].starts(with: wanted) }) else { return nil }
        return String(decoding: text[(place + wanted.count)...], as: UTF8.self)
    }
}
