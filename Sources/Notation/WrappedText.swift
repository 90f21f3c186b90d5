/// Words cut to lines of at most so many columns; a leading indent stays, and later lines get `indent`. A text that fits
/// stays as it is.
package func wrappedText(_ text: String, indent: Int = 0, width: Int = 80) -> String {
    if text.count <= width { return text }
    var lines: [String] = []
    var line = String(text.prefix { $0 == " " })
    var isStart = true
    for word in text.split(separator: " ") {
        if !isStart, line.count + 1 + word.count > width {
            lines.append(line)
            line = String(repeating: " ", count: indent)
            isStart = true
        }
        line += (isStart ? "" : " ") + word
        isStart = false
    }
    lines.append(line)
    return lines.joined(separator: "\n")
}
