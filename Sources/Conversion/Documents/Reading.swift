/// Where a table takes a value from.
package enum Reading: Hashable, Sendable {
    /// A field of the nominal as it is, by its path in cohort files: `needs.drugs`, `local.rough_sleeping`.
    case field(String)
    /// A function in Lua, as it is written in the pack.
    case lua(String)

    /// How CSV and DMN write it: a path, or `lua: ` and the text.
    package var text: String {
        switch self {
        case .field(let path): path
        case .lua(let text): LuaMark.mark + text
        }
    }

    init(_ text: String) { self = LuaMark.lua(in: text).map(Reading.lua) ?? .field(text) }

    var field: String? { if case .field(let path) = self { path } else { nil } }
}

/// How a cell says that it holds Lua and nothing else.
enum LuaMark {
    static let mark = "lua: "

    /// The Lua that a cell holds; nil where it holds something else.
    static func lua(in text: String) -> String? {
        text.hasPrefix("lua:") ? TableCell.withoutBlanks(String(text.dropFirst(4))) : nil
    }
}
