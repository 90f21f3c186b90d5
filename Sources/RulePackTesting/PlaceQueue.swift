/// Hands out places, each to one worker.
actor PlaceQueue {
    private let count: Int
    private var given = 0

    init(count: Int) { self.count = count }

    /// nil once all are given out.
    func next() -> Int? {
        guard given < count else { return nil }
        defer { given += 1 }
        return given
    }
}
