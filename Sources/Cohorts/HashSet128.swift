/// A set of 128-bit hashes: open addressing, in parts that grow one at a time, so that growing takes little room.
struct HashSet128 {
    private var parts: [Part] = []
    private static let partCount = 64

    private struct Part {
        var slots: [IDHash] = []
        var count = 0
        /// The hash that means an empty slot is in the set.
        var hasEmpty = false
    }

    private static let empty = IDHash(first: 0, second: 0)

    /// - Returns: false where the hash was there already.
    mutating func insert(_ hash: IDHash) -> Bool {
        if parts.isEmpty { parts = Array(repeating: Part(), count: HashSet128.partCount) }
        return HashSet128.insert(hash, into: &parts[Int(hash.second >> 58)])
    }

    private static func insert(_ hash: IDHash, into part: inout Part) -> Bool {
        if hash == empty {
            defer { part.hasEmpty = true }
            return !part.hasEmpty
        }
        if part.count * 6 >= part.slots.count * 5 {
            var grown = Part(slots: Array(repeating: empty, count: max(16, part.slots.count * 3 / 2)))
            grown.hasEmpty = part.hasEmpty
            for old in part.slots where old != empty { _ = place(old, in: &grown) }
            part = grown
        }
        return place(hash, in: &part)
    }

    private static func place(_ hash: IDHash, in part: inout Part) -> Bool {
        var slot = Int(hash.first.multipliedFullWidth(by: UInt64(part.slots.count)).high)
        while part.slots[slot] != empty {
            if part.slots[slot] == hash { return false }
            slot += 1
            if slot == part.slots.count { slot = 0 }
        }
        part.slots[slot] = hash
        part.count += 1
        return true
    }
}
