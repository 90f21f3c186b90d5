import Foundation

/// Reads JSON strictly: Foundation's decoder lets a comma before a closing bracket pass.
struct JSONParser {
    private let bytes: [UInt8]
    private var place = 0

    init(_ data: Data) { bytes = [UInt8](data) }

    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        let value = try value(depth: 0)
        if place < bytes.count { throw fault("the end") }
        return value
    }

    private func fault(_ expected: String) -> JSONSyntaxError { JSONSyntaxError(offset: place, expected: expected) }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        guard bytes[place...].starts(with: word.utf8) else { throw fault("`\(word)`") }
        place += word.utf8.count
        return value
    }

    /// One value with the space around it.
    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        guard depth < 500 else { throw fault("less depth") }
        skipSpace()
        defer { skipSpace() }
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        place += 1
        var members: [String: JSONValue] = [:]
        skipSpace()
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            let key = try string()
            skipSpace()
            guard take(":") else { throw fault("a colon") }
            guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else {
                throw fault("another key than `\(key)`")
            }
        } while take(",")
        guard take("}") else { throw fault("a comma or the end of the object") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        place += 1
        var items: [JSONValue] = []
        skipSpace()
        if take("]") { return .array(items) }
        repeat { items.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw fault("a comma or the end of the array") }
        return .array(items)
    }

    /// Finds the end of the string; Foundation undoes its escapes.
    private mutating func string() throws(JSONSyntaxError) -> String {
        let start = place
        guard take("\"") else { throw fault("a string") }
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw fault("an escape of the control character") }
            place += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        guard take("\"") else { throw fault("the end of the string") }
        guard let text = try? JSONDecoder().decode(String.self, from: Data(bytes[start..<place])) else {
            throw fault("a well-formed string")
        }
        return text
    }

    private mutating func number() throws(JSONSyntaxError) -> Double {
        let rest = String(decoding: bytes[place...].prefix(64), as: UTF8.self)
        guard let found = rest.prefixMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/),
            let number = Double(found.output.0)
        else { throw fault("a value") }
        place += found.output.0.utf8.count
        return number
    }
}
