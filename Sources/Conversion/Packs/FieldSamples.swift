import FieldDefinitions
import Notation
import RulePacks

/// Values of a field that lie on either side of what tests ask for.
struct FieldSamples {
    let type: FieldType?

    init(_ type: FieldType?) { self.type = type }

    /// - Parameter ends: the values at which tests change their minds.
    /// - Returns: values that the field can have, once each; none for a field of another kind.
    func values(_ ends: [TableValue]) -> [TableValue] {
        var found: [TableValue] = []
        switch type {
        case .bool?: found = [.bool(true), .bool(false)]
        case .enumeration(let enumeration)?: found = enumeration.values.map { .string($0) }
        case .string?:
            found = ends.filter { if case .string = $0 { true } else { false } } + [.string("something else")]
        case .date?:
            let days = ends.compactMap { if case .date(let day) = $0 { day } else { nil } }
            found = days.flatMap { [$0, Day(number: $0.number - 1), Day(number: $0.number + 1)] }.map { .date($0) }
            if found.isEmpty, let day = Day(iso: "2026-01-31") { found = [.date(day)] }
        case .int(let range)?: found = numbers(ends, step: 1, range.map { Double($0.lowerBound)...Double($0.upperBound) }).filter(isWhole)
        case .yearsSince?: found = numbers(ends, step: 1, 0...120).filter(isWhole)
        case .number(let range)?: found = numbers(ends, step: 0.5, range)
        case .percent?: found = numbers(ends, step: 1, 0...100)
        default: break
        }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func numbers(_ ends: [TableValue], step: Double, _ range: ClosedRange<Double>?) -> [TableValue] {
        let numbers = ends.compactMap { if case .number(let number) = $0 { number } else { nil } }
        let all = numbers.isEmpty ? [range?.lowerBound ?? 0] : numbers.flatMap { [$0, $0 - step, $0 + step] }
        return all.filter { range?.contains($0) ?? true }.map { .number($0) }
    }

    private func isWhole(_ value: TableValue) -> Bool { if case .number(let number) = value { number == number.rounded() } else { false } }
}
