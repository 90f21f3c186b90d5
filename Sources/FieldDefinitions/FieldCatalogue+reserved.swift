extension FieldCatalogue {
    /// Names that no part of a list may have, since filters and records use them for something else.
    package static let reservedListFieldNames: Set<String> = ["where", "within", "from", "to", "at_least", "has", "get"]

    /// Beginnings that no part's name may have: filters use them for the least and the greatest value of a part.
    package static let reservedListFieldPrefixes = ["min_", "max_"]

    /// Names that no field may have, in a list or not, since every record has a function of that name.
    package static let reservedFieldNames: Set<String> = ["has", "get"]

    package static func isReservedListFieldName(_ name: String) -> Bool {
        reservedListFieldNames.contains(name) || reservedListFieldPrefixes.contains { name.hasPrefix($0) }
    }

    /// Words that Lua 5.4 keeps for itself: `n.end` cannot be written there, `n["end"]` can.
    package static let luaKeywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]
}
