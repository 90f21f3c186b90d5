extension JSONWriter {
    /// A text; null where there is none.
    package mutating func optional(_ text: String?) { if let text { string(text) } else { null() } }

    /// A whole number; null where there is none.
    package mutating func optional(_ value: Int?) { if let value { int(value) } else { null() } }

    /// A number; null where there is none.
    package mutating func optional(_ value: Double?) { if let value { number(value) } else { null() } }

    /// - Parameter write: writes one item.
    package mutating func array<Item>(_ items: [Item], _ write: (Item, inout JSONWriter) -> Void) {
        beginArray()
        for item in items { write(item, &self) }
        endArray()
    }
}
