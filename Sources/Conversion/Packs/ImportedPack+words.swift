import FieldDefinitions
import Notation

extension ImportedPack {
    var manifest: String {
        let reads = reads
        var protected: [String] = []
        for path in reads where catalogue.sensitivity(at: path) ?? .ordinary != .ordinary {
            protected.append("    [\(LuaText.quoted(path))] = \"For the board to confirm: why the tables read it.\",\n")
        }
        return """
            -- What the pack is and what it may read. What a board decides and no file of tables says is marked.
            return {
              waymark = 1,
              id = "\(id)",
              title = \(LuaText.quoted(title)),
              version = "0.1.0",
              owner = { borough = "For the board to confirm", contact = "iom@\(id).example.org" },
              purpose = "For the board to confirm.",
              lawful_basis = "For the board to confirm.",
              valid = { from = "\(from)", review_by = "\(from.adding(months: 6))", until_ = "\(from.adding(months: 12))" },
              files = { "tables.lua" },
              reads = { \(reads.map { "\"\($0)\"" }.joined(separator: ", ")) },
            \(protected.isEmpty ? "" : "  protected = {\n\(protected.joined())  },\n")}

            """
    }

    var readme: String {
        """
        # \(Markdown.line(title))

        The tables of `\(Markdown.code(origin))`, as a pack. It is a draft.

        \(tables.map { "- \($0.kind == .matrix ? "Matrix" : "Decision table") `\($0.name)`: \(Markdown.line($0.title))\n" }.joined())
        \(fields.isEmpty ? "" : "Cohort files give what the tables read under `local`:\n\n" + fields.map { "- `\($0.name)`: \(Markdown.line($0.title))\n" }.joined() + "\n")## For the board to decide

        1. The owner, the purpose, the lawful basis and the dates in `pack.lua`.
        2. Why each protected or sensitive field is read, under `protected` there.
        3. Who is to be selected by what the tables say: no rule does so yet. `docs/pack-reference.md` shows how to write `selection`.

        ## For the analyst

        ```
        waymark check PACK       what is wrong with the rules
        waymark test PACK        the tests in tests/, made from the tables
        waymark describe PACK    the tables in words, for the board
        ```

        """
    }
}

/// Text of others in Markdown, which can neither end its line nor begin anything.
enum Markdown {
    static func line(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "!", "&": "\\\(scalar)"
            case _ where scalar.properties.isWhitespace || isHidden(scalar): " "
            default: String(scalar)
            }
        }.joined()
    }

    /// Between backticks.
    static func code(_ text: String) -> String {
        text.unicodeScalars.map { $0 == "`" || isHidden($0) || $0.properties.isWhitespace && $0 != " " ? " " : String($0) }.joined()
    }
}
