/// Somebody, or some program, that uses the site: says what it asks for next.
protocol WebWalker: AnyObject {
    var connection: WebConnection { get }
    /// - Returns: the request, and its address as the table has it.
    func next() -> (request: WebRequest, route: String)
    func take(_ answer: WebConnection.Answer, to request: WebRequest)
}

/// A series of numbers that is the same for the same seed.
struct WebChance {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// From 0 up to, and without, `count`.
    mutating func below(_ count: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % max(1, count)
    }
}

/// An address without what names one thing among others: `/packs/:id/words`.
func webRoute(_ method: String, _ path: String) -> String {
    let plain = path.prefix { $0 != "?" }
    let parts = plain.split(separator: "/", omittingEmptySubsequences: false).map { part -> Substring in
        let isDigest = part.count == 64 && part.allSatisfy(\.isHexDigit)
        return isDigest || part.dropFirst().contains(where: \.isNumber) && !part.hasPrefix("v") ? ":id" : part
    }
    return (method == "GET" ? "" : method + " ") + parts.joined(separator: "/")
}
