/// Cells of items put by while a list is read: those set aside, and copies made for sorting. Frees itself with `free`.
struct AsideItems {
    private(set) var cells: UnsafeMutablePointer<Int64>?
    private(set) var count = 0
    private var capacity = 0

    mutating func append(_ item: UnsafeMutablePointer<Int64>, _ stride: Int) {
        if count + stride > capacity {
            capacity = max(count + stride, capacity * 2, 256)
            let grown = UnsafeMutablePointer<Int64>.allocate(capacity: capacity)
            if let cells {
                grown.update(from: cells, count: count)
                cells.deallocate()
            }
            cells = grown
        }
        guard let cells else { return }
        (cells + count).update(from: item, count: stride)
        count += stride
    }

    mutating func removeAll() { count = 0 }

    mutating func free() {
        cells?.deallocate()
        cells = nil
        capacity = 0
        count = 0
    }
}
