/// The guide to the fields, for people: `docs/fields.md`.
package enum FieldGuide {
    /// Markdown: an introduction, then a table for each topic and one for each record and each list.
    package static func markdown(_ catalogue: FieldCatalogue) -> String {
        var guide = introduction
        var topic: String?
        for field in catalogue.fields {
            let heading = field.topic ?? "Other fields"
            if heading != topic {
                topic = heading
                let fields = catalogue.fields.filter { ($0.topic ?? "Other fields") == heading }
                guide += "\n## \(heading)\n\n" + table(fields, under: "", of: catalogue)
                guide += fields.map { details($0, path: $0.name, of: catalogue) }.joined()
            }
        }
        return guide
    }

    private static func table(_ fields: [FieldDefinition], under prefix: String, of catalogue: FieldCatalogue) -> String {
        "| field | value | given | care | meaning |\n|---|---|---|---|---|\n"
            + fields.map { row($0, path: prefix + $0.name, of: catalogue) }.joined()
    }

    private static func row(_ field: FieldDefinition, path: String, of catalogue: FieldCatalogue) -> String {
        let mark = catalogue.sensitivity(at: path) ?? field.sensitivity
        let care = mark == .ordinary ? "" : mark.rawValue
        let cells = ["`\(path)`", field.type.inWords, given(field), care, meaning(field)]
        return "| " + cells.map(cell).joined(separator: " | ") + " |\n"
    }

    private static func given(_ field: FieldDefinition) -> String {
        if case .yearsSince = field.type { return "worked out" }
        return field.isRequired ? "required" : "optional"
    }

    private static func meaning(_ field: FieldDefinition) -> String {
        var meaning = field.title.prefix(1).uppercased() + field.title.dropFirst() + ". " + field.summary
        if let unit = field.unit { meaning += " Unit: \(unit)." }
        if let source = field.source { meaning += " Source: \(source)." }
        if !field.luaAliases.isEmpty {
            let aliases = field.luaAliases.map { "`\($0)`" }.joined(separator: ", ")
            meaning += " In Lua also \(aliases), since `\(field.name)` is a keyword there."
        }
        return meaning
    }

    /// A bar would end the table's cell, a newline its row.
    private static func cell(_ text: String) -> String {
        String(text.flatMap { $0 == "|" ? "\\|" : $0.isNewline ? " " : String($0) })
    }

    private static func details(_ field: FieldDefinition, path: String, of catalogue: FieldCatalogue) -> String {
        switch field.type {
        case .enumeration(let enumeration): return values(enumeration, path: path)
        default: break
        }
        let parts = field.type.parts
        if parts.isEmpty { return "" }
        var isList = false
        if case .list = field.type { isList = true }
        var text = "\n### `\(path)`\n\n"
        text += isList ? "A list; each item has these parts." : "A record of these parts."
        if let dateField = field.dateField {
            text += " `\(path).\(dateField)` says how old \(isList ? "an item" : "the record") is."
        }
        text += "\n\n" + table(parts, under: path + ".", of: catalogue)
        return text + parts.map { details($0, path: "\(path).\($0.name)", of: catalogue) }.joined()
    }

    private static func values(_ enumeration: EnumerationDefinition, path: String) -> String {
        var text = ""
        if !enumeration.meanings.isEmpty {
            text += "\nValues of `\(path)`:\n\n"
            for value in enumeration.values {
                text += "- `\(value)`" + (enumeration.meanings[value].map { ": \($0)" } ?? "") + "\n"
            }
        }
        let values = Set(enumeration.values.map { $0.lowercased() })
        let spellings = enumeration.spellings.filter { !values.contains($0.key) }.sorted { $0.key < $1.key }
        if !spellings.isEmpty {
            text += "\nOther spellings of `\(path)`, in capitals or not: "
                + spellings.map { "`\($0.key)` for `\($0.value)`" }.joined(separator: ", ") + ".\n"
        }
        if !enumeration.unknownSpellings.isEmpty {
            text += "\nRead as left out: "
                + enumeration.unknownSpellings.sorted().map { "`\($0)`" }.joined(separator: ", ") + ".\n"
        }
        return text
    }
}
