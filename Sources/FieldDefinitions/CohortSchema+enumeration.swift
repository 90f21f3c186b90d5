internal import Notation

extension CohortSchema {
    /// The values themselves, for an editor to offer, and beside them any other spelling, in capitals or not.
    static func write(_ enumeration: EnumerationDefinition, nullable: Bool, to json: inout JSONWriter) {
        let unknown = nullable ? enumeration.unknownSpellings : []
        let spellings = unknown.union(enumeration.spellings.keys).sorted()
        if spellings.isEmpty { return writeValues(enumeration, nullable: nullable, to: &json) }
        json.key("anyOf")
        json.beginArray()
        json.beginObject()
        writeValues(enumeration, nullable: nullable, to: &json)
        json.endObject()
        json.beginObject()
        json.key("type")
        json.string("string")
        json.key("pattern")
        json.string("^(" + spellings.map(inEitherCase).joined(separator: "|") + ")$")
        json.endObject()
        json.endArray()
    }

    private static func writeValues(_ enumeration: EnumerationDefinition, nullable: Bool, to json: inout JSONWriter) {
        json.key("enum")
        json.beginArray()
        for value in enumeration.values { json.string(value) }
        if nullable { json.null() }
        json.endArray()
    }

    /// JSON Schema's patterns have no switch that ignores case, so each letter stands for both: `n/k` is `[nN]/[kK]`.
    private static func inEitherCase(_ spelling: String) -> String {
        spelling.map { character in
            let pair = (character.lowercased(), character.uppercased())
            if pair.0 != pair.1 { return "[\(pair.0)\(pair.1)]" }
            return "\\^$.|?*+()[]{}".contains(character) ? "\\\(character)" : String(character)
        }.joined()
    }
}
