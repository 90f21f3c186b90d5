package import Cohorts
package import FieldDefinitions
package import Notation

/// Makes a nominal that shows something as plain as it can be and still show it.
///
/// Fields become neutral, items of lists go, numbers and dates move towards the neutral ones until one step further would
/// show it no more. What is left is where the decision changes.
package struct DraftShrinker {
    package let neutral: NominalDraft
    package let catalogue: FieldCatalogue
    package let asOf: Day
    /// How many nominals it may try.
    package let most: Int

    package init(neutral: NominalDraft, catalogue: FieldCatalogue, asOf: Day, most: Int = 3_000) {
        self.neutral = neutral
        self.catalogue = catalogue
        self.asOf = asOf
        self.most = most
    }

    /// - Parameter shows: whether a nominal shows what `draft` does; false for one that is not valid.
    package func smallest(_ draft: NominalDraft, shows: (NominalDraft) -> Bool) -> NominalDraft {
        var best = draft
        var left = most
        func holds(_ candidate: NominalDraft) -> Bool {
            guard left > 0 else { return false }
            left -= 1
            return shows(candidate)
        }
        var before: NominalDraft
        repeat {
            before = best
            for field in catalogue.fields where best[field.name] != neutral[field.name] {
                if field.name == "age" || field.name == "date_of_birth" { continue }
                best[field.name] = ValueShrinker(asOf: asOf).smallest(best[field.name], neutral[field.name], field.type) { value in
                    var candidate = best
                    candidate[field.name] = value
                    return holds(candidate)
                }
            }
            best = withSmallestAge(best, holds)
        } while best != before && left > 0
        return DraftShrinker.inMonths(best, catalogue, asOf)
    }

    private func withSmallestAge(_ draft: NominalDraft, _ holds: (NominalDraft) -> Bool) -> NominalDraft {
        func with(_ path: String, _ value: DraftValue?) -> NominalDraft {
            var draft = draft
            draft[path] = value
            return draft
        }
        guard let born = neutral["date_of_birth"], draft["date_of_birth"] != born else { return draft }
        if holds(with("date_of_birth", born)) { return with("date_of_birth", born) }
        var years = 0
        switch (draft["age"], draft["date_of_birth"]) {
        case (.int(let age)?, _): years = age
        case (_, .text(let text)?):
            guard let day = DraftDate.day(text, asOf: asOf) else { return draft }
            years = day.wholeYears(until: asOf)
            guard holds(with("age", .int(years))) else { return draft }
        default: return draft
        }
        let usual = ValueShrinker.days(born, asOf).map { Day(number: asOf.number + $0).wholeYears(until: asOf) } ?? years
        return with("age", .int(ValueShrinker.nearest(to: usual, from: years) { holds(with("age", .int($0))) }))
    }

    /// The same nominal, with dates counted in months or years where they are whole ones.
    private static func inMonths(_ draft: NominalDraft, _ catalogue: FieldCatalogue, _ asOf: Day) -> NominalDraft {
        NominalDraft(record(draft.record, catalogue.fields, asOf))
    }

    private static func record(_ record: DraftRecord, _ fields: [FieldDefinition], _ asOf: Day) -> DraftRecord {
        var result = record
        for field in fields {
            switch (field.type, record[field.name]) {
            case (.date, let value?):
                if let days = ValueShrinker.days(value, asOf) { result[field.name] = .text(words(days, asOf)) }
            case (.record(let definition), .record(let inner)?): result[field.name] = .record(self.record(inner, definition.fields, asOf))
            case (.list(let list), .list(let items)?):
                result[field.name] = .list(items.map { item in item.record.map { .record(self.record($0, list.item.fields, asOf)) } ?? item })
            default: break
            }
        }
        return result
    }

    private static func words(_ days: Int, _ asOf: Day) -> String {
        let months = Int((Double(days) / 30.4369).rounded())
        guard months != 0, asOf.adding(months: months).number - asOf.number == days else { return DraftDrawing.text(days) }
        let sign = months > 0 ? "+" : ""
        if months.isMultiple(of: 12) { return "\(sign)\(months / 12) year\(abs(months) == 12 ? "" : "s")" }
        return "\(sign)\(months) month\(abs(months) == 1 ? "" : "s")"
    }
}
