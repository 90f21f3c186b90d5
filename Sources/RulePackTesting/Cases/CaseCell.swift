import Cohorts
import FieldDefinitions
import Notation

/// A cell of a case table as a value of a nominal.
///
/// A value that is not of its field's kind goes on as text, so that the import says what is wrong with it.
struct CaseCell {
    let field: FieldDefinition
    let text: String

    /// nil for a field that is left out.
    /// - Throws: what is wrong with an item of a list or record, in words.
    func value() throws(Mismatch) -> DraftValue? {
        if text == "unknown" { return nil }
        switch field.type {
        case .list(let list):
            if isNone { return .list([]) }
            var items: [DraftValue] = []
            for item in text.split(separator: ";") where !item.allSatisfy({ $0 == " " }) {
                items.append(.record(try CaseItem(fields: list.item.fields, dateField: field.dateField, list: field.name).record(String(item))))
            }
            return .list(items)
        case .record(let record):
            if isNone { return .null }
            return .record(try CaseItem(fields: record.fields, dateField: field.dateField, list: field.name).record(text))
        default: return CaseCell.scalar(text, field.type)
        }
    }

    private var isNone: Bool { text == "-" || text == "none" }

    static func scalar(_ text: String, _ type: FieldType) -> DraftValue {
        switch type {
        case .bool:
            switch text.lowercased() {
            case "true", "yes", "y", "1": .bool(true)
            case "false", "no", "n", "0": .bool(false)
            default: .text(text)
            }
        case .int, .number, .percent, .yearsSince:
            Int(text).map { .int($0) } ?? Double(text).flatMap { $0.isFinite ? .number($0) : nil } ?? .text(text)
        default: .text(text)
        }
    }
}

/// The words of one item of a list: its date, values of its enumerations in any order, then what it must have of text in
/// the order of the field guide, and a number where only one can be meant; `part=value` for anything else.
struct CaseItem {
    let fields: [FieldDefinition]
    let dateField: String?
    let list: String

    func record(_ text: String) throws(Mismatch) -> DraftRecord {
        var given = DraftRecord()
        var words = CaseItem.words(text)[...]
        while let word = words.popFirst() {
            if let (name, value) = CaseItem.pair(word) {
                guard let field = fields.first(where: { $0.name == name || $0.luaAliases.contains(name) }) else {
                    throw Mismatch(
                        "an item of `\(list)` has no `\(name)`" + (nearestName(to: name, in: fields.map(\.name)).map { ": did you mean `\($0)`?" } ?? ""))
                }
                try set(&given, field, CaseCell.scalar(value, field.type), word)
            } else if let date = CaseItem.date(word, &words) {
                guard let name = dateField ?? fields.first(where: { if case .date = $0.type { true } else { false } })?.name,
                    let field = fields.first(where: { $0.name == name })
                else { throw Mismatch("an item of `\(list)` has no date, and here is `\(date)`") }
                try set(&given, field, .text(date), date)
            } else {
                guard let field = place(of: word, given) else { throw Mismatch(stray(word)) }
                try set(&given, field, CaseCell.scalar(word, field.type), word)
            }
        }
        var record = NominalDraft.neutralItem(fields)
        for (name, value) in given.fields { record[name] = value }
        return record
    }

    private func set(_ record: inout DraftRecord, _ field: FieldDefinition, _ value: DraftValue, _ word: String) throws(Mismatch) {
        guard record[field.name] == nil else {
            throw Mismatch("`\(word)` would be the second `\(field.name)` of this item of `\(list)`; items are divided by `;`")
        }
        record[field.name] = value
    }

    /// The field that a lone word is for.
    private func place(of word: String, _ given: DraftRecord) -> FieldDefinition? {
        let free = fields.filter { given[$0.name] == nil }
        let numbers = free.filter { field in
            switch field.type {
            case .int, .number, .percent: true
            default: false
            }
        }
        if Double(word) != nil { return numbers.first(where: \.isRequired) ?? (numbers.count == 1 ? numbers.first : nil) }
        let enumerated = free.first { field in
            guard case .enumeration(let values) = field.type else { return false }
            return values.values.contains(word) || values.spellings[word.lowercased()] != nil
        }
        return enumerated ?? free.first { field in
            guard field.isRequired else { return false }
            switch field.type {
            case .string, .words: return true
            case .bool: return ["true", "false", "yes", "no"].contains(word)
            default: return false
            }
        }
    }

    private func stray(_ word: String) -> String {
        let values = fields.flatMap { field -> [String] in if case .enumeration(let values) = field.type { values.values } else { [] } }
        return "`\(word)` is nothing that an item of `\(list)` can say"
            + (nearestName(to: word, in: values).map { ": did you mean `\($0)`?" }
                ?? ": write `part=value`, where the parts are \(fields.map { "`\($0.name)`" }.joined(separator: ", "))")
    }

    /// Words divided by spaces; quotes hold spaces together.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        for character in text {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == " ", !isQuoted {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    private static func pair(_ word: String) -> (name: String, value: String)? {
        guard let sign = word.firstIndex(of: "="), sign != word.startIndex else { return nil }
        return (String(word[..<sign]), String(word[word.index(after: sign)...]))
    }

    /// `2026-11-01`, `today`, or a number with its sign and the unit after it.
    private static func date(_ word: String, _ rest: inout ArraySlice<String>) -> String? {
        if word == "today" || (word.count == 10 && Day(iso: word) != nil) { return word }
        guard let sign = word.first, sign == "-" || sign == "+", Int(word) != nil, let unit = rest.first,
            ["day", "days", "week", "weeks", "month", "months", "year", "years"].contains(unit)
        else { return nil }
        rest.removeFirst()
        return "\(word) \(unit)"
    }
}
