/// Reads the text of one cell, byte by byte.
struct UnaryTestsParser {
    let bytes: [UInt8]
    var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func parse() throws(UnaryTestsError) -> UnaryTests.Form {
        skipBlanks()
        if place == bytes.count { throw error("the cell is empty: write `-` for any value", at: 0) }
        if place + 1 == bytes.count || bytes[(place + 1)...].allSatisfy(Self.isBlank), peek == UInt8(ascii: "-") { return .any }
        let start = place
        if word() == "not" {
            place += 3
            skipBlanks()
            guard take("(") else { throw error("`not` needs its tests in brackets: write `not(5)`", at: start) }
            let tests = try list()
            guard take(")") else { throw error("the bracket of `not(` is not closed: add `)`", at: place) }
            skipBlanks()
            guard place == bytes.count else {
                throw error("`not(…)` stands alone in its cell: put all its tests inside the brackets", at: place)
            }
            return .negated(tests)
        }
        let tests = try list()
        guard place == bytes.count else {
            throw error("`\(rest)` does not belong here: put a comma between tests", at: place)
        }
        return .positive(tests)
    }

    private mutating func list() throws(UnaryTestsError) -> [UnaryTest] {
        var tests: [UnaryTest] = []
        repeat {
            skipBlanks()
            tests.append(try test())
            skipBlanks()
        } while take(",")
        return tests
    }

    private mutating func test() throws(UnaryTestsError) -> UnaryTest {
        let start = place
        switch peek {
        case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "]"):
            return try interval()
        case UInt8(ascii: "<"):
            place += 1
            let orEqual = take("=")
            return .below(try ordered(after: start), orEqual: orEqual)
        case UInt8(ascii: ">"):
            place += 1
            let orEqual = take("=")
            return .above(try ordered(after: start), orEqual: orEqual)
        case UInt8(ascii: "="):
            place += 1
            if take("=") { throw error("`==` is not a comparison here: write `=`, or the value alone", at: start) }
            skipBlanks()
            return .equal(try value())
        case UInt8(ascii: "!"), UInt8(ascii: "~"):
            throw error("`\(rest)` is not a test: write `not(…)` for anything but a value", at: start)
        default:
            let value = try value()
            if place + 1 < bytes.count, peek == UInt8(ascii: "."), bytes[place + 1] == UInt8(ascii: ".") {
                throw error("an interval needs brackets: write `[\(text(from: start, to: place))..…]`", at: start)
            }
            return .equal(value)
        }
    }

    private mutating func ordered(after start: Int) throws(UnaryTestsError) -> TableValue {
        let comparison = text(from: start, to: place)
        skipBlanks()
        let value = try value()
        guard value.kind != .bool else {
            throw error("`\(value)` has no order, so `\(comparison)` cannot test it: write `\(value)` alone", at: start)
        }
        return value
    }

    private mutating func interval() throws(UnaryTestsError) -> UnaryTest {
        let start = place
        let includesLow = peek == UInt8(ascii: "[")
        place += 1
        skipBlanks()
        let low = try value()
        skipBlanks()
        guard take("."), take(".") else {
            throw error("an interval is written `[50..75)`: put `..` between its ends", at: place)
        }
        skipBlanks()
        let high = try value()
        skipBlanks()
        let includesHigh = peek == UInt8(ascii: "]")
        guard take("]") || take(")") || take("[") else {
            throw error("the interval is not closed: end it with `]`, or `)` to leave its end out", at: place)
        }
        let whole = text(from: start, to: place)
        guard low.kind == high.kind, low.kind == .number || low.kind == .date else {
            throw error("`\(whole)` is not an interval: give two numbers or two dates", at: start)
        }
        guard low.isBefore(high) || (low == high && includesLow && includesHigh) else {
            throw error("no value lies in `\(whole)`: write the lower end first", at: start)
        }
        return .between(low, high, includesLow: includesLow, includesHigh: includesHigh)
    }
}
