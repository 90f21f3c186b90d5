import Notation

extension JSONWriter {
    mutating func day(_ day: Day) {
        let (year, month, dayOfMonth) = day.parts
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { text in
            func put(_ value: Int, _ places: Range<Int>) {
                var rest = value
                for place in places.reversed() {
                    text[place] = 0x30 + UInt8(rest % 10)
                    rest /= 10
                }
            }
            put(year, 0..<4)
            text[4] = 0x2D
            put(month, 5..<7)
            text[7] = 0x2D
            put(dayOfMonth, 8..<10)
            string(UnsafeBufferPointer(text))
        }
    }

    /// A key with its value; nothing where the value is nil, which leaves the field out.
    mutating func field(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    mutating func field(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        key(name)
        int(value)
    }

    mutating func field(_ name: StaticString, _ value: Bool?) {
        guard let value else { return }
        key(name)
        bool(value)
    }

    mutating func field(_ name: StaticString, _ value: Day?) {
        guard let value else { return }
        key(name)
        day(value)
    }

    /// A key with a list, each item an object; nothing where the list is nil.
    mutating func list<Item>(_ name: StaticString, _ items: [Item]?, _ parts: (inout JSONWriter, Item) -> Void) {
        guard let items else { return }
        key(name)
        beginArray()
        for item in items {
            beginObject()
            parts(&self, item)
            endObject()
        }
        endArray()
    }
}
