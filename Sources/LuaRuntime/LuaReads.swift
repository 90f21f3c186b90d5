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

    package var isEmpty: Bool { words == SIMD16<UInt64>() }

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

extension LuaState {
    /// What has been read since the last `takeReads` or `begin`; the record starts afresh.
    package func takeReads() -> LuaReads {
        guard let raw = wm_current_reads(vm) else { return LuaReads() }
        var reads = LuaReads()
        withUnsafePointer(to: &raw.pointee.fields) { reads.fields = LuaBits($0) }
        withUnsafePointer(to: &raw.pointee.memos) { reads.slots = LuaBits($0) }
        reads.withheld = raw.pointee.withheld
        raw.pointee = wm_reads()
        return reads
    }

    /// Puts reads back, after a nested evaluation took its own.
    package func restoreReads(_ reads: LuaReads) {
        guard let raw = wm_current_reads(vm) else { return }
        var reads = reads
        withUnsafeBytes(of: &reads.fields) { source in
            withUnsafeMutableBytes(of: &raw.pointee.fields) { $0.copyMemory(from: source) }
        }
        withUnsafeBytes(of: &reads.slots) { source in
            withUnsafeMutableBytes(of: &raw.pointee.memos) { $0.copyMemory(from: source) }
        }
        raw.pointee.withheld = reads.withheld
    }

    /// Fields met since `begin` whose value is too old to count.
    package var staleFields: LuaBits { wm_stale(vm).map { LuaBits($0) } ?? LuaBits() }
}
