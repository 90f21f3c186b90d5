import Cohorts
import FieldDefinitions
import Notation

/// A field by which people are put into groups, or two of them crossed.
struct EqualityField: Sendable {
    enum Kind: Sendable {
        /// Whole years since the date in a cell, in bands.
        case age(cell: Int)
        case bool(cell: Int)
        /// Values, and what each means.
        case enumeration(cell: Int, values: [String], meanings: [String: String])
        case int(cell: Int)
        case text(cell: Int)
        /// Broad groups of the codes of self-defined ethnicity.
        case ethnicGroup(cell: Int, values: [String])
        indirect case crossed(EqualityField, EqualityField)
    }

    var name: String
    var title: String
    var kind: Kind

    static let unknown = "unknown"

    /// Of its own, because other law and other services are for children.
    static let ageBands: [(from: Int, value: String)] = [(50, "50+"), (35, "35–49"), (26, "26–34"), (18, "18–25"), (0, "under 18")]

    private static let broadGroups: [Character: String] = [
        "A": "Asian or Asian British", "B": "Black or Black British", "M": "Mixed", "O": "other ethnic group", "W": "White", "N": "not stated",
    ]

    var isAge: Bool { if case .age = kind { true } else { false } }
    var isCrossed: Bool { if case .crossed = kind { true } else { false } }

    /// The group of one person.
    func value(_ row: NominalRow, asOf: Day) -> String {
        func known(_ cell: Int) -> Int64? { row.cells[cell] == NominalRow.none ? nil : row.cells[cell] }
        switch kind {
        case .age(let cell):
            guard let born = known(cell) else { return EqualityField.unknown }
            let years = Day(number: Int(born)).wholeYears(until: asOf)
            return EqualityField.ageBands.first { years >= $0.from }?.value ?? EqualityField.unknown
        case .bool(let cell): return known(cell).map { $0 != 0 ? "yes" : "no" } ?? EqualityField.unknown
        case .int(let cell): return known(cell).map(String.init) ?? EqualityField.unknown
        case .text(let cell): return row.string(at: cell) ?? EqualityField.unknown
        case .enumeration(let cell, let values, _): return known(cell).map { values[Int($0)] } ?? EqualityField.unknown
        case .ethnicGroup(let cell, let values):
            return known(cell).flatMap { EqualityField.broadGroup(values[Int($0)]) } ?? EqualityField.unknown
        case .crossed(let a, let b):
            return EqualityField.crossed(a.value(row, asOf: asOf), b.value(row, asOf: asOf))
        }
    }

    /// Two values as one, with between them what stands in no value.
    static func crossed(_ a: String, _ b: String) -> String { "\(a)\(separator)\(b)" }

    private static let separator: Character = "\u{1F}"

    /// As it is written out: `18–25, female`.
    static func written(_ value: String) -> String { value.split(separator: separator).joined(separator: ", ") }

    static func broadGroup(_ code: String) -> String? { code.first.flatMap { broadGroups[$0] } }

    /// It is not known, of one field or of one of two.
    static func isUnknown(_ value: String) -> Bool { value.split(separator: separator).contains { $0 == unknown } }

    /// What a value means, for people.
    func title(of value: String) -> String {
        switch kind {
        case .enumeration(_, _, let meanings): meanings[value].map { "\(value) \(EqualityField.short($0))" } ?? shown(value)
        case .age, .int, .text, .ethnicGroup, .bool: value
        case .crossed(let a, let b): "\(a.title(of: EqualityField.parts(value).0)), \(b.title(of: EqualityField.parts(value).1))"
        }
    }

    /// `Indian` of `Asian or Asian British: Indian`, which the code begins to say; `not stated` of `not stated: …`.
    private static func short(_ meaning: String) -> String {
        let parts = meaning.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0].first?.isUppercase == true else { return parts.first.map(String.init) ?? meaning }
        return String(parts[1].drop { $0 == " " })
    }

    private func shown(_ value: String) -> String { value.split(separator: "_").joined(separator: " ") }

    /// Values in the field's own order, `unknown` last.
    func ordered(_ values: some Sequence<String>) -> [String] {
        let order: [String]
        switch kind {
        case .age: order = values.filter { $0 != EqualityField.unknown }.sorted { AgeBands.start(of: $0) < AgeBands.start(of: $1) }
        case .bool: order = ["yes", "no"]
        case .enumeration(_, let all, _): order = all
        case .ethnicGroup(_, let codes): order = codes.compactMap(EqualityField.broadGroup)
        case .int: order = values.compactMap { Int($0) }.sorted().map(String.init)
        case .text: order = values.filter { $0 != EqualityField.unknown }.sorted()
        case .crossed(let a, let b):
            let pairs = values.map { value in (value, EqualityField.parts(value)) }
            let firsts = a.ordered(Set(pairs.map(\.1.0)))
            let seconds = b.ordered(Set(pairs.map(\.1.1)))
            order = firsts.flatMap { first in seconds.map { EqualityField.crossed(first, $0) } }
        }
        let there = Set(values)
        var result: [String] = []
        for value in order + [EqualityField.unknown] where there.contains(value) && !result.contains(value) { result.append(value) }
        return result
    }

    /// The two values of a crossed group.
    static func parts(_ value: String) -> (String, String) {
        let parts = value.split(separator: separator, maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
}
