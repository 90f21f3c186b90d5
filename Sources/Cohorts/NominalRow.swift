/// One nominal as typed cells: what the decoder fills and what rules read.
///
/// Reused from nominal to nominal, one a worker; nobody but the decoder changes it. Every value is one cell of eight
/// bytes, ``none`` where there is no value:
/// - bool 0 or 1; int the value; number and percent the bits of the Double (never -0.0); date days since 1970-01-01;
/// - string and words a place in ``strings``, the offset in the low 32 bits and the length in the high 32 bits;
/// - enumeration the index into its values; a record 1, with its parts behind it, and 0 where it was given as null;
/// - a list four cells: the items that count (first item's cell in the low 32 bits, number of items in the high 32
///   bits; ``none`` where the list was left out), one for the evaluator, the items set aside, one for the evaluator.
package final class NominalRow {
    package static let none: Int64 = .min

    package let layout: RowLayout
    // A row belongs to one worker, and nothing reads it while the decoder fills it.
    @exclusivity(unchecked) package internal(set) var cells: UnsafeMutablePointer<Int64>
    @exclusivity(unchecked) package internal(set) var cellCount: Int
    @exclusivity(unchecked) package internal(set) var strings: UnsafeMutablePointer<UInt8>
    @exclusivity(unchecked) package internal(set) var stringCount = 0
    var cellCapacity: Int
    /// From here on no cell has a value.
    @exclusivity(unchecked) var usedCells: Int
    var stringCapacity = 1024
    private let idCell: Int?

    /// A row in which nothing has a value.
    package init(layout: RowLayout) {
        self.layout = layout
        cellCount = layout.topCellCount
        cellCapacity = max(1, layout.topCellCount) + 512
        usedCells = cellCount
        cells = .allocate(capacity: cellCapacity)
        cells.initialize(repeating: NominalRow.none, count: cellCapacity)
        strings = .allocate(capacity: stringCapacity)
        idCell = layout.id(ofPath: "id").map { layout.fields[$0].cell }
    }

    deinit {
        cells.deallocate()
        strings.deallocate()
    }

    /// Where everything is, for those who ask for each nominal. Other modules are checked for each use of what the row keeps, but not for this.
    package struct Contents {
        package let cells: UnsafeMutablePointer<Int64>
        package let cellCount: Int
        package let strings: UnsafeMutablePointer<UInt8>
        package let stringCount: Int
    }

    /// Valid until the row is filled or changed.
    package var contents: Contents { Contents(cells: cells, cellCount: cellCount, strings: strings, stringCount: stringCount) }

    /// What a cell has; ``none`` where it has no value.
    package func value(at cell: Int) -> Int64 { cells[cell] }

    /// The bytes of the string or words in a cell; nil where it has no value. Valid until the row is filled again.
    package func bytes(at cell: Int) -> UnsafeBufferPointer<UInt8>? {
        let value = cells[cell]
        guard value != NominalRow.none else { return nil }
        return UnsafeBufferPointer(start: strings + Int(value & 0xFFFF_FFFF), count: Int(value >> 32))
    }

    /// The text of the string or words in a cell; nil where it has no value.
    package func string(at cell: Int) -> String? {
        bytes(at: cell).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of the nominal's id; nil before the row has been filled. Valid until the row is filled again.
    package var idBytes: UnsafeBufferPointer<UInt8>? { idCell.flatMap(bytes(at:)) }

    /// The nominal's id; empty before the row has been filled.
    package var id: String { idCell.flatMap(string(at:)) ?? "" }

    /// Places of the items that a list's cell names: the first one's cell and how many there are; nil where it was left out.
    package func items(at cell: Int) -> (first: Int, count: Int)? {
        let value = cells[cell]
        guard value != NominalRow.none else { return nil }
        return (Int(value & 0xFFFF_FFFF), Int(value >> 32))
    }

    /// Changes one top-level field that is not text, for a what-if; ``none`` takes its value away.
    package func set(_ field: Int, cellValue: Int64) { cells[layout.fields[field].cell] = cellValue }

    package func set(cell: Int, to value: Int64) { cells[cell] = value }

    /// Adds items to a list for a what-if, each a cell for every part. The list becomes known if it was left out; dates must
    /// not go before those that are there.
    package func append(_ items: [[Int64]], to list: Int) {
        let field = layout.fields[list]
        let old = self.items(at: field.cell) ?? (cellCount, 0)
        let first = cellCount
        growCells(to: cellCount + (old.count + items.count) * field.stride, keeping: cellCount)
        (cells + first).update(from: cells + old.first, count: old.count * field.stride)
        var place = first + old.count * field.stride
        for item in items {
            for part in 0..<field.stride { cells[place + part] = part < item.count ? item[part] : NominalRow.none }
            place += field.stride
        }
        cellCount = place
        usedCells = max(usedCells, place)
        cells[field.cell] = Int64(first) | Int64(old.count + items.count) << 32
        if cells[field.cell + 2] == NominalRow.none { cells[field.cell + 2] = 0 }
    }

    /// Adds text that cells can point to.
    /// - Returns: the cell value that points to it.
    package func append(text: String) -> Int64 {
        let utf8 = Array(text.utf8)
        if stringCount + utf8.count > stringCapacity {
            stringCapacity = max(stringCount + utf8.count, stringCapacity * 2)
            let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: stringCapacity)
            grown.update(from: strings, count: stringCount)
            strings.deallocate()
            strings = grown
        }
        (strings + stringCount).update(from: utf8, count: utf8.count)
        defer { stringCount += utf8.count }
        return Int64(stringCount) | Int64(utf8.count) << 32
    }

    /// Changes one top-level field that is text, for a what-if.
    package func set(_ field: Int, text: String) {
        cells[layout.fields[field].cell] = append(text: text)
    }

    /// Makes room for so many string bytes, forgetting those that are there.
    func reserveStrings(_ count: Int) {
        guard count > stringCapacity else { return }
        strings.deallocate()
        stringCapacity = max(count, stringCapacity * 2)
        strings = .allocate(capacity: stringCapacity)
    }

    /// Makes room for so many cells in all, keeping the first `used`.
    func growCells(to count: Int, keeping used: Int) {
        let capacity = max(count, cellCapacity * 2)
        let grown = UnsafeMutablePointer<Int64>.allocate(capacity: capacity)
        grown.update(from: cells, count: used)
        (grown + used).update(repeating: NominalRow.none, count: capacity - used)
        cells.deallocate()
        cells = grown
        cellCapacity = capacity
    }
}
