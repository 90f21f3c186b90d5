/// One value of any kind.
extension LineScan {
    /// Reads the value of a key into its cell.
    /// - Parameter missing: required parts of the object that have not come yet.
    @inline(__always)
    mutating func value(_ p: Bytes, key: Int32, base: Int, missing: inout Int32) -> Bytes? {
        let plan = fields + Int(keys[Int(key)].field)
        if p < end, p.pointee == 0x6E, isWord(p, LineScan.null), plan.pointee.kind != .yearsSince {
            if plan.pointee.isRequired { return fail(.missing, key: key, at: p) }
            // A record given as null is known not to be there, which a record left out is not.
            if plan.pointee.kind == .record { cells[base &+ Int(plan.pointee.cell)] = 0 }
            return p + 4
        }
        if keys[Int(key)].sharesCell { return sharedValue(p, key: key, base: base, missing: &missing) }
        if plan.pointee.isRequired { missing -= 1 }
        return filled(p, key: key, plan: plan, base: base)
    }

    @inline(__always)
    private mutating func filled(
        _ p: Bytes, key: Int32, plan: UnsafeMutablePointer<FieldPlan>, base: Int
    ) -> Bytes? {
        let cell = base &+ Int(plan.pointee.cell)
        switch plan.pointee.kind {
        case .enumeration: return enumeration(p, key: key, plan: plan, cell: cell)
        case .date: return date(p, key: key, cell: cell)
        case .int: return whole(p, key: key, plan: plan, cell: cell)
        case .number: return number(p, key: key, plan: plan, cell: cell)
        case .bool:
            if isWord(p, LineScan.true) {
                cells[cell] = 1
                return p + 4
            }
            if end - p >= 5, p.pointee == 0x66, isWord(p + 1, LineScan.alse) {
                cells[cell] = 0
                return p + 5
            }
            return fail(.wrongType, key: key, at: p)
        case .string:
            guard p < end, p.pointee == 0x22 else { return fail(.wrongType, key: key, at: p) }
            guard let (behind, bytes) = text(p + 1, key: key, container: -1) else { return nil }
            if bytes.count == 0, plan.pointee.isRequired { return fail(.emptyRequired, key: key, at: p) }
            cells[cell] = place(of: bytes)
            return behind
        case .words: return words(p, key: key, cell: cell)
        case .yearsSince: return fail(.computed, key: key, at: p)
        case .record:
            guard p < end, p.pointee == 0x7B else { return fail(.wrongType, key: key, at: p) }
            cells[cell] = 1
            return object(p + 1, container: keys[Int(key)].field, base: base)
        case .list:
            return list(p, key: key, plan: plan, cell: cell)
        }
    }

    /// A field that has more than one name: two of them given must say the same.
    @inline(never)
    private mutating func sharedValue(_ p: Bytes, key: Int32, base: Int, missing: inout Int32) -> Bytes? {
        let plan = fields + Int(keys[Int(key)].field)
        let cell = base + Int(plan.pointee.cell)
        let before = cells[cell]
        if plan.pointee.isRequired, before == NominalRow.none { missing -= 1 }
        cells[cell] = NominalRow.none
        guard let behind = filled(p, key: key, plan: plan, base: base) else { return nil }
        if before != NominalRow.none {
            if cells[cell] != NominalRow.none, cells[cell] != before { return fail(.aliasDisagrees, key: key, at: p) }
            cells[cell] = before
        }
        return behind
    }

    /// Where a string's bytes are, as a cell has it.
    @inline(__always)
    func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
        guard let base = bytes.baseAddress else { return Int64(stringCount) }
        return Int64(truncatingIfNeeded: (UnsafePointer(strings).distance(to: base)) | bytes.count &<< 32)
    }
}
