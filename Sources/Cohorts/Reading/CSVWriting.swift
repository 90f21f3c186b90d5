import Notation

/// Writes cells of CSV as JSON values. An empty cell is a field left out.
struct CSVWriting {
    let bytes: UnsafeBufferPointer<UInt8>
    let values: [CSVValue]

    func text(_ column: Int) -> String {
        let value = values[column]
        let text = String(decoding: bytes[value.start..<value.end], as: UTF8.self)
        return value.hasDoubledQuotes ? CSVWriting.undoubled(text) : text
    }

    func isEmpty(_ column: Int) -> Bool { values[column].start == values[column].end }

    /// Writes one cell; a value that is not of its kind as text, so that the decoder rejects it in the user's own words.
    func write(_ column: Int, _ kind: CSVNode.Kind, to json: inout JSONWriter) {
        let value = values[column]
        let cell = UnsafeBufferPointer(rebasing: bytes[value.start..<value.end])
        switch kind {
        case .bool:
            if let bool = CSVWriting.bool(cell) { return json.bool(bool) }
        case .number:
            if CSVWriting.isNumber(cell) { return json.raw(cell) }
        case .text: break
        }
        if value.hasDoubledQuotes { json.string(text(column)) } else { json.string(cell) }
    }

    private static func undoubled(_ text: String) -> String {
        var plain: [UInt8] = []
        var wasQuote = false
        for byte in text.utf8 {
            wasQuote = byte == 0x22 && !wasQuote
            if byte != 0x22 || wasQuote { plain.append(byte) }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// true, yes, y or 1; false, no, n or 0; in any case. nil for anything else.
    private static func bool(_ cell: UnsafeBufferPointer<UInt8>) -> Bool? {
        guard cell.count <= 5 else { return nil }
        return switch String(decoding: cell, as: UTF8.self).lowercased() {
        case "true", "yes", "y", "1": true
        case "false", "no", "n", "0": false
        default: nil
        }
    }

    /// Whether a cell is a number as JSON writes them.
    private static func isNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = cell.baseAddress else { return false }
        return JSONNumber.end(start, start + cell.count) == start + cell.count
    }
}
