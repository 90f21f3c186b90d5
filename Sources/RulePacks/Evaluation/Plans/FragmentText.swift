/// Pieces of text that never change, while they are put together.
struct FragmentText {
    fileprivate var bytes: [UInt8] = []

    mutating func add(_ text: String) -> TextRange {
        let start = bytes.count
        bytes += text.utf8
        return TextRange(start: Int32(start), count: Int32(bytes.count - start))
    }
}

/// The same as one block of memory, which its owner frees.
struct FragmentBlock {
    private let base: UnsafeMutablePointer<UInt8>

    init(_ text: FragmentText) {
        base = .allocate(capacity: max(1, text.bytes.count))
        base.initialize(from: text.bytes, count: text.bytes.count)
    }

    func free() { base.deallocate() }

    subscript(_ range: TextRange) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base + Int(range.start), count: Int(range.count)) }
}
