/// Small changes to bytes, of the kinds that break readers.
struct Mutation {
    /// Pieces that mean something to the reader.
    let pieces: [String]
    /// Other input of the same kind, to take parts from.
    let others: [[UInt8]]

    private static let odd: [[UInt8]] = [
        [0x00], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0x0D], [0x0D, 0x0A], [0x0A], [0x1B], [0x80], [0xF4, 0x90, 0x80, 0x80], [0x7F],
    ] + ["\u{301}", "\u{2028}", "é", "😀", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "1e999", "-0", "0x7fffffffffffffff", "1e-400"].map { Array($0.utf8) }

    /// From one to six changes.
    func changed(_ bytes: [UInt8], _ numbers: inout FuzzNumbers) -> [UInt8] {
        var bytes = bytes
        for _ in 0...numbers.below(6) { change(&bytes, &numbers) }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ numbers: inout FuzzNumbers) {
        let place = numbers.below(bytes.count + 1)
        switch numbers.below(10) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(numbers.below(8))
        case 1 where place < bytes.count: bytes[place] = UInt8(numbers.below(256))
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + numbers.below(20)))
        case 3: bytes.removeSubrange(place..<(numbers.once(in: 3) ? bytes.count : min(bytes.count, place + numbers.below(400))))
        case 4:
            let end = min(bytes.count, place + numbers.below(60))
            let times = numbers.once(in: 20) ? 300 : 1
            bytes.insert(contentsOf: (0..<times).flatMap { _ in bytes[place..<end] }, at: place)
        case 5: bytes.insert(contentsOf: numbers.pick(Mutation.odd), at: place)
        case 6 where !others.isEmpty:
            let other = numbers.pick(others)
            let from = numbers.below(other.count + 1)
            bytes.insert(contentsOf: other[from..<min(other.count, from + numbers.below(200))], at: place)
        case 7: swapWords(&bytes, &numbers)
        default: bytes.insert(contentsOf: numbers.pick(pieces).utf8, at: place)
        }
    }

    /// Puts one word of the input in another's place.
    private func swapWords(_ bytes: inout [UInt8], _ numbers: inout FuzzNumbers) {
        guard let from = word(bytes, numbers.below(bytes.count)), let to = word(bytes, numbers.below(bytes.count)) else { return }
        bytes.replaceSubrange(to, with: Array(bytes[from]))
    }

    private func word(_ bytes: [UInt8], _ place: Int) -> Range<Int>? {
        func isWord(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F }
        guard let start = bytes[place...].firstIndex(where: isWord) else { return nil }
        return start..<(bytes[start...].firstIndex { !isWord($0) } ?? bytes.count)
    }
}
