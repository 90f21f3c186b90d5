package import Decisions
package import LuaSyntax
import Notation

extension FindingFix {
    /// Puts the nearest name in the place of a misspelt one.
    /// - Parameters:
    ///   - name: as it is written, as a name of Lua or in quotes.
    ///   - candidates: what it could have been meant to be.
    ///   - position: where the name stands, or the key whose value it is, or in whose list in braces it stands.
    /// - Returns: nil where no candidate is near, two are equally near, or the name does not stand there.
    package init?(replacing name: String, among candidates: some Sequence<String>, at position: LuaPosition, in file: SourceFile) {
        guard let nearest = onlyNearestName(to: name, in: candidates) else { return nil }
        let tokens = file.map.tokens.drop { $0.position < position }
        guard tokens.first?.position == position else { return nil }
        var isInList = false
        for token in tokens {
            switch token.kind {
            case .name(name):
                guard isLuaName(nearest) else { return nil }
                self.init(file, token.bytes, nearest, at: token.position)
                return
            case .string(Array(name.utf8)):
                // Between its quotes, unless it is written with escapes or in long brackets.
                let inside = token.bytes.dropFirst().dropLast()
                guard Array(file.bytes[inside]) == Array(name.utf8), !nearest.contains(where: { $0 == "\"" || $0 == "'" || $0 == "\\" }) else { return nil }
                self.init(file, inside.startIndex..<inside.endIndex, nearest, at: token.position)
                return
            case .symbol(.leftBrace) where !isInList: isInList = true
            case .symbol(.comma) where isInList: continue
            case .name, .string, .symbol(.leftBracket), .symbol(.rightBracket), .symbol(.assign): continue
            default: return nil
            }
        }
        return nil
    }

    /// Takes a field of a table of plain data out, with its separator, and with its lines where it has them to itself.
    /// - Parameter position: of its key, or of an item's first byte.
    /// - Returns: nil where no field of a written table begins there.
    package init?(removingFieldAt position: LuaPosition, in file: SourceFile) {
        guard let (fields, place) = file.dataField(at: position) else { return nil }
        let field = fields[place]
        var start = field.bytes.lowerBound
        var end = field.separator?.upperBound ?? field.bytes.upperBound
        let isLast = place == fields.count - 1
        let lineStart = (file.bytes[..<start].lastIndex(of: 0x0A) ?? -1) + 1
        let lineEnd = file.bytes[end...].firstIndex(of: 0x0A) ?? file.bytes.count
        let endsLine = file.isBlank(end..<lineEnd)
        if endsLine, file.isBlank(lineStart..<start), lineEnd < file.bytes.count {
            start = lineStart
            end = lineEnd + 1
        } else if fields.count == 1 {
            while start > 0, file.isBlank(start - 1..<start) { start -= 1 }
            while end < file.bytes.count, file.isBlank(end..<end + 1) { end += 1 }
        } else if endsLine {
            while start > lineStart, file.isBlank(start - 1..<start) { start -= 1 }
        } else if isLast, place > 0 {
            start = fields[place - 1].bytes.upperBound
        } else {
            while end < file.bytes.count, file.bytes[end] == 0x20 { end += 1 }
        }
        self.init(file, start..<end, "", at: position)
    }

    /// Puts a field at the end of the manifest's `reads`.
    /// - Returns: nil where `reads` is not written as one list in braces.
    package init?(addingToReads path: String, in manifest: SourceFile) {
        guard let root = manifest.dataTable, let reads = root.first(where: { $0.isKey("reads") }), case .table(let items) = reads.value.kind else { return nil }
        let quoted = "\"\(path)\""
        let end = reads.value.bytes.upperBound - 1
        let place = items.last.map { $0.separator?.upperBound ?? $0.bytes.upperBound } ?? reads.value.bytes.lowerBound + 1
        let text =
            if let last = items.last { (last.separator == nil ? ", " : " ") + quoted + (last.separator == nil ? "" : ",") } else if manifest.isBlank(place..<end) { place == end ? " \(quoted) " : " \(quoted)" } else { " \(quoted)," }
        self.init(manifest, place..<place, text, at: reads.value.position)
    }

    private init(_ file: SourceFile, _ bytes: Range<Int>, _ replacement: String, at position: LuaPosition) {
        self.init(
            file: file.name, bytes: bytes, was: String(decoding: file.bytes[bytes], as: UTF8.self), replacement: replacement, line: position.line,
            column: position.column)
    }
}

private func isLuaName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(0x30...0x39).contains(first), LuaKeyword(rawValue: text) == nil else { return false }
    return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
}
