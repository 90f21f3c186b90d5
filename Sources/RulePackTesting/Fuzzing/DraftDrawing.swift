import Cohorts
import FieldDefinitions
import Notation

/// Draws one nominal.
struct DraftDrawing {
    var numbers: SyntheticNumbers
    let asOf: Day
    let place: Int

    /// Of a thousand fields that may be left out, how many are. Decisions of people with gaps mostly end in `refer`, and those
    /// of people without never do, so both kinds are wanted.
    private var gaps: Int { [0, 0, 80, 300][place & 3] }
    private var neutralFields: Int { [100, 400, 200, 300][place >> 2 & 3] }
    /// Every third person has much of everything, lately and of one kind, so that scores reach their upper bands.
    private var isBusy: Bool { place % 3 == 1 }

    mutating func draft(_ neutral: NominalDraft, _ fields: [AimedField]) -> NominalDraft {
        var draft = neutral
        draft["id"] = .text("F-\(place)")
        for field in fields {
            let isOptional = !field.definition.isRequired && field.path != "age"
            if isOptional, numbers.chance(gaps) {
                draft[field.path] = nil
            } else if !numbers.chance(neutralFields) || neutral[field.path] == nil {
                draw(field, into: &draft)
            }
        }
        return DraftRepair(asOf: asOf).repaired(draft)
    }

    private mutating func draw(_ field: AimedField, into draft: inout NominalDraft) {
        guard field.path == "age" else {
            var value = value(field)
            if case .record(var record) = value {
                // Parts that the pack cannot read stay as they are.
                for (name, part) in draft[field.path]?.record?.fields ?? [] where !field.parts.contains(where: { $0.definition.name == name }) {
                    record[name] = part
                }
                value = .record(record)
            }
            draft[field.path] = value
            return
        }
        let years = Int(number(field))
        // A birthday on the day itself, or the day after it.
        if numbers.chance(700) {
            draft["age"] = .int(years)
        } else {
            draft["date_of_birth"] = .text(DraftDrawing.text(asOf.adding(months: -12 * (years + 1)).number + 1 - asOf.number))
        }
    }

    private mutating func value(_ field: AimedField) -> DraftValue {
        switch field.definition.type {
        case .bool: return .bool(numbers.chance(500))
        case .int, .yearsSince: return .int(Int(number(field)))
        case .number, .percent:
            let value = number(field)
            return Int(exactly: value).map(DraftValue.int) ?? .number(value)
        case .enumeration(let enumeration):
            let isAimed = !field.texts.isEmpty && numbers.chance(750)
            return .text(numbers.pick(isAimed ? field.texts : enumeration.values))
        case .string:
            if field.path == "associates.id" { return .text("F-\(numbers.below(40))") }
            let isAimed = !field.texts.isEmpty && numbers.chance(850)
            return .text(isAimed ? numbers.pick(field.texts) : numbers.pick(["other", "another"]))
        case .words:
            let wanted = field.texts.filter { _ in numbers.chance(400) }
            return .text(wanted.isEmpty ? "other" : wanted.joined(separator: " "))
        case .date: return .text(DraftDrawing.text(day(field)))
        case .record:
            // Of records with nothing required, such as `needs`, parts may be left out instead.
            let mayBeNone = field.parts.contains(where: \.definition.isRequired)
            return mayBeNone && numbers.chance(250) ? .null : .record(record(field))
        case .list: return .list(items(field))
        }
    }

    private mutating func number(_ field: AimedField) -> Double {
        let isAimed = !field.numbers.isEmpty && (field.otherNumbers.isEmpty || numbers.chance(750))
        let candidates = isAimed ? field.numbers : field.otherNumbers
        return isBusy && isAimed ? max(numbers.pick(candidates), numbers.pick(candidates)) : numbers.pick(candidates)
    }

    /// Mostly an end of a length of time that rules count, or a day to either side; else lately, or at any time.
    private mutating func day(_ field: AimedField) -> Int {
        switch numbers.below(10) {
        case 0...5 where isBusy: -numbers.below(60)
        case 0...4: numbers.pick(field.days)
        case 5...8: -numbers.below(100)
        default: -numbers.below(800)
        }
    }

    private mutating func record(_ field: AimedField) -> DraftRecord {
        var record = DraftRecord()
        for part in field.parts where part.definition.isRequired || !numbers.chance(gaps) { record[part.definition.name] = value(part) }
        return record
    }

    /// Items that mostly resemble one another, so that counts and runs reach what rules ask for.
    private mutating func items(_ field: AimedField) -> [DraftValue] {
        if numbers.chance(150) { return [] }
        let most = numbers.chance(30) ? 40 : numbers.pick(isBusy ? [3, 4, 6, 9, 12] : [1, 1, 2, 2, 3, 4, 6, 9])
        var items: [DraftRecord] = []
        var model = record(field)
        for _ in 0..<most {
            if numbers.chance(isBusy ? 150 : 250) { model = record(field) }
            for part in field.parts where model[part.definition.name] != nil {
                var isDate = false
                if case .date = part.definition.type { isDate = true }
                if numbers.chance(isDate ? 700 : isBusy ? 60 : 200) { model[part.definition.name] = value(part) }
            }
            items.append(model)
        }
        return items.map(DraftValue.record)
    }

    /// `today`, `-366 days`, `+1 days`.
    static func text(_ days: Int) -> String {
        days == 0 ? "today" : (days > 0 ? "+" : "") + "\(days) day" + (abs(days) == 1 ? "" : "s")
    }
}
