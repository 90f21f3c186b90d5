import Cohorts
import FieldDefinitions
import Notation

/// A field with the values at which a pack's decisions may change.
struct AimedField: Sendable {
    let definition: FieldDefinition
    /// As in cohort files: `ogrs2`, `offences.type`.
    let path: String
    /// Where rules compare it, and one to either side; in its range.
    var numbers: [Double] = []
    /// Ends of its range, and numbers that rules use for anything.
    var otherNumbers: [Double] = []
    var texts: [String] = []
    /// For dates: days from the date of the run.
    var days: [Int] = []
    /// Parts that are drawn.
    var parts: [AimedField] = []

    /// A count has no upper end; nothing that happens to a person is counted higher.
    static let mostOfAnything = 1_000_000.0
}

/// Finds for each field what it is compared with.
struct FieldAim {
    let values: ComparedValues
    let asOf: Day
    let maxAge: [String: Span]
    let isWanted: (String) -> Bool

    /// Fields that are wanted, with their parts; required parts of a list or record come with it.
    func fields(_ definitions: [FieldDefinition], under prefix: String = "", maxAge inherited: Span? = nil) -> [AimedField] {
        definitions.compactMap { definition in
            let path = prefix + definition.name
            if case .yearsSince = definition.type { return isWanted(path) ? aimed(definition, path, nil) : nil }
            let isPart = !prefix.isEmpty
            let dates = definitions.contains { $0.dateField == definition.name && isWanted(prefix + $0.name) }
            guard isWanted(path) || dates || (isPart && definition.isRequired) else { return nil }
            let dated = definitions.first { $0.dateField == definition.name }.flatMap { self.maxAge[prefix + $0.name] }
            return aimed(definition, path, dated ?? inherited)
        }
    }

    private func aimed(_ definition: FieldDefinition, _ path: String, _ age: Span?) -> AimedField {
        var field = AimedField(definition: definition, path: path)
        switch definition.type {
        case .int(let range): aim(&field, range.map { Double($0.lowerBound)...Double($0.upperBound) }, isWhole: true)
        case .number(let range): aim(&field, range, isWhole: false)
        case .percent: aim(&field, 0...100, isWhole: false)
        case .yearsSince: aim(&field, 10...90, isWhole: true)
        case .string, .words: field.texts = (values.texts[definition.name] ?? []).filter { !$0.isEmpty || !definition.isRequired }
        case .enumeration(let enumeration): field.texts = (values.texts[definition.name] ?? []).filter(enumeration.values.contains)
        case .date: field.days = days(definition.name, age)
        case .record(let record): field.parts = fields(record.fields, under: path + ".", maxAge: maxAge[path])
        case .list(let list): field.parts = fields(list.item.fields, under: path + ".", maxAge: maxAge[path])
        case .bool: break
        }
        return field
    }

    private func aim(_ field: inout AimedField, _ range: ClosedRange<Double>?, isWhole: Bool) {
        let least = max(range?.lowerBound ?? -1, -AimedField.mostOfAnything)
        let most = min(range?.upperBound ?? 100, AimedField.mostOfAnything)
        func fits(_ number: Double) -> Bool {
            (range?.contains(number) ?? true) && abs(number) <= AimedField.mostOfAnything && (!isWhole || number == number.rounded())
        }
        func around(_ numbers: [Double]) -> [Double] { numbers.flatMap { [$0, $0 - 1, $0 + 1] }.filter(fits) }
        field.numbers = around(values.numbers[field.definition.name] ?? [])
        field.otherNumbers = [least, most].filter(fits) + around(values.allNumbers)
        if field.otherNumbers.isEmpty { field.otherNumbers = [range?.lowerBound ?? 0] }
    }

    /// Ends of every length of time, a day to either side, and today.
    private func days(_ name: String, _ age: Span?) -> [Int] {
        let spans = values.spans + (age.map { [$0, $0, $0] } ?? [])
        let back = spans.map { $0.before(asOf).number - asOf.number }
        let forward = values.spans.map { $0.after(asOf).number - asOf.number }
        let counted = (values.numbers[name] ?? []).compactMap(Int.init(exactly:)).flatMap { [$0, -$0] }
        return [0, -1, 1] + (back + forward + counted).filter { abs($0) < 20_000 }.flatMap { [$0, $0 - 1, $0 + 1] }
    }
}
