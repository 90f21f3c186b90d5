/// Somebody with a browser: signs in, says what for, and follows the links of the pages at random. Of a kind of address that a page has many
/// links to, one is as likely as one of any other kind.
final class WebPerson: WebWalker {
    let connection: WebConnection
    private let id: String
    private var cookies: [String: String] = [:]
    private var page = ""
    private var path = "/"
    private var chance: WebChance

    init(_ id: String, password: String, port: Int, seed: UInt64) throws(BenchFailure) {
        connection = WebConnection(port: port)
        self.id = id
        chance = WebChance(seed: seed)
        try fill("/sign-in", ["id": id, "password": password, "then": ""])
        guard cookies["waymark"] != nil else { throw BenchFailure(description: "`\(id)` cannot sign in") }
        try fill("/purpose", ["purpose": "a measurement", "then": "/"])
        page = try ask(WebRequest(path: "/", headers: headers)).text
    }

    private var headers: [(name: String, value: String)] { [("Cookie", cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; "))] }

    private func ask(_ request: WebRequest) throws(BenchFailure) -> WebConnection.Answer {
        try connection.send(request)
        let answer = try connection.wait()
        keep(answer)
        return answer
    }

    private func keep(_ answer: WebConnection.Answer) {
        for header in answer.headers where header.name == "set-cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = header.value.contains("Max-Age=0") ? nil : String(pair[1])
        }
    }

    /// Loads a form and sends it.
    private func fill(_ path: String, _ fields: KeyValuePairs<String, String>) throws(BenchFailure) {
        let form = try ask(WebRequest(path: path, headers: headers)).text
        let answer = try ask(send(path, fields, of: form))
        guard answer.status == 303 else { throw BenchFailure(description: "`\(path)` answers `\(id)` with \(answer.status)") }
    }

    private func send(_ path: String, _ fields: KeyValuePairs<String, String>, of form: String) -> WebRequest {
        var request = WebRequest.form(path, fields, headers: headers)
        request.body += Array("&token=\(WebPerson.token(form))".utf8)
        return request
    }

    private static func token(_ page: String) -> String {
        guard let begin = page.firstRange(of: "name=\"token\" value=\"") else { return "" }
        return String(page[begin.upperBound...].prefix { $0 != "\"" })
    }

    func next() -> (request: WebRequest, route: String) {
        // Some of the work that is looked at is done.
        if path.hasPrefix("/tasks/T"), page.contains("\(path)/done"), chance.below(10) == 0 {
            let address = path + "/done"
            return (send(address, ["came": "measured"], of: page), webRoute("POST", address))
        }
        var links: [String: [String]] = [:]
        for link in WebPerson.links(page) { links[webRoute("GET", link), default: []].append(link) }
        let kinds = links.keys.sorted()
        guard !kinds.isEmpty, let list = links[kinds[chance.below(kinds.count)]] else { return (WebRequest(path: "/", headers: headers), "/") }
        let link = list[chance.below(list.count)]
        return (WebRequest(path: link, headers: headers), webRoute("GET", link))
    }

    /// Where a page leads that is worth walking to: not out of it, and not to whole files.
    private static func links(_ page: String) -> [String] {
        let parts = page.utf8.split(separator: UInt8(ascii: "\""))
        var links: [String] = []
        for (place, part) in parts.enumerated() where place > 0 && parts[place - 1].suffix(5).elementsEqual("href=".utf8) {
            let link = String(decoding: part, as: UTF8.self).replacing("&amp;", with: "&")
            let isPage = link.hasPrefix("/") && !["/sign-", "/purpose", "/files/", "/icon"].contains(where: link.hasPrefix)
            if isPage, !link.contains("."), !link.hasSuffix("/sign"), !link.hasSuffix("/reject"), !link.hasSuffix("/withdraw") { links.append(link) }
        }
        return links
    }

    func take(_ answer: WebConnection.Answer, to request: WebRequest) {
        keep(answer)
        guard answer.status == 200, answer.header("content-type")?.hasPrefix("text/html") == true else {
            // Back to where everything begins.
            (page, path) = ("", "/")
            return
        }
        page = answer.text
        path = String(request.path.prefix { $0 != "?" })
    }
}
