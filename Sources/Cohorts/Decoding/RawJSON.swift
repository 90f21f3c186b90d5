/// A forgiving look into a line that was rejected, to quote from it. Never goes deeper than 64 levels.
struct RawJSON {
    let bytes: Slice<UnsafeBufferPointer<UInt8>>
    static let deepest = 64
    /// Bytes of a value that are quoted.
    static let longestQuote = 80

    init(_ line: UnsafeBufferPointer<UInt8>) { bytes = line[...] }
    private init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) { self.bytes = bytes }

    /// The nominal's id; nil where it cannot be read.
    var id: String? {
        guard let place = place(of: "id"), bytes[place] == 0x22 else { return nil }
        let text = valueText(at: place)
        return text.isEmpty ? nil : text
    }

    /// The value of a key as text; empty where there is none.
    func value(of key: String) -> String { place(of: key).map { valueText(at: $0) } ?? "" }

    /// The object under a key; nothing where there is none.
    func object(_ key: String) -> RawJSON { RawJSON(bytes[(place(of: key) ?? bytes.endIndex)...]) }

    /// The object that begins at a place.
    func excerptOfItem(at place: Int) -> RawJSON { RawJSON(bytes[min(place, bytes.endIndex)...]) }

    /// The value at a place as a person would quote it: `a record`, `a list`, or the text, number or literal itself.
    func valueText(at place: Int) -> String {
        guard place < bytes.endIndex else { return "end of line" }
        switch bytes[place] {
        case 0x7B: return "a record"
        case 0x5B: return "a list"
        case 0x22:
            let end = skipString(place) ?? bytes.endIndex
            let close = end > place + 1 && bytes[end - 1] == 0x22 ? end - 1 : end
            return RawJSON.shortened(unescaped(bytes[place + 1..<max(place + 1, close)]))
        default:
            let end = bytes[place...].firstIndex { $0 == 0x2C || $0 == 0x7D || $0 == 0x5D || $0 <= 0x20 }
            return RawJSON.shortened(String(decoding: bytes[place..<(end ?? bytes.endIndex)], as: UTF8.self))
        }
    }

    /// Some bytes from a place on.
    func excerpt(from place: Int) -> String {
        let end = min(bytes.endIndex, place + 24)
        return place < end ? RawJSON.visible(String(decoding: bytes[place..<end], as: UTF8.self)) : ""
    }

    /// Text cut to a length that fits a message, with control characters made visible.
    static func shortened(_ text: String) -> String {
        visible(text.utf8.count <= longestQuote ? text : String(text.prefix(longestQuote - 1)) + "…")
    }

    private static func visible(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
    }

    /// Simple escapes undone, so that a quoted value looks as it was meant.
    private func unescaped(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        var plain: [UInt8] = []
        var i = text.startIndex
        while i < text.endIndex, plain.count <= RawJSON.longestQuote * 4 {
            if text[i] == 0x5C, i + 1 < text.endIndex, [0x22, 0x5C, 0x2F].contains(text[i + 1]) { i += 1 }
            plain.append(text[i])
            i += 1
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

/// Finding places.
extension RawJSON {
    /// Where the value of a key of the object begins; nil where it has no such key before whatever is wrong.
    private func place(of key: String) -> Int? {
        var i = skipSpace(bytes.startIndex)
        guard i < bytes.endIndex, bytes[i] == 0x7B else { return nil }
        i += 1
        while true {
            i = skipSpace(i)
            guard i < bytes.endIndex, bytes[i] == 0x22, let behind = skipString(i) else { return nil }
            let isIt = bytes[i + 1..<behind - 1].elementsEqual(key.utf8)
            i = skipSpace(behind)
            guard i < bytes.endIndex, bytes[i] == 0x3A else { return nil }
            i = skipSpace(i + 1)
            guard i < bytes.endIndex else { return nil }
            if isIt { return i }
            guard let next = skipValue(i) else { return nil }
            i = skipSpace(next)
            guard i < bytes.endIndex, bytes[i] == 0x2C else { return nil }
            i += 1
        }
    }

    private func skipSpace(_ place: Int) -> Int {
        bytes[place...].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } ?? bytes.endIndex
    }

    /// Behind the closing quote; nil where there is none.
    private func skipString(_ place: Int) -> Int? {
        var i = place + 1
        while i < bytes.endIndex {
            if bytes[i] == 0x22 { return i + 1 }
            i += bytes[i] == 0x5C ? 2 : 1
        }
        return nil
    }

    private func skipValue(_ place: Int) -> Int? {
        var depth = 0
        var i = place
        while i < bytes.endIndex {
            switch bytes[i] {
            case 0x22:
                guard let behind = skipString(i) else { return nil }
                i = behind - 1
            case 0x7B, 0x5B:
                depth += 1
                if depth > RawJSON.deepest { return nil }
            case 0x7D, 0x5D:
                if depth == 0 { return i }
                depth -= 1
            case 0x2C where depth == 0: return i
            default: break
            }
            i += 1
            if depth == 0, i < bytes.endIndex, bytes[i - 1] == 0x7D || bytes[i - 1] == 0x5D { return i }
        }
        return nil
    }
}
