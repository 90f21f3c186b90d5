import Cohorts
import FieldDefinitions
import Notation

/// What a property does to a nominal, to see what it does to the decision.
enum PropertyChange: Sendable {
    case add(DraftRecord, to: String)
    /// Up, or down where negative; several are tried.
    case move(String, by: [Int], least: Int, most: Int)
    case set([(path: String, value: DraftValue?)])

    /// The nominal with what the change touches known, as adding to what is not known says nothing; nil where there is nothing
    /// to change.
    func ready(_ draft: NominalDraft, neutral: NominalDraft, asOf: Day) -> NominalDraft? {
        var draft = draft
        func settle(_ path: String) {
            if draft[path] == nil || draft[path] == .null { draft[path] = neutral[path] }
        }
        switch self {
        case .add(_, let list):
            settle(list)
            return draft[list]?.items == nil ? nil : draft
        case .move("age", _, _, _):
            if draft["age"] == nil, case .text(let text)? = draft["date_of_birth"], let born = DraftDate.day(text, asOf: asOf) {
                draft["age"] = .int(born.wholeYears(until: asOf))
            }
            return draft["age"] == nil ? nil : draft
        case .move(let path, _, _, _):
            settle(path)
            return draft[path] == nil ? nil : draft
        case .set(let fields):
            for field in fields where field.value != nil { settle(field.path) }
            return draft
        }
    }

    /// The nominals that a ready one may become.
    func changed(_ draft: NominalDraft) -> [NominalDraft] {
        switch self {
        case .add(let item, let list):
            var other = draft
            other.append(item, to: list)
            return [other]
        case .move(let path, let steps, let least, let most):
            return steps.compactMap { step in
                var other = draft
                switch draft[path] {
                case .int(let value)?:
                    let moved = max(least, min(most, value + step))
                    if moved == value { return nil }
                    other[path] = .int(moved)
                case .number(let value)?:
                    let moved = max(Double(least), min(Double(most), value + Double(step)))
                    if moved == value { return nil }
                    other[path] = .number(moved)
                default: return nil
                }
                return other
            }
        case .set(let fields):
            var other = draft
            for field in fields { other[field.path] = field.value }
            return other == draft ? [] : [other]
        }
    }
}
