import Cohorts
import FieldDefinitions
import Notation

/// Moves one value towards the neutral one.
struct ValueShrinker {
    let asOf: Day

    /// - Parameter holds: whether another value in its place still shows it; the value itself does.
    func smallest(_ value: DraftValue?, _ neutral: DraftValue?, _ type: FieldType, _ holds: (DraftValue?) -> Bool) -> DraftValue? {
        if value == neutral || holds(neutral) { return neutral }
        switch (type, value) {
        case (_, .int(let number)?):
            return .int(ValueShrinker.nearest(to: ValueShrinker.int(neutral), from: number) { holds(.int($0)) })
        case (_, .number(let number)?):
            guard let whole = Int(exactly: number.rounded(.towardZero)), holds(.int(whole)) else { return value }
            return .int(ValueShrinker.nearest(to: ValueShrinker.int(neutral), from: whole) { holds(.int($0)) })
        case (.date, let date?):
            guard let days = ValueShrinker.days(date, asOf) else { return value }
            let wanted = neutral.flatMap { ValueShrinker.days($0, asOf) } ?? 0
            func text(_ days: Int) -> DraftValue { .text(DraftDrawing.text(days)) }
            if days != wanted, holds(text(wanted)) { return text(wanted) }
            return text(ValueShrinker.nearest(to: wanted, from: days) { holds(text($0)) })
        case (.enumeration(let enumeration), .text?):
            // The first in the catalogue's order that shows it too, so that two searches end at the same value.
            return enumeration.values.lazy.map(DraftValue.text).first { $0 == value || holds($0) } ?? value
        case (.record(let definition), .record(let record)?):
            return .record(smallest(record, neutral?.record ?? NominalDraft.neutralItem(definition.fields), definition.fields) { holds(.record($0)) })
        case (.list(let list), .list(let items)?): return .list(smallest(items, list.item.fields) { holds(.list($0)) })
        default: return value
        }
    }

    private func smallest(_ record: DraftRecord, _ neutral: DraftRecord, _ fields: [FieldDefinition], _ holds: (DraftRecord) -> Bool) -> DraftRecord {
        var best = record
        for field in fields {
            best[field.name] = smallest(best[field.name], neutral[field.name], field.type) { value in
                var candidate = best
                candidate[field.name] = value
                return holds(candidate)
            }
        }
        return best
    }

    private func smallest(_ items: [DraftValue], _ fields: [FieldDefinition], _ holds: ([DraftValue]) -> Bool) -> [DraftValue] {
        var best = items
        var piece = best.count
        while piece > 0 {
            var start = 0
            while start < best.count {
                var shorter = best
                shorter.removeSubrange(start..<min(start + piece, shorter.count))
                if holds(shorter) { best = shorter } else { start += piece }
            }
            piece /= 2
        }
        let neutral = NominalDraft.neutralItem(fields)
        for place in best.indices {
            guard let record = best[place].record else { continue }
            best[place] = .record(smallest(record, neutral, fields) { value in
                var candidate = best
                candidate[place] = .record(value)
                return holds(candidate)
            })
        }
        return best
    }

    /// The number nearest to `wanted` that holds, if all between it and `start` hold.
    static func nearest(to wanted: Int, from start: Int, _ holds: (Int) -> Bool) -> Int {
        var without = wanted
        var with = start
        while abs(with - without) > 1 {
            let middle = without + (with - without) / 2
            if holds(middle) { with = middle } else { without = middle }
        }
        return with
    }

    private static func int(_ value: DraftValue?) -> Int { if case .int(let number)? = value { number } else { 0 } }

    /// Days from the date of the run; nil where the value is no date.
    static func days(_ value: DraftValue, _ asOf: Day) -> Int? {
        guard case .text(let text) = value, let day = DraftDate.day(text, asOf: asOf) else { return nil }
        return day.number - asOf.number
    }
}
