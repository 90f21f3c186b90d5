import Notation

/// A few values that take long to make. The one kept first gives way.
final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let most: Int
    private let values = Locked<[(key: Key, value: Value)]>([])

    init(most: Int) { self.most = most }

    func value(_ key: Key, _ make: () throws -> Value) rethrows -> Value {
        if let known = values.withLock({ values in values.first { $0.key == key }?.value }) { return known }
        let made = try make()
        values.withLock { values in
            values.removeAll { $0.key == key }
            values.append((key, made))
            if values.count > most { values.removeFirst() }
        }
        return made
    }

    func forget() { values.withLock { $0 = [] } }
}
