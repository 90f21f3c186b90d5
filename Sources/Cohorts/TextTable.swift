import Glibc

/// Texts told apart by their bytes, such as ids, each with a number: 0 for the first that came, 1 for the next new one.
///
/// One takes its bytes and some sixteen more.
package struct TextTable: Sendable {
    /// Where a text is: the page in 24 bits, the place in it in 16, and its length in 24, which no line of input exceeds.
    private struct Reference: Sendable {
        private let bits: UInt64

        init(page: Int, place: Int, length: Int) { bits = UInt64(page) << 40 | UInt64(place) << 24 | UInt64(length) }

        var page: Int { Int(bits >> 40) }
        var range: Range<Int> {
            let place = Int(bits >> 24 & 0xFFFF)
            return place..<place + Int(bits & 0xFF_FFFF)
        }
    }

    private static let pageSize = 1 << 16
    /// A text lies in one page, which is longer than the others where the text is.
    private var pages: [[UInt8]] = []
    private var texts = Column<Reference>()
    /// Numbers and 1, found by hash; 0 where there is none. A power of two.
    private var slots: [UInt32] = Array(repeating: 0, count: 16)

    package init() {}

    package var count: Int { texts.count }

    /// The number of a text, which is kept where it is new.
    package mutating func add(_ text: UnsafeRawBufferPointer) -> Int {
        if count * 4 >= slots.count * 3 { grow() }
        let place = place(of: text)
        if slots[place] != 0 { return Int(slots[place]) - 1 }
        if pages.last.map({ $0.count + text.count >= TextTable.pageSize }) ?? true {
            var page: [UInt8] = []
            page.reserveCapacity(max(TextTable.pageSize, text.count))
            pages.append(page)
        }
        let last = pages.count - 1
        texts.append(Reference(page: last, place: pages[last].count, length: text.count))
        pages[last].append(contentsOf: text)
        slots[place] = UInt32(truncatingIfNeeded: count)
        return count - 1
    }

    /// nil: it has not been added.
    package func number(of text: UnsafeRawBufferPointer) -> Int? {
        let found = slots[place(of: text)]
        return found == 0 ? nil : Int(found) - 1
    }

    package mutating func add(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    package func number(of text: String) -> Int? {
        var text = text
        return text.withUTF8 { number(of: UnsafeRawBufferPointer($0)) }
    }

    package subscript(_ number: Int) -> String { withBytes(number) { String(decoding: $0, as: UTF8.self) } }

    /// Whether a text goes before another, byte by byte.
    package func isBefore(_ a: Int, _ b: Int) -> Bool {
        withBytes(a) { x in
            withBytes(b) { y in
                let order = TextTable.order(x, y)
                return order == 0 ? x.count < y.count : order < 0
            }
        }
    }

    /// Negative, 0 or positive, as far as both go.
    private static func order(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int32 {
        guard let x = a.baseAddress, let y = b.baseAddress else { return 0 }
        return memcmp(x, y, min(a.count, b.count))
    }

    private func withBytes<Result>(_ number: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let text = texts[number]
        return pages[text.page].withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[text.range])) }
    }

    /// Where a text is in `slots`, or belongs.
    private func place(of text: UnsafeRawBufferPointer) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: IDHash(text).first) & mask
        while slots[place] != 0, !isSame(Int(slots[place]) - 1, text) { place = (place + 1) & mask }
        return place
    }

    private func isSame(_ number: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        withBytes(number) { $0.count == text.count && TextTable.order($0, text) == 0 }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for number in 0..<count {
            let free = withBytes(number) { self.place(of: $0) }
            slots[free] = UInt32(truncatingIfNeeded: number + 1)
        }
    }
}
