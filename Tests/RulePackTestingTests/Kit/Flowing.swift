/// Lua without its line breaks, for what is the same however it is laid out.
func flowing(_ lua: some StringProtocol) -> String {
    lua.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(", }", with: " }")
}

func flowing(_ lines: [String]) -> String { flowing(lines.joined(separator: "\n")) }
