/// Lists of records.
extension LineScan {
    mutating func list(_ p: Bytes, key: Int32, plan: UnsafeMutablePointer<FieldPlan>, cell: Int) -> Bytes? {
        guard p < end, p.pointee == 0x5B else { return fail(.wrongType, key: key, at: p) }
        let container = keys[Int(key)].field
        let stride = Int(plan.pointee.stride)
        let dateCell = Int(plan.pointee.dateCell)
        let asideCell = Int(plan.pointee.asideCell)
        let isChecked = plan.pointee.isChecked
        let first = cellCount
        var inOrder = true
        var last = Int64.min
        var q = skipSpace(p + 1)
        item = 0
        aside.removeAll()
        if q < end, q.pointee == 0x5D {
            cells[cell] = LineScan.pack(first, 0)
            cells[cell + 2] = LineScan.pack(first, 0)
            return q + 1
        }
        while true {
            guard q < end, q.pointee == 0x7B else { return fail(.wrongType, in: container, at: q) }
            if cellCount &+ stride > cellCapacity { grow(stride) }
            let target = cells + cellCount
            guard let behind = usualItem(q + 1, plan, target) ?? object(q + 1, container: container, base: cellCount) else { return nil }
            if isChecked, !check(target, of: container, at: q) { return nil }
            if asideCell >= 0, target[asideCell] == plan.pointee.asideValue {
                aside.append(target, stride)
                forget(target, stride)
            } else {
                if dateCell >= 0 {
                    let date = target[dateCell]
                    if date < last { inOrder = false }
                    last = date
                }
                cellCount &+= stride
            }
            item &+= 1
            q = behind
            if q < end, q.pointee <= 0x20 { q = skipSpace(q) }
            guard q < end else { return fail(.syntax("a comma or `]`"), in: container, at: q) }
            if q.pointee == 0x2C {
                q += 1
                if q < end, q.pointee <= 0x20 { q = skipSpace(q) }
            } else if q.pointee == 0x5D {
                break
            } else {
                return fail(.syntax("a comma or `]`"), in: container, at: q)
            }
        }
        let count = stride == 0 ? item : (cellCount - first) / stride
        if !inOrder { sortByDate(first, count, stride, dateCell) }
        cells[cell] = LineScan.pack(first, count)
        // By itself, as it may move the cells.
        let placed = placeAside(stride, dateCell)
        cells[cell + 2] = placed
        item = 0
        return q + 1
    }

    /// An item of which every field is as usual, from behind its opening brace to behind the closing one; nil for any other, which is then
    /// as if it had not been looked at.
    @inline(__always)
    private mutating func usualItem(_ p: Bytes, _ plan: UnsafeMutablePointer<FieldPlan>, _ target: UnsafeMutablePointer<Int64>) -> Bytes? {
        let first = plan.pointee.guess
        guard isPlain, first >= 0, keys[Int(first)].isUsual else { return nil }
        let strings = stringCount
        var previous: Int32 = -1
        var missing = plan.pointee.requiredParts
        stamp &+= 1
        let usual = usual(p, from: first, base: cellCount, stamp: stamp, previous: &previous, missing: &missing)
        if usual.isEnd, missing == 0 { return usual.place + 1 }
        stringCount = strings
        forget(target, Int(plan.pointee.stride))
        return nil
    }

    @inline(never)
    private func forget(_ target: UnsafeMutablePointer<Int64>, _ stride: Int) { target.update(repeating: NominalRow.none, count: stride) }

    /// The items' first cell and number, as a list's cell has them.
    @inline(__always)
    static func pack(_ first: Int, _ count: Int) -> Int64 { Int64(truncatingIfNeeded: first | count &<< 32) }

    @inline(never)
    private mutating func grow(_ stride: Int) {
        row.growCells(to: cellCount + stride, keeping: cellCount)
        cells = row.cells
        cellCapacity = row.cellCapacity
    }

    @inline(__always)
    private mutating func check(_ target: UnsafeMutablePointer<Int64>, of list: Int32, at p: Bytes) -> Bool {
        if list == rules.offences, born == NominalRow.none { readBeforeBirth = true }
        guard let disagreement = rules.fault(inItem: target, of: list, born: born) else { return true }
        return fail(.disagree(disagreement), in: list, at: p) != nil
    }

    /// Puts the items that were set aside behind the others, in date order.
    private mutating func placeAside(_ stride: Int, _ dateCell: Int) -> Int64 {
        let first = cellCount
        guard let items = aside.cells, aside.count > 0 else { return LineScan.pack(first, 0) }
        if cellCount + aside.count > cellCapacity { grow(aside.count) }
        (cells + cellCount).update(from: items, count: aside.count)
        cellCount += aside.count
        let count = aside.count / stride
        if dateCell >= 0 {
            let dates = cells + first + dateCell
            if (1..<count).contains(where: { dates[$0 * stride] < dates[($0 - 1) * stride] }) {
                sortByDate(first, count, stride, dateCell)
            }
        }
        return LineScan.pack(first, count)
    }

    /// Sorts items by date, undated ones first, otherwise keeping the order of the input.
    @inline(never)
    private mutating func sortByDate(_ first: Int, _ count: Int, _ stride: Int, _ dateCell: Int) {
        let items = cells + first
        let order = (0..<count).sorted { a, b in
            (items[a * stride + dateCell], a) < (items[b * stride + dateCell], b)
        }
        let copy = UnsafeMutablePointer<Int64>.allocate(capacity: count * stride)
        defer { copy.deallocate() }
        copy.update(from: items, count: count * stride)
        for (to, from) in order.enumerated() {
            (items + to * stride).update(from: copy + from * stride, count: stride)
        }
    }
}
