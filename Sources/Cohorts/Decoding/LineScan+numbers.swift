/// Numbers, by JSON's strict grammar.
extension LineScan {
    @inline(__always)
    mutating func whole(_ p: Bytes, key: Int32, plan: UnsafeMutablePointer<FieldPlan>, cell: Int) -> Bytes? {
        guard let (behind, value) = digits(p) else {
            return oddWhole(p, key: key, plan: plan, cell: cell)
        }
        guard value >= plan.pointee.low, value <= plan.pointee.high else {
            return fail(.outOfRange, key: key, at: p)
        }
        cells[cell] = value
        return behind
    }

    @inline(__always)
    mutating func number(_ p: Bytes, key: Int32, plan: UnsafeMutablePointer<FieldPlan>, cell: Int) -> Bytes? {
        let behind: Bytes
        let value: Double
        if let (place, whole) = digits(p) {
            behind = place
            value = Double(whole)
        } else {
            guard let (place, any) = anyNumber(p, key: key) else { return nil }
            behind = place
            value = any
        }
        guard value >= plan.pointee.lowNumber, value <= plan.pointee.highNumber else {
            return fail(.outOfRange, key: key, at: p)
        }
        // Adding zero turns -0.0 into 0.0, which must not be told apart.
        cells[cell] = Int64(bitPattern: (value + 0).bitPattern)
        return behind
    }

    /// A whole number of up to fifteen digits with no fraction and no exponent; nil for everything else.
    @inline(__always)
    func digits(_ p: Bytes) -> (behind: Bytes, value: Int64)? {
        var q = p
        let negative = q < end && q.pointee == 0x2D
        if negative { q += 1 }
        let first = q
        var value: Int64 = 0
        while q < end {
            let digit = q.pointee &- 0x30
            guard digit <= 9, q - first <= 15 else { break }
            value = value &* 10 &+ Int64(digit)
            q += 1
        }
        let count = q - first
        guard count >= 1, count <= 15, count == 1 || first.pointee != 0x30 else { return nil }
        if q < end {
            let next = q.pointee
            if next == 0x2E || next | 0x20 == 0x65 { return nil }
        }
        return (q, negative ? 0 &- value : value)
    }

    /// A whole number written otherwise: `3.0`, `1e2`, or one too long to be exact.
    @inline(never)
    private mutating func oddWhole(
        _ p: Bytes, key: Int32, plan: UnsafeMutablePointer<FieldPlan>, cell: Int
    ) -> Bytes? {
        guard let (behind, value) = anyNumber(p, key: key) else { return nil }
        guard value.magnitude <= Double(FieldPlan.largestWhole) else { return fail(.tooLarge, key: key, at: p) }
        guard let whole = Int64(exactly: value) else { return fail(.notWhole, key: key, at: p) }
        guard whole >= plan.pointee.low, whole <= plan.pointee.high else {
            return fail(.outOfRange, key: key, at: p)
        }
        cells[cell] = whole
        return behind
    }

    @inline(never)
    private mutating func anyNumber(_ p: Bytes, key: Int32) -> (behind: Bytes, value: Double)? {
        guard p < end, p.pointee == 0x2D || p.pointee &- 0x30 <= 9 else {
            _ = fail(.wrongType, key: key, at: p)
            return nil
        }
        guard let behind = JSONNumber.end(p, end) else {
            _ = fail(.badNumber, key: key, at: p)
            return nil
        }
        let text = String(decoding: UnsafeBufferPointer(start: p, count: behind - p), as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            _ = fail(.tooLarge, key: key, at: p)
            return nil
        }
        return (behind, value)
    }
}
