/// Reads records of CSV from anywhere in a file, keeping the piece read last: rows that belong together mostly stand
/// together.
final class FileWindow {
    private let file: InputFile
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity = 1 << 16
    /// What the piece holds: bytes `start ..< start + count` of the file.
    private var start = 0
    private var count = 0
    private var endsFile = false

    init(_ file: InputFile) {
        self.file = file
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// The record that begins at `offset`, with what is wrong with it; its bytes are valid until the next call.
    func record(
        at offset: Int, values: inout [CSVValue]
    ) throws(CohortError) -> (bytes: UnsafeBufferPointer<UInt8>, fault: String?) {
        if offset < start || offset >= start + count { try load(from: offset) }
        while true {
            let bytes = UnsafeBufferPointer(start: base + (offset - start), count: start + count - offset)
            switch CSVScan.record(bytes, isLast: endsFile, values: &values) {
            case .record(let end, _): return (UnsafeBufferPointer(rebasing: bytes[..<end]), nil)
            case .fault(let what): return (UnsafeBufferPointer(rebasing: bytes[..<(bytes.firstIndex(of: 0x0A) ?? bytes.count)]), what)
            case .unfinished:
                if bytes.count > NominalDecoder.longestLine { return (bytes, CSVReader.tooLong) }
                if offset == start { grow() }
                try load(from: offset)
            }
        }
    }

    /// How many newlines stand between two places.
    func newlines(from: Int, to end: Int) throws(CohortError) -> Int {
        var lines = 0
        var place = from
        while place < end {
            if place < start || place >= start + count { try load(from: place) }
            let upTo = min(end, start + count)
            guard upTo > place else { return lines }
            for i in place - start..<upTo - start where base[i] == 0x0A { lines += 1 }
            place = upTo
        }
        return lines
    }

    private func grow() {
        base.deallocate()
        capacity *= 2
        base = .allocate(capacity: capacity)
        count = 0
    }

    private func load(from offset: Int) throws(CohortError) {
        (start, count, endsFile) = (offset, 0, false)
        while count < capacity {
            let got = try file.read(into: base + count, count: capacity - count, at: offset + count)
            if got == 0 {
                endsFile = true
                return
            }
            count += got
        }
    }
}
