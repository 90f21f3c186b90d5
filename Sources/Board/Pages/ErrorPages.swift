import HTTPTypes

/// Pages for what cannot be shown or was refused. None of them says more than whoever asks may know.
enum ErrorPages {
    private static func words(_ status: HTTPResponse.Status) -> (title: Phrase, more: Phrase) {
        switch status.code {
        case 400: (.badRequest, .badRequestMore)
        case 403: (.wrongRole, .wrongRoleMore)
        case 404, 405: (.notFound, .notFoundMore)
        case 413: (.tooLarge, .tooLargeMore)
        case 421: (.misdirected, .misdirectedMore)
        default: (.failed, .failedMore)
        }
    }

    static func page(_ status: HTTPResponse.Status, words: Words) -> Answer {
        let (title, more) = self.words(status)
        return .html(Layout.page(words[title], words: words, "<p>\(words[more])</p>"), status: status)
    }

    static func page(_ status: HTTPResponse.Status, _ visit: Visit) -> Answer {
        let (title, more) = words(status)
        return page(status, title, more, visit)
    }

    private static func page(_ status: HTTPResponse.Status, _ title: Phrase, _ more: Phrase, _ visit: Visit) -> Answer {
        .html(Layout.page(visit.words[title], visit, "<p>\(visit.words[more])</p>"), status: status)
    }

    /// What was refused, and why.
    static func said(_ status: HTTPResponse.Status, _ lines: [String], _ visit: Visit) -> Answer {
        let title: Phrase = status == .serviceUnavailable ? .unavailable : status == .notFound ? .notFound : .refused
        return .html(Layout.page(visit.words[title], visit, HTML(lines.map { "<p>\(Inline.text(capital($0)))</p>" })), status: status)
    }

    static func wrongRole(_ visit: Visit) -> Answer { page(.forbidden, visit) }

    static func forged(_ visit: Visit) -> Answer { page(.forbidden, .forged, .forgedMore, visit) }

    /// A form was sent, and nobody is signed in any longer.
    static func signedOut(_ visit: Visit) -> Answer {
        let words = visit.words
        return .html(
            Layout.page(words[.sessionOver], visit, "<p>\(words[.sessionOverMore])</p><p><a class=\"button\" href=\"/sign-in\">\(words[.signIn])</a></p>"),
            status: .unauthorized)
    }

    static func tooMany(_ seconds: Int, _ visit: Visit) -> Answer {
        let words = visit.words
        var answer = Answer.html(
            Layout.page(words[.tooMany], visit, "<p>\(words(.tooManyMore, ["seconds": String(seconds)]))</p>"), status: .tooManyRequests)
        answer.headers.append((.retryAfter, String(seconds)))
        return answer
    }

    /// Where the list of people cannot be read: what is wrong with it is for whoever looks after the store.
    static func closed(words: Words) -> Answer {
        .html(Layout.page(words[.closed], words: words, "<p>\(words[.closedMore])</p>"), status: .serviceUnavailable)
    }
}
