import Decisions
import Notation
import RulePacks

/// An explanation or letter as text of 80 columns, or as a page of HTML.
struct ExplanationPage {
    let heading: String
    let sections: [Explanation.Section]

    init(_ explanation: Explanation, isLetter: Bool) {
        let decision = explanation.decision
        heading = isLetter
            ? "To \(decision.nominal), \(decision.asOf.inWords)"
            : "\(decision.nominal) as of \(decision.asOf.inWords): \(explanation.title) \(explanation.pack.version), a draft"
        sections = isLetter ? explanation.letter : explanation.sections
    }

    var text: String {
        var lines = [Terminal.wrapped(heading)]
        for section in sections {
            lines += ["", Terminal.wrapped(section.heading, indent: 2)]
            lines += section.lines.map { "  " + Terminal.wrapped($0, indent: 4, width: 78) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Lines as items of a list; those after a dash belong to the one before them.
    private func items(_ lines: [String]) -> String {
        var html = ""
        for (place, line) in lines.enumerated() {
            let isInner = line.hasPrefix("– ")
            let next = place + 1 < lines.count && lines[place + 1].hasPrefix("– ")
            if isInner {
                html += "<li>\(line.dropFirst(2))</li>\n" + (next ? "" : "</ul></li>\n")
            } else {
                html += "<li>\(line)" + (next ? "\n<ul>\n" : "</li>\n")
            }
        }
        return html
    }

    var html: String {
        let body = sections.map { section in
            "<section>\n<h2>\(escapedHTML(section.heading))</h2>\n<ul>\n\(items(section.lines.map(escapedHTML)))</ul>\n</section>\n"
        }.joined()
        return """
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escapedHTML(heading))</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1.0625rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.4rem; line-height: 1.25; }
            h2 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; }
            ul { margin: 0; padding-left: 1.25rem; }
            li { margin: .25rem 0; overflow-wrap: anywhere; }
            @media print { body { margin: 0; max-width: none; font-size: 11pt; } section { break-inside: avoid; } }
            </style>
            </head>
            <body>
            <main>
            <h1>\(escapedHTML(heading))</h1>
            \(body)</main>
            </body>
            </html>

            """
    }
}
