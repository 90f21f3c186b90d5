/// Somebody else's text as it is written between or inside the tags of a page, where it can only ever be text. What people do
/// not see is shown, as in ``harmless(_:)``.
package func escapedHTML(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in harmless(text).unicodeScalars {
        switch scalar {
        case "&": result.append(contentsOf: "&amp;".unicodeScalars)
        case "<": result.append(contentsOf: "&lt;".unicodeScalars)
        case ">": result.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
        default: result.append(scalar)
        }
    }
    return String(result)
}
