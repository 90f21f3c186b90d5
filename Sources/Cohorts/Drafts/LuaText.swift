import Notation

/// A text as Lua writes it, in quotes, with what does not show spelt out.
package func luaText(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case "\n": "\\n"
        case _ where isHidden(scalar): "\\u{\(String(scalar.value, radix: 16))}"
        default: String(scalar)
        }
    }.joined() + "\""
}
