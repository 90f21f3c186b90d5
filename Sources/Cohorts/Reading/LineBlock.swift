/// Lines of a cohort that are worked on together, in memory of their own which is used again and again.
///
/// Unchecked, because it is handed on and never used by two at once.
package final class LineBlock: @unchecked Sendable {
    /// A line without its newline.
    package struct Line: Sendable {
        package var number: Int
        package var bytes: Range<Int>
    }

    /// Bytes after which it takes no more: small enough for what is read, worked on and written to fit into a core's own cache together.
    package static let size = 128 << 10

    // Nothing keeps access to one of these while it calls anything that uses it.
    @exclusivity(unchecked) package private(set) var lines: [Line] = []
    @exclusivity(unchecked) private var memory = WindowMemory(capacity: LineBlock.size)
    /// Where the first line's bytes may begin, and the end of what is used, in ``memory``.
    @exclusivity(unchecked) private var used = 0..<0

    package init() {}

    deinit { memory.free() }

    /// What the lines' ranges are in.
    package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory.base + used.lowerBound, count: used.count) }

    var isFull: Bool { used.count >= LineBlock.size }

    package func removeAll() {
        lines.removeAll(keepingCapacity: true)
        used = 0..<0
    }

    /// Adds a copy of a line.
    func append(_ line: UnsafeRawBufferPointer, number: Int) {
        let end = used.upperBound + line.count
        if end > memory.capacity { memory.grow(to: max(end, memory.capacity * 2), keeping: used.upperBound) }
        if let start = line.baseAddress { (memory.base + used.upperBound).update(from: start.assumingMemoryBound(to: UInt8.self), count: line.count) }
        note(used.upperBound - used.lowerBound..<end - used.lowerBound, number: number)
        used = used.lowerBound..<end
    }

    /// Adds a line whose bytes are there, or which ``take(_:_:)`` will bring.
    func note(_ bytes: Range<Int>, number: Int) { lines.append(Line(number: number, bytes: bytes)) }

    /// Takes over memory whose bytes at `used` hold all lines that were noted, and gives its own for it.
    func take(_ other: inout WindowMemory, _ used: Range<Int>) {
        swap(&memory, &other)
        self.used = used
    }
}
