import Cohorts
import FieldDefinitions

extension PeopleText {
    private static let texts = [
        "x", "Camden", "Stafford, \"old\" wing", "a¶b", " x ", "é", "e\u{301}", "\"", "\"\"", ",", "'", "\\", "\\n", "\u{1}", "\u{7F}", "\u{0}", "😀", "true", "null", "0", "-", "a\rb", "\r",
        String(repeating: "long ", count: 40),
    ]
    private static let numbersAsTexts = ["0", "1", "2", "7", "50", "99.5", "100", "101", "-1", "-0", "1e2", "1E+2", "0.1", "1e999", "007", "+1", "1.", ".5", "9007199254740993", "99999999999999999999", "x", "½"]
    private static let dates = ["2026-01-31", "2025-06-01", "1990-05-01", "2026-02-30", "01/02/2026", "2026-1-1", "0000-00-00", "9999-12-31", "x"]

    private static let required = [
        "borough=Camden", "date_of_birth=1990-05-01", "convictions_total=3", "arrests_total=7", "custody_status=none", "statutory=no",
    ]

    /// Up to four people, most of them with all that is required.
    static func make(_ numbers: inout FuzzNumbers) -> String {
        let layout = CohortReading.layout
        var text = ""
        for person in 0...numbers.below(4) {
            text += "id=N-\(person)\n"
            for line in required where !numbers.once(in: 60) { text += line + "\n" }
            let values = layout.fields.filter { $0.list == nil && $0.stride == 0 && $0.children.isEmpty }
            for _ in 0..<numbers.below(6) {
                let field = numbers.pick(values)
                text += "\(field.path)=\(value(field.definition.type, &numbers))\n"
            }
            let lists = layout.fields.filter { $0.stride > 0 }
            for _ in 0..<numbers.below(4) {
                let list = numbers.pick(lists)
                text += "\(list.path)+\n"
                for part in layout.fields where part.list == list.id && part.children.isEmpty && !numbers.once(in: 8) {
                    text += "\(part.path)=\(value(part.definition.type, &numbers))\n"
                }
            }
            text += "\n"
        }
        return text
    }

    private static func value(_ type: FieldType, _ numbers: inout FuzzNumbers) -> String {
        if numbers.once(in: 15) { return numbers.pick(texts) }
        switch type {
        case .bool: return numbers.pick(["true", "false", "yes", "No", "Y", "n", "1", "0", "TRUE", "maybe"])
        case .int, .number, .percent: return numbers.once(in: 2) ? "\(numbers.below(4))" : numbers.pick(numbersAsTexts)
        case .date: return numbers.once(in: 2) ? "2026-0\(1 + numbers.below(9))-1\(numbers.below(10))" : numbers.pick(dates)
        case .enumeration(let values):
            return numbers.pick(values.values + values.spellings.keys.sorted() + values.unknownSpellings.sorted())
        default: return numbers.pick(texts)
        }
    }
}
