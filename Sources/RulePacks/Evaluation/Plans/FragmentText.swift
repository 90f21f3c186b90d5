/// Pieces of text that never change, while they are put together.
struct FragmentText {
    fileprivate var bytes: [UInt8] = []

    mutating func add(_ text: String) -> TextRange {
        let start = bytes.count
        bytes += text.utf8
        return TextRange(start: Int32(start), count: Int32(bytes.count - start))
    }
}

/// The same as one block of memory, which its owner frees. ``ByteBuffer/slack`` bytes behind each piece can be read.
struct FragmentBlock {
    private let base: UnsafeMutablePointer<UInt8>

    init(_ text: FragmentText) {
        base = .allocate(capacity: text.bytes.count + ByteBuffer.slack)
        base.initialize(from: text.bytes, count: text.bytes.count)
        (base + text.bytes.count).initialize(repeating: 0, count: ByteBuffer.slack)
    }

    func free() { base.deallocate() }

    subscript(_ range: TextRange) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base + Int(range.start), count: Int(range.count)) }
}
