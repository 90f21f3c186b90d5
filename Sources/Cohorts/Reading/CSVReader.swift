/// Records of a CSV file in order, with bounded memory; blank lines are passed over.
final class CSVReader {
    struct Record {
        /// Valid until the next record is read.
        var bytes: UnsafeBufferPointer<UInt8>
        /// Bytes of the file before it.
        var offset: Int
        /// The line on which it begins, counted from 1.
        var line: Int
        /// What is wrong with it, where it is not CSV.
        var fault: String?
    }

    /// The values of the record read last; where it has a fault, those before the fault.
    private(set) var values: [CSVValue] = []
    private let feed: ByteFeed
    private var nextLine = 1
    private var taken = 0

    init(_ file: InputFile, chunk: Int = 1 << 18) { feed = ByteFeed(file, chunk: chunk) }

    /// The names in the first record, without spaces around them.
    func heading(of file: String) throws(CohortError) -> [String] {
        guard let record = try next() else {
            throw CohortError(message: "`\(file)` is empty: its first line must name the columns")
        }
        let text = LineText(record.bytes)
        if text.firstNUL != nil || text.firstBadByte != nil {
            throw CohortError(message: "`\(file)` is not UTF-8 text: save it as CSV in UTF-8")
        }
        if let fault = record.fault { throw CohortError(message: "the heading of `\(file)` cannot be read: \(fault)") }
        let cells = CSVWriting(bytes: record.bytes, values: values)
        if values.contains(where: { record.bytes[$0.start..<$0.end].contains(0x0D) }) {
            throw CohortError(message: "the lines of `\(file)` end in carriage returns alone: save it as CSV with line feeds")
        }
        return values.indices.map { place in
            cells.text(place).split(separator: " ").joined(separator: " ")
        }
    }

    func rewind() throws(CohortError) {
        try feed.rewind()
        nextLine = 1
        taken = 0
    }

    /// - Returns: nil at the end.
    func next() throws(CohortError) -> Record? {
        feed.drop(taken)
        taken = 0
        if feed.offset == 0 { try feed.dropByteOrderMark() }
        while true {
            if feed.count == 0, try !feed.more() { return nil }
            let outcome = CSVScan.record(feed.bytes, isLast: feed.isAtEnd, values: &values)
            switch outcome {
            case .record(let end, let next):
                let line = nextLine
                nextLine += feed.bytes[..<next].count { $0 == 0x0A }
                if next > NominalDecoder.longestLine { return fault(CSVReader.tooLong, line, next) }
                let isBlank = values.count == 1 && feed.bytes[..<end].allSatisfy { $0 == 0x0D }
                if isBlank {
                    feed.drop(next)
                    continue
                }
                taken = next
                return Record(bytes: UnsafeBufferPointer(rebasing: feed.bytes[..<end]), offset: feed.offset, line: line)
            case .unfinished:
                if feed.count > NominalDecoder.longestLine { return try resume(after: CSVReader.tooLong) }
                // Twice as much each time, so that a long record is not looked through again for every read.
                let wanted = feed.count * 2
                while try feed.more(), feed.count < wanted {}
            case .fault(let what):
                return try resume(after: what)
            }
        }
    }

    static let tooLong =
        "the row is longer than \(NominalDecoder.longestLine) bytes, or a quoted value in it is never closed"

    private func fault(_ what: String, _ line: Int, _ length: Int) -> Record {
        taken = length
        // What a stray quote has swallowed of the lines behind it is read again as rows of their own.
        values.removeAll { $0.end > length }
        let bytes = UnsafeBufferPointer(rebasing: feed.bytes[..<length])
        return Record(bytes: bytes, offset: feed.offset, line: line, fault: what)
    }

    /// Goes on with the next line, so that a stray quote costs one row and not the rest of the file.
    private func resume(after what: String) throws(CohortError) -> Record {
        let line = nextLine
        nextLine += 1
        if let newline = feed.newline(from: 0) { return fault(what, line, newline + 1) }
        let nothing = UnsafeBufferPointer(rebasing: feed.bytes[..<0])
        let record = Record(bytes: nothing, offset: feed.offset, line: line, fault: what)
        values.removeAll()
        _ = try feed.dropLine()
        return record
    }
}
