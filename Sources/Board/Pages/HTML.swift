import Notation

/// A piece of a page. Literal text is markup of this module's own making; whatever is put into it is somebody's text, made
/// harmless, unless it is such a piece itself.
///
///     let item: HTML = "<li><a href=\"/packs\">\(pack.title)</a></li>"
///
/// Attributes stand in double quotes, always: that is what makes a text in them harmless.
struct HTML: Sendable, Hashable {
    private(set) var text: String

    static let empty: HTML = ""

    private init(markup: String) { text = markup }

    /// Somebody's text.
    static func text(_ text: String) -> HTML { HTML(markup: escapedHTML(text)) }

    /// One after the other.
    init(_ pieces: [HTML]) { text = pieces.map(\.text).joined() }

    /// Markup that another module of this program wrote from values.
    static func written(_ markup: String) -> HTML { HTML(markup: markup) }

    static func + (a: HTML, b: HTML) -> HTML { HTML(markup: a.text + b.text) }
    static func += (a: inout HTML, b: HTML) { a.text += b.text }

    var isEmpty: Bool { text.isEmpty }
}

extension HTML: ExpressibleByStringInterpolation {
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) { markup.reserveCapacity(literalCapacity + interpolationCount * 24) }

        mutating func appendLiteral(_ literal: String) { markup += literal }
        mutating func appendInterpolation(_ text: String) { markup += escapedHTML(text) }
        mutating func appendInterpolation(_ number: Int) { markup += String(number) }
        mutating func appendInterpolation(_ piece: HTML) { markup += piece.text }
        mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { markup += piece.text } }
    }

    init(stringLiteral value: String) { self.init(markup: value) }
    init(stringInterpolation: StringInterpolation) { self.init(markup: stringInterpolation.markup) }
}

