/// Open-addressed tables from short texts to numbers, in one piece of memory: the values of all enumerations.
struct ValueTable {
    /// One table: where its entries begin and how many there are, a power of two; 0 for a table with nothing in it.
    struct Slice {
        var entries: UnsafePointer<Entry>?
        var capacity = 0
        /// Mixes the bytes of a text into its place.
        var mixer: UInt64 = 0
    }

    struct Entry {
        var first: UInt64 = 0
        var last: UInt64 = 0
        /// -1: no entry.
        var length: Int32 = -1
        /// What the text stands for; -1 says that it stands for no value.
        var value: Int32 = 0
        var text: UnsafePointer<UInt8>?
    }

    /// - Returns: memory that the caller owns, through `keep`.
    static func make(
        _ pairs: [(text: String, value: Int32)], keep: (UnsafeMutableRawPointer) -> Void
    ) -> Slice {
        guard !pairs.isEmpty else { return Slice() }
        var capacity = 4
        while capacity < pairs.count * 3 { capacity *= 2 }
        let texts = pairs.map { pair -> Entry in
            let utf8 = Array(pair.text.utf8)
            let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, utf8.count))
            bytes.initialize(from: utf8, count: utf8.count)
            keep(UnsafeMutableRawPointer(bytes))
            let (first, last) = ends(of: bytes, count: utf8.count, readable: utf8.count)
            return Entry(first: first, last: last, length: Int32(utf8.count), value: pair.value, text: bytes)
        }
        let mixer = mixer(for: texts, capacity, slot: slot)
        let entries = UnsafeMutablePointer<Entry>.allocate(capacity: capacity)
        entries.initialize(repeating: Entry(), count: capacity)
        keep(UnsafeMutableRawPointer(entries))
        for text in texts {
            var place = slot(text, mixer, capacity)
            while entries[place].length >= 0 { place = (place &+ 1) & (capacity &- 1) }
            entries[place] = text
        }
        return Slice(entries: entries, capacity: capacity, mixer: mixer)
    }

    /// One with which each text has a place of its own, where a few tries find one: then the first look finds it.
    private static func mixer(for texts: [Entry], _ capacity: Int, slot: (Entry, UInt64, Int) -> Int) -> UInt64 {
        let first: UInt64 = 0x9E37_79B9_7F4A_7C15
        for turn in 0..<64 as Range<UInt64> {
            let mixer = first &* (turn &* 2 &+ 1)
            var isTaken = [Bool](repeating: false, count: capacity)
            let isShared = texts.contains { text in
                let place = slot(text, mixer, capacity)
                defer { isTaken[place] = true }
                return isTaken[place]
            }
            if !isShared { return mixer }
        }
        return first
    }

    /// A table of those texts of up to 15 bytes, each with the quote behind it, for ``quick(_:in:)``.
    static func makeQuick(_ pairs: [(text: String, value: Int32)], keep: (UnsafeMutableRawPointer) -> Void) -> Slice {
        let short = pairs.filter { $0.text.utf8.count < 16 && !$0.text.utf8.contains(0x22) }
        guard !short.isEmpty else { return Slice() }
        var capacity = 4
        while capacity < short.count * 3 { capacity *= 2 }
        let texts = short.map { pair -> Entry in
            var words: (UInt64, UInt64) = (0, 0)
            for (place, byte) in (Array(pair.text.utf8) + [0x22]).enumerated() {
                let byte = UInt64(byte) << UInt64(place % 8 * 8)
                if place < 8 { words.0 |= byte } else { words.1 |= byte }
            }
            return Entry(first: words.0, last: words.1, length: Int32(pair.text.utf8.count), value: pair.value)
        }
        let mixer = mixer(for: texts, capacity, slot: quickSlot)
        let entries = UnsafeMutablePointer<Entry>.allocate(capacity: capacity)
        entries.initialize(repeating: Entry(), count: capacity)
        keep(UnsafeMutableRawPointer(entries))
        // One that has no place of its own is found the longer way.
        for text in texts where entries[quickSlot(text, mixer, capacity)].length < 0 { entries[quickSlot(text, mixer, capacity)] = text }
        return Slice(entries: entries, capacity: capacity, mixer: mixer)
    }

    /// What the text stands for that begins at `text` and ends at the next quote, and its bytes; nil where it is not in the table. Sixteen
    /// bytes must be there.
    ///
    /// Each of two words is cut behind its first quote, without asking where that is, so that there is nothing to foresee.
    @inline(__always)
    static func quick(_ text: UnsafePointer<UInt8>, in slice: Slice) -> (value: Int32, count: Int)? {
        guard let entries = slice.entries else { return nil }
        let raw = UnsafeRawPointer(text)
        let first = raw.loadUnaligned(as: UInt64.self)
        let second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        let (firstQuote, secondQuote) = (quotes(first), quotes(second))
        // Up to the lowest bit that is set, and all where none is.
        let start = first & (firstQuote ^ (firstQuote &- 1))
        let rest = second & (secondQuote ^ (secondQuote &- 1)) & (firstQuote == 0 ? .max : 0)
        let entry = entries + quickSlot(start, rest, slice.mixer, slice.capacity)
        guard entry.pointee.first == start, entry.pointee.last == rest else { return nil }
        return (entry.pointee.value, Int(entry.pointee.length))
    }

    /// The top bit of the first byte that is a quote; above it others may be set, too.
    @inline(__always)
    static func quotes(_ word: UInt64) -> UInt64 {
        let word = word ^ 0x2222_2222_2222_2222
        return (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    private static func quickSlot(_ entry: Entry, _ mixer: UInt64, _ capacity: Int) -> Int { quickSlot(entry.first, entry.last, mixer, capacity) }

    @inline(__always)
    private static func quickSlot(_ first: UInt64, _ last: UInt64, _ mixer: UInt64, _ capacity: Int) -> Int {
        slot(first, last, 0, mixer, capacity)
    }

    private static func slot(_ entry: Entry, _ mixer: UInt64, _ capacity: Int) -> Int {
        slot(entry.first, entry.last, Int(entry.length), mixer, capacity)
    }

    /// The number that a text stands for; nil where it is not in the table.
    /// - Parameter readable: bytes that may be read from `text` on, at least `count`.
    @inline(__always)
    static func find(_ text: UnsafePointer<UInt8>, count: Int, readable: Int, in slice: Slice) -> Int32? {
        guard let entries = slice.entries else { return nil }
        let (first, last) = ends(of: text, count: count, readable: readable)
        var place = slot(first, last, count, slice.mixer, slice.capacity)
        while true {
            let entry = entries + place
            if entry.pointee.length < 0 { return nil }
            if entry.pointee.first == first, entry.pointee.last == last, Int(entry.pointee.length) == count,
                count <= 16 || same(entry.pointee.text, text, count)
            {
                return entry.pointee.value
            }
            place = (place &+ 1) & (slice.capacity &- 1)
        }
    }

    @inline(__always)
    private static func same(_ a: UnsafePointer<UInt8>?, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard let a else { return false }
        for i in 8..<count - 8 where a[i] != b[i] { return false }
        return true
    }

    /// The first eight bytes and the last eight; of a shorter text all of it, and 0.
    @inline(__always)
    private static func ends(of text: UnsafePointer<UInt8>, count: Int, readable: Int) -> (UInt64, UInt64) {
        let raw = UnsafeRawPointer(text)
        if readable >= 8 {
            // Both are loaded without asking whether they are needed, as shorter and longer texts come by turns.
            let isLong = count >= 8
            let first = raw.loadUnaligned(as: UInt64.self)
            let last = raw.loadUnaligned(fromByteOffset: isLong ? count &- 8 : 0, as: UInt64.self)
            let part: UInt64 = (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1
            return (first & (isLong ? .max : part), last & (isLong ? .max : 0))
        }
        var word: UInt64 = 0
        for i in 0..<count { word |= UInt64(text[i]) &<< UInt64(truncatingIfNeeded: i &* 8) }
        return (word, 0)
    }

    @inline(__always)
    private static func slot(_ first: UInt64, _ last: UInt64, _ count: Int, _ mixer: UInt64, _ capacity: Int) -> Int {
        let turned = last &<< 23 | last &>> 41
        let mixed = ((first ^ turned) &+ UInt64(truncatingIfNeeded: count)) &* mixer
        return Int(truncatingIfNeeded: mixed &>> 40) & (capacity &- 1)
    }
}
