/// What stands at the start of some bytes of CSV (RFC 4180: quoted values may hold commas, newlines and doubled quotes).
enum CSVScan {
    /// A record: bytes up to its newline, and up to the start of the next one.
    case record(end: Int, next: Int)
    /// The bytes end before the record does.
    case unfinished
    /// It is not CSV; what is wrong, for a message.
    case fault(String)

    static let unclosed = "a quoted value is never closed"

    /// - Parameters:
    ///   - isLast: the file ends where the bytes end.
    ///   - values: receives the record's values; where there is a fault, those before it.
    static func record(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, values: inout [CSVValue]) -> CSVScan {
        values.removeAll(keepingCapacity: true)
        var i = 0
        while true {
            var value = CSVValue(start: i, end: i)
            if i < bytes.count, bytes[i] == 0x22 {
                value.start = i + 1
                i += 1
                while true {
                    while i < bytes.count, bytes[i] != 0x22 { i += 1 }
                    if i + 1 < bytes.count, bytes[i + 1] == 0x22 {
                        value.hasDoubledQuotes = true
                        i += 2
                        continue
                    }
                    // A quote at the very end may be the first of two.
                    if i + 1 >= bytes.count, !isLast { return .unfinished }
                    if i >= bytes.count { return .fault(unclosed) }
                    break
                }
                value.end = i
                i += 1
            } else {
                while i < bytes.count, bytes[i] != 0x2C, bytes[i] != 0x0A, bytes[i] != 0x22 { i += 1 }
                if i >= bytes.count, !isLast { return .unfinished }
                if i < bytes.count, bytes[i] == 0x22 {
                    return .fault(
                        "a quote stands inside a value: put the whole value in quotes and write its own quotes twice")
                }
                value.end = i
                let endsLine = i >= bytes.count || bytes[i] == 0x0A
                if endsLine, i > value.start, bytes[i - 1] == 0x0D { value.end = i - 1 }
            }
            if i >= bytes.count {
                values.append(value)
                return isLast ? .record(end: i, next: i) : .unfinished
            }
            if bytes[i] == 0x0D, i + 1 >= bytes.count {
                guard isLast else { return .unfinished }
                values.append(value)
                return .record(end: i, next: i + 1)
            }
            if bytes[i] == 0x0D, bytes[i + 1] == 0x0A { i += 1 }
            switch bytes[i] {
            case 0x2C:
                values.append(value)
                i += 1
            case 0x0A:
                values.append(value)
                return .record(end: i, next: i + 1)
            default:
                return .fault("text follows a closing quote: write quotes inside a value twice")
            }
        }
    }
}
