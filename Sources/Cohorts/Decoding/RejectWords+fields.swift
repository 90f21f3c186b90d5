import FieldDefinitions
import Notation

/// Faults about one field.
extension RejectWords {
    var ofTheField: (got: String, expected: String, message: String) {
        let found = RawJSON(line).valueText(at: fault.offset)
        guard fault.key >= 0 else {
            return (found, "record", "`\(path)` must be a record, `{…}`, and is \(described)")
        }
        let definition = plan.layout.fields[Int(plan.keys[Int(fault.key)].field)].definition
        let expected = definition.type.inWords
        switch fault.kind {
        case .missing:
            let isThere = fault.offset < line.count && line[fault.offset] != 0x7D
            return (
                isThere ? found : "nothing", expected,
                isThere
                    ? "`\(path)` is required, and `\(found)` says that it is not known: give its value"
                    : "`\(path)` is required and is left out: give its value"
            )
        case .duplicateField:
            return (found, "one value", "`\(path)` is given twice in one object: take one of them out")
        case .computed:
            let instead = RejectWords.source(definition.type)
            return (found, "nothing", "`\(path)` is worked out and not given: give `\(instead)` instead")
        case .aliasDisagrees:
            return (
                found, "one value",
                "`\(path)` says `\(found)`, and another name of the same field says otherwise: give one of them"
            )
        case .badEscape:
            return (
                found, expected,
                "`\(path)` holds a backslash sequence that JSON does not have, half a character or a NUL: "
                    + "write the text itself"
            )
        case .control:
            return (
                found, expected,
                "`\(path)` holds a control character: write line breaks and tabs as `\\n` and `\\t`"
            )
        case .emptyRequired:
            return ("", expected, "`\(path)` is required and is empty: give its value")
        case .badNumber:
            return (
                found, expected,
                "`\(path)` is `\(found)`, which JSON does not count as a number: write it like `82` or `0.5`"
            )
        case .notWhole:
            return (found, expected, "`\(path)` must be a whole number and is `\(found)`")
        case .tooLarge:
            return (
                found, expected,
                "`\(path)` is `\(found)`, which is too large: give a \(expected); whole numbers go up to "
                    + "\(FieldPlan.largestWhole)"
            )
        case .noSuchDate:
            return (found, expected, "`\(path)` is `\(found)`, and there is no such date")
        case .notADate:
            return (found, expected, "`\(path)` must be a date, year first, like `2026-11-01`, and is `\(found)`")
        case .notAValue: return notAValue(definition, found)
        case .syntax(let expected):
            return (found, expected, "not valid JSON at byte \(fault.offset + 1), in `\(path)`: \(expected) is missing")
        default:
            return (found, expected, "`\(path)` must be \(withArticle(expected)) and is \(described)")
        }
    }

    /// What stands at the fault, as part of a sentence.
    private var described: String {
        guard fault.offset < line.count else { return "cut off" }
        let found = RawJSON(line).valueText(at: fault.offset)
        return switch line[fault.offset] {
        case 0x7B, 0x5B: found
        case 0x22: "the text `\(found)`"
        default: "`\(found)`"
        }
    }

    private func notAValue(_ field: FieldDefinition, _ found: String) -> (String, String, String) {
        guard case .enumeration(let definition) = field.type else { return (found, "", "") }
        let expected = field.type.inWords
        if field.name == "ethnicity", found.uppercased().hasPrefix("IC") {
            return (
                found, expected,
                "`\(path)` is `\(found)`, an officer-observed code, and those are never mixed with self-defined ones: "
                    + "give the self-defined code, or NS"
            )
        }
        // Any code of two letters is near to any other.
        let spellings = definition.values + definition.spellings.keys.sorted()
        if found.utf8.count > 2, let near = nearestName(to: found, in: spellings) {
            return (found, expected, "`\(path)` is `\(found)`: did you mean `\(near)`? It can be \(expected)")
        }
        return (found, expected, "`\(path)` is `\(found)`, and can only be \(expected)")
    }

    private func withArticle(_ kind: String) -> String {
        ["date", "list", "number", "record", "whole number"].contains { kind.hasPrefix($0) } ? "a " + kind : kind
    }

    private static func source(_ type: FieldType) -> String {
        if case .yearsSince(let date) = type { date } else { "" }
    }
}
