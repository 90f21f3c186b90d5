/// What the names that rules use stand for.
enum RuleNames {
    static let libraries = [
        "string": ["byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse", "sub", "upper"],
        "table": ["concat", "insert", "move", "pack", "remove", "sort", "unpack"],
        "math": ["abs", "ceil", "exp", "floor", "fmod", "log", "max", "min", "modf", "sqrt", "tointeger", "type", "ult"],
        "utf8": ["char", "codepoint", "codes", "len", "offset"],
    ]

    static let constants: [String: [String: KindAtom]] = [
        "math": ["huge": .number, "maxinteger": .number, "mininteger": .number, "pi": .number], "utf8": ["charpattern": .text],
    ]

    static let verbs = ["all", "any", "count", "earliest", "latest", "sum"]
    static let lookups = ["get", "has"]
    /// Parts of a filter that are no fields.
    static let filterWords = ["at_least", "from", "to", "where", "within"]
}
