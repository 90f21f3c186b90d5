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

    /// Up to four people, most of them with all that is required; two of three have nothing wrong.
    static func make(_ numbers: inout FuzzNumbers) -> String {
        let layout = CohortReading.layout
        var text = ""
        for person in 0...numbers.below(4) {
            let isRight = !numbers.once(in: 3)
            text += "id=N-\(person)\n"
            for line in required where isRight || !numbers.once(in: 30) { text += line + "\n" }
            func write(_ field: LaidOutField) {
                if case .yearsSince = field.definition.type { return }
                guard field.children.isEmpty else {
                    for part in field.children where isRight || !numbers.once(in: 8) { write(layout.fields[part]) }
                    return
                }
                text += "\(field.path)=\(isRight ? right(field.definition.type, &numbers) : value(field.definition.type, &numbers))\n"
            }
            let flat = layout.topFields.map { layout.fields[$0] }.filter { $0.stride == 0 }
            for _ in 0..<numbers.below(6) { write(numbers.pick(flat)) }
            let lists = layout.fields.filter { $0.stride > 0 }
            for _ in 0..<numbers.below(4) {
                let list = numbers.pick(lists)
                text += "\(list.path)+\n"
                write(list)
            }
            text += "\n"
        }
        return text
    }

    /// A value that is right wherever it stands: all dates are the same, and so are all counts.
    private static func right(_ type: FieldType, _ numbers: inout FuzzNumbers) -> String {
        switch type {
        case .bool: numbers.pick(["true", "false", "yes", "No", "Y", "n", "1", "0", "TRUE"])
        case .int, .number, .percent: "1"
        case .date: "2026-01-31"
        case .enumeration(let values): numbers.pick(values.values + values.spellings.keys.sorted())
        case .words: numbers.pick(["gps_tag", "gps_tag curfew"])
        default: numbers.pick(texts.filter { $0 != "\u{0}" })
        }
    }

    private static func value(_ type: FieldType, _ numbers: inout FuzzNumbers) -> String {
        if numbers.once(in: 15) { return numbers.pick(texts) }
        switch type {
        case .bool: return numbers.pick(["true", "no", "maybe"])
        case .int, .number, .percent: return numbers.pick(numbersAsTexts)
        case .date: return numbers.pick(dates)
        case .enumeration(let values):
            return numbers.pick(values.values + values.spellings.keys.sorted() + values.unknownSpellings.sorted())
        default: return numbers.pick(texts)
        }
    }
}
