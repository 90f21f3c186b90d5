/// A case-management system: reads recommendations and work in parts, looks at the people in them, and brings lines that have not changed.
final class WebProgram: WebWalker {
    let connection: WebConnection
    private let token: String
    private let lines: [UInt8]
    private var step = 0
    private var after = ["recommendations": "", "tasks": ""]
    private var nominals: [String] = []
    private var chance: WebChance

    /// - Parameter lines: of a cohort file, brought each time.
    init(token: String, port: Int, lines: [UInt8], seed: UInt64) {
        connection = WebConnection(port: port)
        self.token = token
        self.lines = lines
        chance = WebChance(seed: seed)
    }

    private var headers: [(name: String, value: String)] { [("Authorization", "Bearer \(token)"), ("Waymark-Purpose", "a measurement")] }

    func next() -> (request: WebRequest, route: String) {
        step += 1
        var request = WebRequest(path: "/api/v1/packs", headers: headers)
        switch step % 10 {
        case 0: break
        case 1, 4, 7: request.path = part("recommendations")
        case 2, 5: request.path = part("tasks")
        case 3 where !lines.isEmpty:
            request.method = "PUT"
            request.path = "/api/v1/nominals"
            request.headers.append(("Content-Type", "application/x-ndjson"))
            request.body = lines
        default:
            guard !nominals.isEmpty else { request.path = part("recommendations"); break }
            request.path = "/api/v1/nominals/" + nominals[chance.below(nominals.count)]
        }
        return (request, webRoute(request.method, request.path))
    }

    private func part(_ list: String) -> String {
        let last = after[list] ?? ""
        return "/api/v1/\(list)?limit=25" + (last.isEmpty ? "" : "&after=\(last)")
    }

    func take(_ answer: WebConnection.Answer, to request: WebRequest) {
        guard answer.status == 200 else { return }
        let text = answer.text
        for list in after.keys where request.path.contains("/\(list)?") {
            // At the end it begins anew.
            after[list] = text.contains("\"more\":true") ? WebProgram.value("next", in: text) : ""
            nominals = text.split(separator: "\"nominal\":\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        }
    }

    private static func value(_ name: String, in text: String) -> String {
        text.split(separator: "\"\(name)\":\"").dropFirst().last.map { String($0.prefix { $0 != "\"" }) } ?? ""
    }
}
