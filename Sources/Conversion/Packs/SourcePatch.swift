import LuaSyntax

/// Changes of stretches of a Lua file, all else staying as it is written.
struct SourcePatch {
    let bytes: [UInt8]
    private var changes: [(range: Range<Int>, text: String)] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func replace(_ range: Range<Int>, with text: String) { changes.append((range, text)) }

    var isEmpty: Bool { changes.isEmpty }

    /// The stretch with the changes that lie in it.
    func text(_ range: Range<Int>) -> String {
        var result: [UInt8] = []
        var place = range.lowerBound
        let inside = changes.filter { $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound }
        for (_, change) in inside.enumerated().sorted(by: { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }) {
            // Two fields that go side by side share their comma.
            if place < change.range.lowerBound { result += bytes[place..<change.range.lowerBound] }
            result += Array(change.text.utf8)
            place = max(place, change.range.upperBound)
        }
        return String(decoding: result + bytes[place..<range.upperBound], as: UTF8.self)
    }

    var whole: [UInt8] { Array(text(0..<bytes.count).utf8) }

    /// Changes, adds or takes out a field of a table in braces.
    /// - Parameter lua: nil takes the field out.
    mutating func set(_ key: String, to lua: String?, in fields: [LuaTableField], table: Range<Int>) {
        let place = fields.firstIndex { if case .name(let name) = $0.key { name.text == key } else { false } }
        switch (place, lua) {
        case (let place?, let lua?): replace(fields[place].value.bytes, with: lua)
        case (let place?, nil):
            let field = fields[place]
            if let separator = field.separator {
                var end = separator.upperBound
                while end < bytes.count, bytes[end] == 0x20 { end += 1 }
                replace(field.bytes.lowerBound..<end, with: "")
            } else {
                replace((place > 0 ? fields[place - 1].bytes.upperBound : field.bytes.lowerBound)..<field.bytes.upperBound, with: "")
            }
        case (nil, let lua?):
            guard let last = fields.last else { return replace(table.lowerBound + 1..<table.lowerBound + 1, with: " \(key) = \(lua),") }
            let end = last.separator?.upperBound ?? last.bytes.upperBound
            let start = last.separator == nil ? "," : ""
            let isLong = bytes[table].contains(0x0A)
            replace(end..<end, with: "\(start)\(isLong ? "\n\(indent(at: last.bytes.lowerBound))" : " ")\(key) = \(lua)\(last.separator == nil ? "" : ",")")
        case (nil, nil): break
        }
    }

    /// The blanks before the first sign of the line on which a place lies.
    func indent(at place: Int) -> String {
        let start = (bytes[..<place].lastIndex(of: 0x0A) ?? -1) + 1
        return String(decoding: bytes[start..<place].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    /// The items of a list in another order, with some gone and some new; each keeps the comments that belong to it.
    /// - Parameters:
    ///   - wanted: for each place the item's number in the list as written, or the text of a new one.
    ///   - list: the list's braces included.
    mutating func rebuild(_ list: Range<Int>, items: [LuaTableField], wanted: [ListItem]) {
        var segments: [(before: Range<Int>, item: Range<Int>, after: Range<Int>)] = []
        var start = list.lowerBound + 1
        for item in items {
            let separated = item.separator?.upperBound ?? item.bytes.upperBound
            let end = restOfLine(separated, limit: list.upperBound - 1)
            segments.append((start..<item.bytes.lowerBound, item.bytes, separated..<end))
            start = end
        }
        let first = items.first?.bytes.lowerBound ?? list.lowerBound
        let isLong = bytes[list].contains(0x0A)
        let indent = isLong ? "\n" + (items.isEmpty ? "    " : self.indent(at: first)) : " "
        var text = ""
        for (place, item) in wanted.enumerated() {
            switch item {
            case .kept(let number, let lua):
                let segment = segments[number]
                // What stands before the first item of a list need not suit another place.
                text += number == 0 && place > 0 || number > 0 && place == 0 ? withBreak(self.text(segment.before), indent) : self.text(segment.before)
                text += lua ?? self.text(segment.item)
                text += "," + self.text(segment.after)
            case .new(let lua): text += "\(indent)\(lua),"
            }
        }
        text += self.text(start..<list.upperBound - 1)
        // They are part of the text already.
        changes.removeAll { $0.range.lowerBound >= list.lowerBound && $0.range.upperBound <= list.upperBound }
        replace(list.lowerBound + 1..<list.upperBound - 1, with: text)
    }

    private func withBreak(_ text: String, _ indent: String) -> String { text.allSatisfy(\.isWhitespace) ? indent : text }

    /// Where a comment behind an item ends, or the item itself where none stands there.
    private func restOfLine(_ start: Int, limit: Int) -> Int {
        var place = start
        while place < limit, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
        guard place + 1 < limit, bytes[place] == UInt8(ascii: "-"), bytes[place + 1] == UInt8(ascii: "-") else { return start }
        while place < limit, bytes[place] != 0x0A { place += 1 }
        return place
    }
}

/// An item of a list that is put together anew.
enum ListItem {
    /// An item as written, or with another text in its place.
    case kept(Int, String?)
    case new(String)
}
