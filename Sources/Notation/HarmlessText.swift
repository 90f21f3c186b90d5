/// Whether a scalar is one that people do not see and that terminals or the direction of writing obey: control characters
/// other than the tab and the line break, and marks that embed, override or isolate a direction.
package func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
}

/// A text for people's eyes, in which every hidden scalar is shown as U+FFFD, so that no text of a pack or of a cohort can
/// command a terminal or make a line read otherwise than it is.
package func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.map { isHidden($0) ? "\u{FFFD}" : $0 })
    return String(result)
}
