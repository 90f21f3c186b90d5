/// One small change to a pack that its tests should notice.
package struct Mutant: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A comparison turned to one of its neighbours: `>=` to `>` or `<`.
        case comparison
        /// A number one more or one less; of a percentage or a length of time one of its unit.
        case number
        /// `and` for `or`, or the other way round.
        case logic
        /// A `not` dropped.
        case negation
        /// A row, criterion, class or rule taken out.
        case removal
    }

    package let kind: Kind
    /// As messages name it.
    package let file: String
    package let line: Int
    package let column: Int
    /// `criteria.gto_scope.ogrs_high`; nil for a change outside every rule, such as in a filter or a helper function.
    package let rule: String?
    /// What stands there, as far as it matters: `>= 75`.
    package let was: String
    /// What the change puts there: `> 75`; `removed` for what is taken out.
    package let now: String
    /// The bytes of the file that the change replaces, and with what.
    package let bytes: Range<Int>
    package let replacement: [UInt8]

    /// The changed file.
    package func applied(to source: [UInt8]) -> [UInt8] {
        Array(source[..<bytes.lowerBound]) + replacement + Array(source[bytes.upperBound...])
    }

    /// The line as the change leaves it, without its indent; empty where the whole line goes.
    package func editedLine(of source: [UInt8]) -> String {
        let changed = applied(to: source)
        var start = bytes.lowerBound
        while start > 0, changed[start - 1] != 0x0A { start -= 1 }
        var end = bytes.lowerBound
        while end < changed.count, changed[end] != 0x0A { end += 1 }
        return String(decoding: changed[start..<end].drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }
}
