/// The grammar of JSON's numbers.
enum JSONNumber {
    /// The place behind the number that begins at `start`; nil where there is none.
    static func end(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        var p = start
        func skipDigits() -> Bool {
            let from = p
            while p < end, p.pointee &- 0x30 <= 9 { p += 1 }
            return p > from
        }
        if p < end, p.pointee == 0x2D { p += 1 }
        if p < end, p.pointee == 0x30 {
            p += 1
            if p < end, p.pointee &- 0x30 <= 9 { return nil }
        } else if !skipDigits() {
            return nil
        }
        if p < end, p.pointee == 0x2E {
            p += 1
            if !skipDigits() { return nil }
        }
        if p < end, p.pointee | 0x20 == 0x65 {
            p += 1
            if p < end, p.pointee == 0x2B || p.pointee == 0x2D { p += 1 }
            if !skipDigits() { return nil }
        }
        return p
    }
}
