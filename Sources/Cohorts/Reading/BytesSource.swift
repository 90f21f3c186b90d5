import Notation

/// Nominals from bytes in memory: one JSON object a line, or one JSON array of objects. A place in the array counts as a line.
package final class BytesSource: CohortSource {
    package var pendingRejects: [Reject] = []
    private let bytes: [UInt8]
    /// Where the items of an array stand; nil where the bytes are lines.
    private let items: [Range<Int>]?
    private var place: Int
    private var line = 0

    /// - Throws: `CohortError` where the bytes begin an array, and are none.
    package init(_ bytes: [UInt8]) throws(CohortError) {
        self.bytes = bytes
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        items = bytes[place...].first { !BytesSource.isBlank($0) } == 0x5B ? try BytesSource.items(bytes, from: place) : nil
    }

    /// Whether there is nothing in them.
    package var isEmpty: Bool { items?.isEmpty ?? bytes[place...].allSatisfy(BytesSource.isBlank) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func items(_ bytes: [UInt8], from start: Int) throws(CohortError) -> [Range<Int>] {
        let found = bytes.withUnsafeBytes { all in
            Result { () throws(JSONScan.Fault) in
                var items: [Range<Int>] = []
                var scan = JSONScan(UnsafeRawBufferPointer(rebasing: all[start...]))
                try scan.array { scan throws(JSONScan.Fault) in
                    let span = try scan.span()
                    items.append(start + span.lowerBound..<start + span.upperBound)
                }
                try scan.end()
                return items
            }
        }
        switch found {
        case .success(let items): return items
        case .failure(let fault):
            throw CohortError(message: "the JSON array breaks off or is none at byte \(start + fault.offset + 1): send a whole array of objects, or one object a line")
        }
    }

    package func next(_ body: (UnsafeRawBufferPointer, Int) -> Void) -> Bool {
        guard let items else { return nextLine(body) }
        guard line < items.count else { return false }
        let item = BytesSource.onOneLine(bytes[items[line]])
        line += 1
        give(item[...], body)
        return true
    }

    private func nextLine(_ body: (UnsafeRawBufferPointer, Int) -> Void) -> Bool {
        while place < bytes.count {
            let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
            var text = bytes[place..<end]
            place = end + 1
            line += 1
            if text.last == 0x0D { text.removeLast() }
            if text.allSatisfy(BytesSource.isBlank) { continue }
            give(text, body)
            return true
        }
        return false
    }

    private func give(_ text: ArraySlice<UInt8>, _ body: (UnsafeRawBufferPointer, Int) -> Void) {
        if text.count > NominalDecoder.longestLine {
            pendingRejects.append(.tooLong(text.count, line: line))
        } else {
            text.withUnsafeBytes { body($0, line) }
        }
    }

    /// Without the blanks between its parts: what is kept of a nominal is one line, and the same however it was laid out.
    private static func onOneLine(_ item: ArraySlice<UInt8>) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(item.count)
        var isText = false, isEscaped = false
        for byte in item {
            if isText {
                if isEscaped { isEscaped = false } else if byte == 0x5C { isEscaped = true } else if byte == 0x22 { isText = false }
            } else if isBlank(byte) {
                continue
            } else if byte == 0x22 {
                isText = true
            }
            line.append(byte)
        }
        return line
    }

    package func rewind() {
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        line = 0
        pendingRejects = []
    }

    package func locate(_ reject: Reject) -> Reject { reject }
}
