package import FieldDefinitions
import Notation

extension NominalDraft {
    /// The draft as a spec writes it: `nominal { age = 17, needs = { drugs = 2 } }`.
    ///
    /// Only what differs from the neutral nominal is written, of records too; a field that the neutral nominal has and the
    /// draft leaves out is `unknown`. Items of lists are written whole.
    /// - Parameters:
    ///   - borough: the neutral nominal's borough.
    ///   - width: the columns that a line may have before its table is written with a line for each field.
    ///   - around: the columns of its first line that are taken by what stands before and behind it.
    package func lua(_ catalogue: FieldCatalogue, borough: String, width: Int = 100, around: Int = 0) -> String {
        let neutral = NominalDraft.neutral(catalogue, borough: borough)
        var differences = NominalDraft.differences(record, neutral.record)
        // A draft has one of the two, and either says the other.
        if record["age"] != nil { differences["date_of_birth"] = nil }
        return "nominal " + LuaText(width: width).table(differences, indent: 0, used: "nominal ".count + around)
    }

    private static func differences(_ record: DraftRecord, _ neutral: DraftRecord) -> DraftRecord {
        var result = DraftRecord()
        for (name, value) in record.fields {
            if case .record(let inner) = value, let other = neutral[name]?.record {
                let parts = differences(inner, other)
                if !parts.names.isEmpty { result[name] = .record(parts) }
            } else if value != neutral[name] {
                result[name] = value
            }
        }
        for name in neutral.names where record[name] == nil { result[name] = .null }
        return result
    }
}

/// Writes values as Lua.
private struct LuaText {
    let width: Int

    /// - Parameter used: columns of the line that are taken already.
    func table(_ record: DraftRecord, indent: Int, used: Int) -> String {
        table(record.fields.map { (LuaText.key($0.name) + " = ", $0.value) }, indent: indent, used: used)
    }

    private func table(_ parts: [(key: String, value: DraftValue)], indent: Int, used: Int) -> String {
        if parts.isEmpty { return "{}" }
        let line = "{ " + parts.map { $0.key + LuaText.line($0.value) }.joined(separator: ", ") + " }"
        guard used + line.count > width else { return line }
        let inner = String(repeating: " ", count: indent + 2)
        let lines = parts.map { key, value in inner + key + text(value, indent: indent + 2, used: indent + 2 + key.count + 1) + ",\n" }
        return "{\n" + lines.joined() + String(repeating: " ", count: indent) + "}"
    }

    private func text(_ value: DraftValue, indent: Int, used: Int) -> String {
        switch value {
        case .list(let items): table(items.map { ("", $0) }, indent: indent, used: used)
        case .record(let record): table(record, indent: indent, used: used)
        default: LuaText.scalar(value)
        }
    }

    private static func line(_ value: DraftValue) -> String { LuaText(width: .max).text(value, indent: 0, used: 0) }

    private static func key(_ name: String) -> String {
        let isName = name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        return isName && name.first?.isNumber == false && !FieldCatalogue.luaKeywords.contains(name) ? name : "[\(luaText(name))]"
    }

    private static func scalar(_ value: DraftValue) -> String {
        switch value {
        // Lua has no null; a field that is null in a file is one that is not known.
        case .null: "unknown"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .number(let value): shortestText(value)
        case .text(let text): luaText(text)
        case .list, .record: "{}"
        }
    }
}
