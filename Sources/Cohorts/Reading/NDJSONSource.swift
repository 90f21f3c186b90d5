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

    /// Hands out the line of so many bytes that the feed begins with, unless it is blank.
    /// - Returns: whether it is blank.
    private func give(_ length: Int, _ body: (UnsafeRawBufferPointer, Int) -> Void) -> Bool {
        var length = length
        let bytes = feed.bytes
        if length > 0, bytes[length - 1] == 0x0D { length -= 1 }
        let text = bytes[0..<length]
        if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return true }
        body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[0..<length]), line)
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
