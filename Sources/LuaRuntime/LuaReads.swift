import CLuaShim

/// What one call, or a whole evaluation, looked at.
package struct LuaReads: Sendable, Equatable {
    /// Fields, by read id.
    package var fields = LuaBits()
    /// Memo slots.
    package var slots = LuaBits()
    /// Text was read that no explanation may show.
    package var withheld = false

    package init() {}

    package mutating func formUnion(_ other: LuaReads) {
        fields.formUnion(other.fields)
        slots.formUnion(other.slots)
        withheld = withheld || other.withheld
    }
}

/// A set of whole numbers from 0 to 1023, held without allocation.
package struct LuaBits: Sendable, Equatable {
    package static let capacity = 1024
    private var words = SIMD16<UInt64>()

    package init() {}

    init(_ source: UnsafeRawPointer) { words = source.loadUnaligned(as: SIMD16<UInt64>.self) }

    /// Numbers outside the range are left out.
    package mutating func insert(_ member: Int) {
        guard (0..<LuaBits.capacity).contains(member) else { return }
        words[member >> 6] |= 1 << UInt64(member & 63)
    }

    package func contains(_ member: Int) -> Bool {
        (0..<LuaBits.capacity).contains(member) && words[member >> 6] >> UInt64(member & 63) & 1 == 1
    }

    package mutating func formUnion(_ other: LuaBits) { words |= other.words }

    package var isEmpty: Bool { LuaBits.isZero(words) }

    package static func == (a: LuaBits, b: LuaBits) -> Bool { isZero(a.words ^ b.words) }

    // Halved and halved again: a comparison of sixteen words comes out as sixteen.
    private static func isZero(_ words: SIMD16<UInt64>) -> Bool {
        let eight = words.lowHalf | words.highHalf
        let four = eight.lowHalf | eight.highHalf
        let two = four.lowHalf | four.highHalf
        return two[0] | two[1] == 0
    }

    /// Its members in rising order.
    package var members: [Int] {
        var members: [Int] = []
        for place in 0..<16 {
            var rest = words[place]
            while rest != 0 {
                members.append(place << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return members
    }
}

extension LuaReads {
    init(_ raw: UnsafePointer<wm_reads>?) {
        guard let raw else { return }
        fields = LuaBits(UnsafeRawPointer(raw) + (MemoryLayout<wm_reads>.offset(of: \.fields) ?? 0))
        slots = LuaBits(UnsafeRawPointer(raw) + (MemoryLayout<wm_reads>.offset(of: \.memos) ?? 0))
        withheld = raw.pointee.withheld
    }
}

extension LuaState {
    /// What the last call that ended read, without what it had the host work out.
    package var lastReads: LuaReads { LuaReads(wm_last_reads(vm)) }

    /// The last call that ended read text that no explanation may show.
    package var lastWithheld: Bool { wm_last_reads(vm)?.pointee.withheld ?? false }

    /// Everything that was read since `begin`.
    package var allReads: LuaReads { LuaReads(wm_all_reads(vm)) }

    /// The fields that were read since `begin`, a bit for each: field 70 is bit 6 of word 1. There are 16 words.
    package func withFieldsRead(_ body: (UnsafePointer<UInt64>) -> Void) {
        guard let raw = wm_all_reads(vm) else { return }
        withUnsafePointer(to: raw.pointee.fields) { $0.withMemoryRebound(to: UInt64.self, capacity: 16, body) }
    }

    /// Counts what the host looks at for a rule among everything that was read.
    package func add(_ reads: LuaReads) {
        var raw = wm_reads()
        withUnsafeMutableBytes(of: &raw.fields) { target in withUnsafeBytes(of: reads.fields) { target.copyMemory(from: $0) } }
        withUnsafeMutableBytes(of: &raw.memos) { target in withUnsafeBytes(of: reads.slots) { target.copyMemory(from: $0) } }
        raw.withheld = reads.withheld
        wm_add_reads(vm, &raw)
    }

    /// Fields met since `begin` whose value is too old to count.
    package var staleFields: LuaBits { wm_stale(vm).map { LuaBits($0) } ?? LuaBits() }
}
