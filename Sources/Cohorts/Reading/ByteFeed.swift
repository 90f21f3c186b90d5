import Glibc

/// A window that moves over a file: the bytes from `head` to `tail`, to which more can be added.
final class ByteFeed {
    let file: InputFile
    private var memory: WindowMemory
    private(set) var head = 0
    private(set) var tail = 0
    /// Bytes of the file before `head`.
    private(set) var offset = 0
    private(set) var isAtEnd = false
    private let chunk: Int

    /// - Parameter chunk: bytes asked for at a time.
    init(_ file: InputFile, chunk: Int = 1 << 18) {
        self.file = file
        self.chunk = chunk
        memory = WindowMemory(capacity: max(chunk, 64))
    }

    deinit { memory.free() }

    var base: UnsafeMutablePointer<UInt8> { memory.base }
    var capacity: Int { memory.capacity }
    var count: Int { tail - head }

    /// What is there, from `head` on.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base + head, count: count) }

    func drop(_ count: Int) {
        head += count
        offset += count
    }

    /// Adds what one read gives, making room first where there is none.
    /// - Returns: false at the end of the file.
    func more() throws(CohortError) -> Bool {
        if isAtEnd { return false }
        if head > 0, capacity - tail < chunk {
            base.update(from: base + head, count: count)
            (head, tail) = (0, count)
        }
        if capacity - tail < max(1, min(chunk, capacity / 4)) { memory.grow(to: capacity * 2, keeping: tail) }
        let got = try file.read(into: base + tail, count: min(chunk, capacity - tail))
        isAtEnd = got == 0
        tail += got
        return got > 0
    }

    /// Hands its memory to a block that has noted lines among the first `count` bytes, and goes on in the block's.
    func give(_ count: Int, to block: LineBlock) {
        let rest = bytes[count...]
        let used = head..<head + count
        let wanted = max(chunk, 64, rest.count)
        block.take(&memory, used)
        if memory.capacity < wanted { memory.grow(to: wanted, keeping: 0) }
        if let start = UnsafeBufferPointer(rebasing: rest).baseAddress { memory.base.update(from: start, count: rest.count) }
        (head, tail) = (0, rest.count)
        offset += count
    }

    func rewind() throws(CohortError) {
        try file.seekToStart()
        (head, tail, offset, isAtEnd) = (0, 0, 0, false)
    }

    /// Bytes from `head` to the next newline that stands at or behind `place`; nil where none has been read yet.
    func newline(from place: Int) -> Int? {
        guard count > place, let found = memchr(base + head + place, 0x0A, count - place) else { return nil }
        return UnsafeRawPointer(base + head).distance(to: UnsafeRawPointer(found))
    }

    /// Takes a byte-order mark away from the start of the file.
    func dropByteOrderMark() throws(CohortError) {
        while count < 3, try more() {}
        if offset == 0, count >= 3, base[head] == 0xEF, base[head + 1] == 0xBB, base[head + 2] == 0xBF { drop(3) }
    }

    /// Drops everything up to and including the next newline, however far that is, keeping nothing.
    /// - Returns: bytes dropped, the newline not counted.
    func dropLine() throws(CohortError) -> Int {
        var dropped = 0
        while true {
            if let place = newline(from: 0) {
                drop(place + 1)
                return dropped + place
            }
            dropped += count
            drop(count)
            if try !more() { return dropped }
        }
    }
}
