/// Names and values of a query or a form, as they were sent. Of a name that comes twice the first counts.
struct FormFields: Sendable, Hashable {
    private var values: [String: String] = [:]

    init() {}

    /// Reads `a=1&b=two+words`. Pieces that are not UTF-8 are left out.
    init(encoded text: some StringProtocol) {
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = percentDecoded(parts[0], plusIsBlank: true), let value = percentDecoded(parts.count > 1 ? parts[1] : "", plusIsBlank: true) else { continue }
            add(name, value)
        }
    }

    /// In the order of the alphabet.
    var names: [String] { values.keys.sorted() }

    mutating func add(_ name: String, _ value: String) {
        if values[name] == nil { values[name] = value }
    }

    /// Without blanks at its ends; empty where there is none.
    subscript(_ name: String) -> String { (values[name] ?? "").trimmed }

    /// As it was sent; nil where it was not.
    func exactly(_ name: String) -> String? { values[name] }
}

extension StringProtocol {
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

/// - Returns: nil where a sign is broken, or what comes out is not UTF-8.
func percentDecoded(_ text: some StringProtocol, plusIsBlank: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    func digit(_ byte: UInt8?) -> UInt8? {
        switch byte {
        case .some(let byte) where (0x30...0x39).contains(byte): byte - 0x30
        case .some(let byte) where (0x41...0x46).contains(byte & 0xDF): (byte & 0xDF) - 0x41 + 10
        default: nil
        }
    }
    while let byte = rest.popFirst() {
        switch byte {
        case 0x25:
            guard let high = digit(rest.popFirst()), let low = digit(rest.popFirst()) else { return nil }
            bytes.append(high << 4 | low)
        case 0x2B where plusIsBlank: bytes.append(0x20)
        default: bytes.append(byte)
        }
    }
    return String(validating: bytes, as: UTF8.self)
}

/// A text as a part of a path, or a value in a query.
func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
        default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
