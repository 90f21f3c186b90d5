import Governance
import HTTPTypes

/// The frame of every page.
enum Layout {
    /// - Parameters:
    ///   - title: the heading, and the name of the page.
    ///   - problems: what is wrong with a form that was sent, each with the field it is about; said before everything else.
    ///   - files: what it loads beside the site's stylesheet. One with a script has to be sent as such: `Answer.html(_:scripts:)`.
    static func page(_ title: String, _ visit: Visit, problems: [Problem] = [], isNarrow: Bool = false, files: [SiteFile] = [], _ body: HTML) -> HTML {
        let words = visit.words
        let notice: HTML = visit.notice.map { "<p class=\"notice\" role=\"status\">\($0)</p>" } ?? .empty
        return document(
            problems.isEmpty ? title : "\(words[.problems]): \(title)", words, files: files, header: header(visit),
            "\(notice)\(summary(problems, words))<h1>\(title)</h1>\n\(isNarrow ? "<div class=\"narrow\">\(body)</div>" : body)")
    }

    /// Where nothing is known of who asks.
    static func page(_ title: String, words: Words, _ body: HTML) -> HTML {
        document(title, words, files: [], header: brand, "<h1>\(title)</h1>\n\(body)")
    }

    private static func document(_ title: String, _ words: Words, files: [SiteFile], header: HTML, _ main: HTML) -> HTML {
        """
        <!doctype html>
        <html lang="\(words.tag)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title) – Waymark</title>
        \(SiteFiles.style.link)\(files.map(\.link))\
        <link rel="icon" href="\(SiteIcon.path)" type="image/svg+xml">
        </head>
        <body>
        <a class="skip" href="#main">\(words[.skip])</a>
        <header class="site">
        \(header)
        </header>
        <main id="main" tabindex="-1">
        \(main)
        </main>
        <footer><p>\(words[.footer])</p></footer>
        </body>
        </html>

        """
    }

    private static let brand: HTML = "<p class=\"brand\"><a href=\"/\">Waymark</a></p>"

    private static func header(_ visit: Visit) -> HTML {
        guard let person = visit.person else { return brand }
        let words = visit.words
        let items = Menu.items.filter { $0.access.allows(person) }.map { item -> HTML in
            let current: HTML = item.leads(to: visit.path) ? " aria-current=\"\(visit.path == item.path ? "page" : "true")\"" : .empty
            return "<li><a href=\"\(item.path)\"\(current)>\(words[item.title])</a></li>"
        }
        return """
            \(brand)
            <nav aria-label="\(words[.mainMenu])"><ul>\(items)</ul></nav>
            <form class="who" method="post" action="/sign-out">
            <span>\(words(.signedInAs, ["name": person.name]))</span>
            \(Forms.token(visit))
            <button class="quiet">\(words[.signOut])</button>
            </form>
            """
    }

    private static func summary(_ problems: [Problem], _ words: Words) -> HTML {
        if problems.isEmpty { return .empty }
        let items = problems.map { problem -> HTML in
            problem.field.map { "<li><a href=\"#\($0)\">\(problem.shown)</a></li>" } ?? "<li>\(problem.shown)</li>"
        }
        return """
            <div class="problems" role="alert" tabindex="-1">
            <h2>\(words[.problems])</h2>
            <ul>\(items)</ul>
            </div>

            """
    }
}

/// What is wrong with a form that was sent.
struct Problem: Sendable, Hashable {
    /// The field's name and anchor; nil where it is about the whole.
    var field: String?
    var text: String

    init(_ field: String?, _ text: String) {
        self.field = field
        self.text = text
    }

    /// As a sentence, whoever wrote it.
    var shown: HTML { Inline.text(capital(text)) }
}

/// What leads everywhere, from every page.
enum Menu {
    struct Item: Sendable {
        let path: String
        let title: Phrase
        /// Where its pages stand, if not below its own path.
        var below: String?

        func leads(to path: String) -> Bool { path == self.path || path.hasPrefix((below ?? self.path) + "/") }

        /// Who may use what it leads to.
        var access: Access { Routes.all.first { $0.method == .get && $0.path == path }?.access ?? .signedIn }
    }

    static let items = [
        Item(path: "/panel", title: .panel, below: "/nominals"), Item(path: "/tasks", title: .tasks), Item(path: "/packs", title: .packs), Item(path: "/audit", title: .audit),
    ]
}
