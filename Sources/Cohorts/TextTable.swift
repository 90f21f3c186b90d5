/// Texts told apart by their bytes, such as ids, each with a number: 0 for the first that came, 1 for the next new one.
///
/// One takes its bytes and some sixteen more.
package struct TextTable: Sendable {
    private var bytes = Column<UInt8>()
    private var ends = Column<Int>()
    /// Numbers and 1, found by hash; 0 where there is none. A power of two.
    private var slots = Column<UInt32>(repeating: 0, count: 16)

    package init() {}

    package var count: Int { ends.count }

    /// The number of a text, which is kept where it is new.
    package mutating func add(_ text: UnsafeRawBufferPointer) -> Int {
        if count * 4 >= slots.count * 3 { grow() }
        let place = place(of: text)
        if slots[place] != 0 { return Int(slots[place]) - 1 }
        for byte in text { bytes.append(byte) }
        ends.append(bytes.count)
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

    package subscript(_ number: Int) -> String { String(decoding: copy(number), as: UTF8.self) }

    /// Whether a text goes before another, byte by byte.
    package func isBefore(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (range(a), range(b))
        for place in 0..<min(x.count, y.count) where bytes[x.lowerBound + place] != bytes[y.lowerBound + place] {
            return bytes[x.lowerBound + place] < bytes[y.lowerBound + place]
        }
        return x.count < y.count
    }

    private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    private func copy(_ number: Int) -> [UInt8] { range(number).map { bytes[$0] } }

    /// Where a text is in `slots`, or belongs.
    private func place(of text: UnsafeRawBufferPointer) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: IDHash(text).first) & mask
        while slots[place] != 0, !isSame(Int(slots[place]) - 1, text) { place = (place + 1) & mask }
        return place
    }

    private func isSame(_ number: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        let range = range(number)
        guard range.count == text.count else { return false }
        for (place, byte) in zip(range, text) where bytes[place] != byte { return false }
        return true
    }

    private mutating func grow() {
        slots = Column(repeating: 0, count: slots.count * 2)
        for number in 0..<count {
            let free = copy(number).withUnsafeBytes { self.place(of: $0) }
            slots[free] = UInt32(truncatingIfNeeded: number + 1)
        }
    }
}
