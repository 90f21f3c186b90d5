/// Nominals from a file with one JSON object a line.
final class NDJSONSource: CohortSource {
    // Asked for line by line, by the one who reads.
    @exclusivity(unchecked) var pendingRejects: [Reject] = []
    let feed: ByteFeed
    private var line = 0

    init(_ file: InputFile, chunk: Int = 1 << 17) { feed = ByteFeed(file, chunk: chunk) }

    func next(_ body: (UnsafeRawBufferPointer, Int) -> Void) throws(CohortError) -> Bool {
        if line == 0 { try feed.dropByteOrderMark() }
        while true {
            var searched = 0
            while true {
                if let length = feed.newline(from: searched) {
                    line += 1
                    if length > NominalDecoder.longestLine {
                        feed.drop(length + 1)
                        return rejectLongLine(length)
                    }
                    let isBlank = give(length, body)
                    feed.drop(length + 1)
                    if isBlank { break }
                    return true
                }
                searched = feed.count
                if searched > NominalDecoder.longestLine + 1 {
                    line += 1
                    return rejectLongLine(try feed.dropLine())
                }
                if try !feed.more() {
                    guard feed.count > 0 else { return false }
                    line += 1
                    if feed.count > NominalDecoder.longestLine { return rejectLongLine(try feed.dropLine()) }
                    let isBlank = give(feed.count, body)
                    feed.drop(feed.count)
                    return !isBlank
                }
            }
        }
    }

    /// What was read at once is handed over as it lies there, without copying it.
    func fill(_ block: LineBlock) throws(CohortError) -> Bool {
        if line == 0 { try feed.dropByteOrderMark() }
        while feed.count < LineBlock.size - LineBlock.size / 4, try feed.more() {}
        block.removeAll()
        let count = noteLines(in: block)
        guard count == 0 else {
            feed.give(count, to: block)
            return true
        }
        // A line that is longer than the window or the last one, or the end.
        let isEnd = try !next { block.append($0, number: $1) }
        return !isEnd || !block.lines.isEmpty || !pendingRejects.isEmpty
    }

    /// Notes the lines that have been read with their newline, up to one that is too long.
    /// - Returns: bytes to the end of the last.
    private func noteLines(in block: LineBlock) -> Int {
        var start = 0
        while start < LineBlock.size, let end = feed.newline(from: start), end - start <= NominalDecoder.longestLine {
            line += 1
            if let length = length(of: start..<end) { block.note(start..<start + length, number: line) }
            start = end + 1
        }
        return start
    }

    /// Bytes of the line that stands there, without a carriage return at its end; nil where it is blank.
    private func length(of range: Range<Int>) -> Int? {
        var text = feed.bytes[range]
        if text.last == 0x0D { text = text.dropLast() }
        return text.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } ? nil : text.count
    }

    /// Hands out the line of so many bytes that the feed begins with, unless it is blank.
    /// - Returns: whether it is blank.
    private func give(_ length: Int, _ body: (UnsafeRawBufferPointer, Int) -> Void) -> Bool {
        guard let length = self.length(of: 0..<length) else { return true }
        body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(feed.bytes)[0..<length]), line)
        return false
    }

    private func rejectLongLine(_ length: Int) -> Bool {
        pendingRejects.append(.tooLong(length, line: line))
        return true
    }

    func rewind() throws(CohortError) {
        try feed.rewind()
        line = 0
        pendingRejects = []
    }

    func locate(_ reject: Reject) -> Reject { reject }
}
