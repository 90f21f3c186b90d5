import FieldDefinitions
import Notation
import RulePacks

extension DMNReader {
    /// Where an input expression takes its value from. A field that no catalogue knows is declared as the pack's own.
    /// - Parameters:
    ///   - expression: the element that holds the expression.
    ///   - column: the tests of its column, for the kind where the file names none.
    mutating func reading(_ expression: XMLTag?, of input: XMLTag, column: [TableCell]) throws(ConversionError) -> Reading {
        guard let expression, let text = expression.expression.map(DMNReader.oneLine), !text.isEmpty else {
            throw error("the input has no expression: name an input data element or a decision in it", input)
        }
        let found = ValueKind(of: column.flatMap { $0.tests.tests.flatMap(\.endpoints) })
        let stated = try type(expression.attributes["typeRef"], of: input)
        let listed = texts(input.first("inputValues"))
        if let source = sources[text] {
            switch source {
            case .decision(let decided): return try reading(decided, input)
            case .data(let data):
                if case .field(let path)? = data.reading {
                    if path.hasPrefix("local."), data.field == nil, catalogue.field(at: path) == nil {
                        try declare(LocalField(name: String(path.dropFirst(6)), title: data.name, kind: (data.kind ?? stated.kind ?? found ?? .string).local), input)
                    } else if let field = data.field {
                        try declare(field, input)
                    }
                    return .field(path)
                }
                if let reading = data.reading { return reading }
                return try field(data.name, data.kind ?? stated.kind ?? found, listed ?? data.values, input)
            }
        }
        // Some files name a field of a decision with several outputs, and some declare no input data at all.
        if let dot = text.lastIndex(of: "."), case .decision(let decided)? = sources[DMNReader.oneLine(String(text[..<dot]))] {
            let output = DMNReader.oneLine(String(text[text.index(after: dot)...]))
            guard let name = decided.outputs[output], decided.hit?.givesList == false else { throw error("decision `\(decided.name)` has no output `\(output)`", input) }
            return .lua("function(n, d) return d.table.\(decided.table).\(name) end")
        }
        guard isPlainName(text) else {
            throw error("the input expression `\(text.prefix(120))` is more than a name, and arbitrary FEEL cannot be said in a pack: make it an input of its own", expression)
        }
        guard root.all("inputData").isEmpty || catalogue.field(at: text) != nil else {
            throw error("`\(text)` is neither input data nor a decision of the file" + (nearestName(to: text, in: sources.keys).map { ": did you mean `\($0)`?" } ?? ""), expression)
        }
        return try field(text, stated.kind ?? found, listed, input)
    }

    private func reading(_ decided: Decided, _ input: XMLTag) throws(ConversionError) -> Reading {
        if let bands = decided.tag.waymark("bands")?.attributes["matrix"], PackName.isName(bands) { return .lua("function(n, d) return d.band.\(bands) end") }
        if decided.tag.waymark("matrix") != nil { return .lua("function(n, d) return d.score.\(decided.table) end") }
        guard decided.outputs.isEmpty, decided.hit?.givesList == false else {
            throw error("decision `\(decided.name)` gives a list or several values, and an input of a table is a single value: name one of its outputs", input)
        }
        return .lua("function(n, d) return d.table.\(decided.table) end")
    }

    /// Letters, digits, blanks and what FEEL allows in names that are no arithmetic here.
    private func isPlainName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || "_ .'".unicodeScalars.contains($0) }
    }

    /// A field of the catalogue that is named by its very path, or one of the pack's own.
    private mutating func field(_ name: String, _ kind: ValueKind?, _ values: [String]?, _ input: XMLTag) throws(ConversionError) -> Reading {
        if let known = catalogue.field(at: name), let type = LocalField.Kind(known.type), kind == nil || ValueKind(type) == kind, name.contains(".") || name.contains("_") || known.sensitivity == .ordinary {
            return .field(name)
        }
        if let declared = fields.first(where: { $0.title == name }) { return .field(declared.path) }
        var type = (kind ?? .string).local
        if kind == nil || kind == .string, let values, !values.isEmpty, values.count <= 64, Set(values).count == values.count { type = .enumeration(values) }
        let field = LocalField(name: PackName.unique(PackName.of(name, else: "field"), &takenFields), title: try readable(name, input), kind: type)
        fields.append(field)
        return .field(field.path)
    }

    private mutating func declare(_ field: LocalField, _ input: XMLTag) throws(ConversionError) {
        if let known = fields.first(where: { $0.name == field.name }) {
            guard known == field else { throw error("the field `\(field.name)` is declared twice and differently", input) }
            return
        }
        guard takenFields.insert(field.name).inserted else { throw error("two inputs would have the field `\(field.name)`: rename one of them", input) }
        fields.append(field)
    }
}
