import Mustache

/// The templates of a page. Each shows pieces of ``Markup`` only, with three braces.
enum PageTemplates {
    static let page = """
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{{title}}}</title>
        <style>
        {{{style}}}
        </style>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the report</a>
        <header>
        <h1>{{{title}}}</h1>
        \(lead)
        </header>
        \(contents)
        <main id="main" tabindex="-1">
        {{{sections}}}
        </main>
        {{#hasFooter}}
        <footer>
        {{#footer}}
        <p>{{{.}}}</p>
        {{/footer}}
        </footer>
        {{/hasFooter}}
        </body>
        </html>

        """

    private static let lead = """
        {{#lead}}
        <p class="lead">{{{.}}}</p>
        {{/lead}}
        {{{facts}}}
        """

    private static let contents = """
        {{#contents}}
        <nav aria-labelledby="contents">
        <p id="contents"><strong>On this page</strong></p>
        <ul>
        {{#items}}
        <li><a href="#{{{anchor}}}">{{{heading}}}</a></li>
        {{/items}}
        </ul>
        </nav>
        {{/contents}}
        """

    /// The parts of a page between its title and its end.
    static let fragment = """
        \(lead)
        \(contents)
        {{{sections}}}
        {{#hasFooter}}
        {{#footer}}
        <p class="below">{{{.}}}</p>
        {{/footer}}
        {{/hasFooter}}

        """

    static let section = """
        <{{{part}}}>
        <{{{tag}}} id="{{{anchor}}}">{{{heading}}}</{{{tag}}}>
        {{{blocks}}}
        </{{{partEnd}}}>

        """

    static let list = """
        <ul>
        {{#items}}
        <li>{{{.}}}</li>
        {{/items}}
        </ul>
        """

    static let facts = """
        <dl class="facts">
        {{#items}}
        <div><dt>{{{name}}}</dt><dd>{{{value}}}</dd></div>
        {{/items}}
        </dl>
        """

    static let figures = """
        <dl class="figures">
        {{#items}}
        <div><dt>{{{name}}}</dt><dd>{{{value}}}{{#note}}<span>{{{note}}}</span>{{/note}}</dd></div>
        {{/items}}
        </dl>
        """

    static let note = """
        <div class="note {{{kind}}}" role="note">
        <p class="title">{{{title}}}</p>
        {{{body}}}
        </div>
        """

    static let table = """
        <div class="scroll" role="group" tabindex="0" aria-labelledby="{{{anchor}}}">
        <table>
        <caption id="{{{anchor}}}">{{{caption}}}</caption>
        <thead>
        <tr>{{#columns}}<th scope="col"{{{attributes}}}>{{{title}}}</th>{{/columns}}</tr>
        </thead>
        <tbody>
        {{#rows}}
        <tr{{{attributes}}}>{{{cells}}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        {{#notes}}
        <p class="below">{{{.}}}</p>
        {{/notes}}
        {{#link}}
        <p class="below"><a href="{{{address}}}" aria-describedby="{{{anchor}}}">{{{title}}}</a></p>
        {{/link}}
        """

    static let chart = """
        <figure{{{attributes}}}>
        <figcaption>{{{title}}}</figcaption>
        {{{legend}}}
        <svg role="img" aria-labelledby="{{{anchor}}}" width="100%" height="{{{height}}}">
        <title id="{{{anchor}}}">{{{title}}}. {{{description}}}</title>
        {{{shapes}}}
        </svg>
        </figure>
        """

    static let all = [
        "page": page, "fragment": fragment, "section": section, "list": list, "facts": facts, "figures": figures, "note": note, "table": table, "chart": chart,
    ]

    private static let library: MustacheLibrary = {
        var library = MustacheLibrary()
        for (name, text) in all {
            do {
                try library.register(text, named: name)
            } catch {
                preconditionFailure("the template `\(name)` cannot be read: \(error)")
            }
        }
        return library
    }()

    static func render(_ name: String, _ view: [String: Any]) -> String { library.render(view, withTemplate: name) ?? "" }
}
