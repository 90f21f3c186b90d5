typealias Bytes = UnsafePointer<UInt8>

/// Reads one line into one row. Every step takes the place where it starts and gives back the place behind it, or nil
/// with the fault noted.
///
/// Works on copies of the plan's and the row's pointers, so that nothing on the way is counted or checked twice.
struct LineScan {
    let start: Bytes
    let end: Bytes
    let fields: UnsafeMutablePointer<FieldPlan>
    let keys: UnsafeMutablePointer<KeyPlan>
    let months: UnsafePointer<MonthTable.Month>
    let rules: CrossFieldRules
    let row: NominalRow
    let strings: UnsafeMutablePointer<UInt8>
    var cells: UnsafeMutablePointer<Int64>
    var cellCount: Int
    var cellCapacity: Int
    var stringCount = 0
    var stamp: UInt64
    /// No byte of the line is a backslash or a control character, so a string ends at the next quote.
    let isPlain: Bool
    /// Days since 1970, once known.
    var born = NominalRow.none
    /// An offence was read before the date of birth was.
    var readBeforeBirth = false
    /// The item being read, and where it stands in the input.
    var item = 0
    var aside = AsideItems()
    var fault: Fault?

    init(_ line: UnsafeBufferPointer<UInt8>, at start: Bytes, plan: DecodePlan, row: NominalRow, isPlain: Bool) {
        self.start = start
        end = start + line.count
        fields = plan.fields
        keys = plan.keys
        months = UnsafePointer(plan.months.months)
        rules = plan.rules
        self.row = row
        self.isPlain = isPlain
        row.reserveStrings(line.count)
        strings = row.strings
        cells = row.cells
        cellCapacity = row.cellCapacity
        cellCount = plan.layout.topCellCount
        stamp = plan.stamp
        // Of all lists at once: items come into cells that have no value.
        cells.update(repeating: NominalRow.none, count: max(cellCount, row.usedCells))
    }

    /// Notes a fault about a value. nil, so that a step can return it.
    @inline(never)
    mutating func fail(_ kind: Fault.Kind, key: Int32, at place: Bytes) -> Bytes? {
        fault = Fault(kind: kind, key: key, container: -1, item: item, offset: place - start)
        return nil
    }

    /// Notes a fault about a nominal, a record, a list or an item as a whole.
    @inline(never)
    mutating func fail(_ kind: Fault.Kind, in container: Int32, at place: Bytes) -> Bytes? {
        fault = Fault(kind: kind, key: -1, container: container, item: item, offset: place - start)
        return nil
    }

    @inline(__always)
    func skipSpace(_ place: Bytes) -> Bytes {
        var p = place
        while p < end, p.pointee <= 0x20, p.pointee == 0x20 || p.pointee == 0x09 || p.pointee == 0x0D || p.pointee == 0x0A {
            p += 1
        }
        return p
    }

    @inline(__always)
    func word(_ place: Bytes, _ offset: Int = 0) -> UInt64 {
        UnsafeRawPointer(place).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// Whether the four bytes at `place` are those of `text`.
    @inline(__always)
    func isWord(_ place: Bytes, _ text: UInt32) -> Bool {
        end - place >= 4 && UnsafeRawPointer(place).loadUnaligned(as: UInt32.self) == text.littleEndian
    }

    static let null: UInt32 = 0x6C6C_756E
    static let `true`: UInt32 = 0x6575_7274
    /// `alse`, behind an `f`.
    static let alse: UInt32 = 0x6573_6C61
}

/// The whole line.
extension LineScan {
    mutating func nominal(root: Int32) -> Bool {
        let p = skipSpace(start)
        guard p < end, p.pointee == 0x7B else { return fail(.notAnObject, in: root, at: p) != nil }
        guard var q = object(p + 1, container: root, base: 0) else { return false }
        q = skipSpace(q)
        guard q == end else { return fail(.afterTheEnd, in: root, at: q) != nil }
        if let disagreement = rules.fault(inRow: cells) {
            return fail(.disagree(disagreement), in: root, at: end) != nil
        }
        return true
    }
}
