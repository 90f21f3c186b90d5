import FieldDefinitions
import Notation
import RulePacks

/// Pieces of Lua source. Whatever text goes in, it stays text.
enum LuaText {
    /// A text in quotes that Lua reads as exactly that text.
    static func quoted(_ text: String) -> String {
        let mark = text.contains("\"") && !text.contains("'") ? "'" : "\""
        return mark + text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\t": "\\t"
            case _ where String(scalar) == mark: "\\" + mark
            case _ where isHidden(scalar): "\\u{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }.joined() + mark
    }

    /// `n.needs.drugs`, `n.here.rough_sleeping`; a part that is a word of Lua in brackets.
    /// - Parameter path: as cohort files name the field.
    static func read(_ path: String, of nominal: String = "n", catalogue: FieldCatalogue) -> String {
        var level = catalogue.fields
        var text = nominal
        for name in path.split(separator: ".").map(String.init) {
            let field = level.first { $0.name == name }
            let written = name == "local" ? "here" : FieldCatalogue.luaKeywords.contains(name) ? field?.luaAliases.first ?? name : name
            text += FieldCatalogue.luaKeywords.contains(written) ? "[\"\(written)\"]" : ".\(written)"
            level = field?.type.parts ?? []
        }
        return text
    }

    /// `function(n) return n.ogrs2 end`
    static func function(_ body: String) -> String { "function(n) return \(body) end" }
}
