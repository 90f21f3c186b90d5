import Notation

extension JSONWriter {
    /// A text, or null.
    mutating func optional(_ text: String?) {
        if let text { string(text) } else { null() }
    }
}
