/// Text under construction, as bytes in memory of its own.
package struct ByteText: ~Copyable {
    package private(set) var base: UnsafeMutablePointer<UInt8>
    package private(set) var count = 0
    private var capacity: Int

    package init(capacity: Int = 1 << 16) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    package mutating func removeAll() { count = 0 }

    /// Makes room for so many bytes more.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if count &+ more > capacity { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        grown.update(from: base, count: count)
        base.deallocate()
        base = grown
    }

    @inline(__always)
    package mutating func put(_ text: StaticString) {
        reserve(text.utf8CodeUnitCount)
        (base + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        count &+= text.utf8CodeUnitCount
    }

    @inline(__always)
    package mutating func put(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        (base + count).update(from: bytes, count: length)
        count &+= length
    }

    package mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            guard let start = utf8.baseAddress else { return }
            put(start, utf8.count)
        }
    }

    @inline(__always)
    package mutating func put(_ value: Int) {
        reserve(24)
        if value < 0 {
            base[count] = 0x2D
            count &+= 1
        }
        var rest = value.magnitude
        var digits = 1
        var power: UInt = 10
        while rest >= power, digits < 20 {
            digits &+= 1
            power &*= 10
        }
        var place = count &+ digits
        count = place
        repeat {
            place &-= 1
            base[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
    }

    /// With zeros in front.
    package mutating func put(_ value: Int, width: Int) {
        let text = String(value)
        put(String(repeating: "0", count: max(0, width - text.count)) + text)
    }

    mutating func text(_ key: StaticString, _ value: String) {
        put(key)
        quoted(value)
    }

    mutating func number(_ key: StaticString, _ value: Int?) {
        put(key)
        if let value { put(value) } else { put("null") }
    }

    /// Text that needs nothing escaped.
    mutating func quoted(_ value: String?) {
        guard let value else { return put("null") }
        put("\"")
        put(value)
        put("\"")
    }
}

extension ByteText {
    @inline(__always)
    mutating func number(_ key: StaticString, _ value: Int64) {
        put(key)
        put(Int(value))
    }
}
