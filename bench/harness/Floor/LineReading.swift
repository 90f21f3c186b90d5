import Glibc

/// The lines of a file, read in large pieces.
struct LineReading: ~Copyable {
    private let descriptor: Int32
    private let base: UnsafeMutablePointer<UInt8>
    private let capacity = 1 << 20
    private var head = 0
    private var tail = 0

    init(path: String) throws(BenchFailure) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BenchFailure(description: "cannot open \(path)") }
        base = .allocate(capacity: capacity + 16)
        base.initialize(repeating: 0, count: capacity + 16)
    }

    deinit {
        base.deallocate()
        close(descriptor)
    }

    /// The next line without its newline, valid until the next call; nil at the end. Sixteen bytes behind it may be read.
    mutating func next() -> UnsafeBufferPointer<UInt8>? {
        while true {
            let start = base + head
            if head < tail, let found = memchr(start, 0x0A, tail - head) {
                let length = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
                head += length + 1
                return UnsafeBufferPointer(start: start, count: length)
            }
            base.update(from: start, count: tail - head)
            (head, tail) = (0, tail - head)
            let got = read(descriptor, base + tail, capacity - tail)
            guard got > 0 else { return nil }
            tail += got
        }
    }
}

/// Standard output, written in large pieces.
func flush(_ text: inout ByteText, beyond limit: Int = 0) {
    guard text.count > limit else { return }
    var rest = text.bytes
    while !rest.isEmpty {
        let written = write(STDOUT_FILENO, rest.baseAddress, rest.count)
        guard written > 0 else { break }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    text.removeAll()
}

/// Nanoseconds of a clock that only goes forwards.
func nanoseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000_000_000 + now.tv_nsec
}
