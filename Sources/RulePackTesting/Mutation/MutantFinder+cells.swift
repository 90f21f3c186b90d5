import LuaSyntax
import Notation
import RulePacks

extension MutantFinder {
    /// The comparisons, ends of intervals and numbers inside the input cells of a row of a decision table.
    mutating func cells(of row: WrittenRule) {
        for cell in row.items {
            guard case .string(let content) = cell.kind else { continue }
            if content == Array("->".utf8) { return }
            // Only where each byte of the value stands for itself in the source.
            guard cell.bytes.count == content.count + 2 else { continue }
            change(content, of: cell)
        }
    }

    private mutating func change(_ content: [UInt8], of cell: LuaExpression) {
        var place = 0
        var isQuoted = false
        while place < content.count {
            let byte = content[place]
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
                place += 1
            } else if isQuoted {
                place += 1
            } else if LuaLexer.isDigit(byte) {
                place = number(content, from: place, of: cell)
            } else {
                place = edge(content, at: place, of: cell)
            }
        }
    }

    /// - Returns: the place behind the number.
    private mutating func number(_ content: [UInt8], from start: Int, of cell: LuaExpression) -> Int {
        var end = start
        while end < content.count, LuaLexer.isDigit(content[end]) { end += 1 }
        // A point that is not the `..` of an interval.
        if end + 1 < content.count, content[end] == UInt8(ascii: "."), LuaLexer.isDigit(content[end + 1]) {
            end += 1
            while end < content.count, LuaLexer.isDigit(content[end]) { end += 1 }
        }
        let text = String(decoding: content[start..<end], as: UTF8.self)
        guard let value = Double(text) else { return end }
        for changed in [shortestText(value + 1), shortestText(value - 1)] { replace(.number, start..<end, of: cell, content, with: changed) }
        return end
    }

    /// - Returns: the place behind what stands there.
    private mutating func edge(_ content: [UInt8], at place: Int, of cell: LuaExpression) -> Int {
        let hasEqual = place + 1 < content.count && content[place + 1] == UInt8(ascii: "=")
        switch content[place] {
        case UInt8(ascii: ">"):
            replaceComparison(hasEqual ? [">", "<"] : [">=", "<="], place..<(place + (hasEqual ? 2 : 1)), of: cell, content)
            return place + (hasEqual ? 2 : 1)
        case UInt8(ascii: "<"):
            replaceComparison(hasEqual ? ["<", ">"] : ["<=", ">="], place..<(place + (hasEqual ? 2 : 1)), of: cell, content)
            return place + (hasEqual ? 2 : 1)
        case UInt8(ascii: "[") where isInterval(content): replace(.comparison, place..<place + 1, of: cell, content, with: "(")
        case UInt8(ascii: "]") where isInterval(content): replace(.comparison, place..<place + 1, of: cell, content, with: ")")
        case UInt8(ascii: "(") where isInterval(content): replace(.comparison, place..<place + 1, of: cell, content, with: "[")
        case UInt8(ascii: ")") where isInterval(content): replace(.comparison, place..<place + 1, of: cell, content, with: "]")
        default: break
        }
        return place + 1
    }

    private func isInterval(_ content: [UInt8]) -> Bool { content.firstRange(of: Array("..".utf8)) != nil && content.first != UInt8(ascii: "n") }

    private mutating func replaceComparison(_ others: [String], _ range: Range<Int>, of cell: LuaExpression, _ content: [UInt8]) {
        for other in others { replace(.comparison, range, of: cell, content, with: other) }
    }

    private mutating func replace(_ kind: Mutant.Kind, _ range: Range<Int>, of cell: LuaExpression, _ content: [UInt8], with text: String) {
        let start = cell.bytes.lowerBound + 1
        let changed = Array(content[..<range.lowerBound]) + Array(text.utf8) + Array(content[range.upperBound...])
        add(
            kind, at: LuaPosition(line: cell.position.line, column: cell.position.column + 1 + range.lowerBound),
            (start + range.lowerBound)..<(start + range.upperBound), text, was: String(decoding: content, as: UTF8.self),
            now: String(decoding: changed, as: UTF8.self))
    }
}
