import Notation

/// Writes XML, one element a line.
struct XMLText {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var indent = ""

    /// An element with others in it.
    mutating func element(_ name: String, _ attributes: [(String, String?)] = [], _ body: (inout XMLText) -> Void) {
        text += indent + "<" + name + XMLText.written(attributes) + ">\n"
        indent += "  "
        body(&self)
        indent.removeLast(2)
        text += indent + "</\(name)>\n"
    }

    /// An element with text in it, or with nothing.
    mutating func element(_ name: String, _ attributes: [(String, String?)] = [], text content: String? = nil) {
        text += indent + "<" + name + XMLText.written(attributes)
        text += content.map { ">\(XMLText.escaped($0))</\(name)>\n" } ?? "/>\n"
    }

    private static func written(_ attributes: [(String, String?)]) -> String {
        attributes.map { name, value in value.map { " \(name)=\"\(escaped($0))\"" } ?? "" }.joined()
    }

    /// With all that XML gives a meaning, and blanks that it would change, as references. Characters that XML cannot hold are
    /// shown as U+FFFD; no title and no rule of a pack has any.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "\n", "\r", "\t": "&#\(scalar.value);"
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
            default: String(scalar)
            }
        }.joined()
    }
}
