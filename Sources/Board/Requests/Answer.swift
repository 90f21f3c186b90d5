import HTTPTypes

/// What is sent back.
struct Answer: Sendable {
    var status: HTTPResponse.Status
    var type: String
    var body: [UInt8]
    /// Where the browser goes next; nil for a page.
    var location: String?
    /// Beside those that every answer has; they take their place.
    var headers: [(HTTPField.Name, String)] = []

    init(_ status: HTTPResponse.Status = .ok, type: String, body: [UInt8]) {
        self.status = status
        self.type = type
        self.body = body
    }

    /// - Parameter scripts: whether the page may run scripts of this site's own files, and ask this site for more.
    static func html(_ page: HTML, status: HTTPResponse.Status = .ok, scripts: Bool = false) -> Answer {
        var answer = Answer(status, type: "text/html; charset=utf-8", body: Array(page.text.utf8))
        if scripts { answer.headers.append((.contentSecurityPolicy, SecurityHeaders.policyWithScripts)) }
        return answer
    }

    /// After a form was dealt with: the browser asks for a page, which may be loaded again without doing anything twice.
    static func see(_ path: String) -> Answer {
        var answer = Answer(.seeOther, type: "text/plain; charset=utf-8", body: [])
        answer.location = path
        return answer
    }

    /// A file that the browser offers to save.
    static func file(_ name: String, type: String, body: [UInt8]) -> Answer {
        var answer = Answer(type: type, body: body)
        answer.headers.append((.contentDisposition, "attachment; filename=\"\(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) })\""))
        return answer
    }
}
