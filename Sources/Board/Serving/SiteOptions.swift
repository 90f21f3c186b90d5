/// How a site can be reached.
package struct SiteOptions: Sendable {
    /// The address to listen at.
    package var host: String
    /// 0 for any that is free.
    package var port: Int
    /// `https://waymark.example`: where people reach it, when a server in front of it speaks TLS; nil where they reach it as it is.
    package var origin: String?

    /// A folder of packs from which drafts can be begun; nil for none.
    package var packs: String?
    /// After so many seconds the tests of a draft are ended, and its impact is.
    var secondsToTest = 30
    var secondsForImpact = 10

    package init(host: String = "127.0.0.1", port: Int = 8080, origin: String? = nil, packs: String? = nil) {
        self.host = host
        self.port = port
        self.origin = origin
        self.packs = packs
    }

    package static let loopback: Set<String> = ["127.0.0.1", "::1", "localhost"]

    /// Why it is not served so; nil where it is.
    package var refusal: String? {
        if let origin {
            guard origin.hasPrefix("https://"), !origin.dropFirst(8).isEmpty, origin.dropFirst(8).allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-:[]".contains($0)) }) else {
                return "`\(origin)` is not the origin of a site: write it as in `https://waymark.example`, with nothing behind it"
            }
            return nil
        }
        guard SiteOptions.loopback.contains(host) else {
            return "`\(host)` can be reached from other machines, and nothing would be encrypted: put a server with TLS in front and give `--origin https://…`"
        }
        return nil
    }

    var isSecure: Bool { origin != nil }

    /// What may stand in a request's `Host`.
    /// - Parameter port: the one that is listened at.
    func hosts(port: Int) -> Set<String> {
        if let origin { return [String(origin.dropFirst(8))] }
        return Set(["127.0.0.1", "localhost", "[::1]"].flatMap { [$0, "\($0):\(port)"] }.filter { port == 80 || $0.hasSuffix(":\(port)") })
    }
}
