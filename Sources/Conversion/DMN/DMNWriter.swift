import FieldDefinitions
import RulePacks

/// Writes one table of a pack as a DMN 1.5 file: see `docs/convert.md` for what stands where.
struct DMNWriter {
    /// One `inputData`: a value that whoever runs the file has to give.
    struct Input {
        let id: String
        let name: String
        let kind: ValueKind
        let reading: Reading?
        let values: [String]?
        let field: LocalField?
    }

    let catalogue: FieldCatalogue
    private(set) var inputs: [Input] = []
    private var takenNames: Set<String> = []

    init(_ catalogue: FieldCatalogue) { self.catalogue = catalogue }

    static func text(_ table: PackTable, catalogue: FieldCatalogue) -> String {
        var writer = DMNWriter(catalogue)
        return writer.file(table)
    }

    private mutating func file(_ table: PackTable) -> String {
        var xml = XMLText()
        var writer = self
        xml.element("definitions", [
            ("xmlns", DMNNames.model), ("xmlns:waymark", DMNNames.waymark), ("id", "definitions_\(table.name)"), ("name", table.title),
            ("namespace", "urn:waymark:pack"), ("expressionLanguage", DMNNames.feel), ("typeLanguage", DMNNames.feel), ("exporter", "Waymark"),
        ]) { xml in
            switch table {
            case .table(let table): writer.write(table, to: &xml)
            case .matrix(let matrix): writer.write(matrix, to: &xml)
            }
            for input in writer.inputs { writer.write(input, to: &xml) }
        }
        self = writer
        return xml.text
    }

    // MARK: Input data

    /// The input data of a field or a function; made where there is none yet.
    mutating func input(_ reading: Reading, title: String, kind: ValueKind?) -> Input {
        if let known = inputs.first(where: { $0.reading == reading }) { return known }
        var definition: FieldDefinition?
        if case .field(let path) = reading { definition = catalogue.field(at: path) }
        let local = definition.flatMap(LocalField.init)
        let isOwn = reading.field?.hasPrefix("local.") == true
        var values: [String]?
        if case .enumeration(let names)? = local?.kind { values = names }
        return add(
            local.map { ValueKind($0.kind) } ?? kind ?? .string, name: definition?.title ?? title, else: reading.field?.replacing(".", with: " ") ?? title,
            reading: reading, values: values, field: isOwn ? local : nil)
    }

    /// Input data that stands for points or for a condition that only Lua says.
    mutating func input(named name: String, kind: ValueKind) -> Input {
        add(kind, name: name, else: name, reading: nil, values: nil, field: nil)
    }

    private mutating func add(_ kind: ValueKind, name: String, else other: String, reading: Reading?, values: [String]?, field: LocalField?) -> Input {
        let safe = DMNWriter.isName(name) ? name : DMNWriter.isName(other) ? other : DMNWriter.nameOnly(other)
        var unique = safe
        var number = 2
        while !takenNames.insert(unique).inserted {
            unique = "\(safe) \(number)"
            number += 1
        }
        let input = Input(id: "input_\(inputs.count + 1)", name: unique, kind: kind, reading: reading, values: values, field: field)
        inputs.append(input)
        return input
    }

    /// Whether FEEL reads a text as one name, whatever stands beside it.
    static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else { return false }
        guard text.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == " " }), !text.contains("  "), text.last != " "
        else { return false }
        let words: Set = ["and", "or", "in", "not", "if", "then", "else", "for", "return", "some", "every", "satisfies", "between", "instance", "of", "true", "false", "null", "function", "external"]
        return !text.split(separator: " ").contains { words.contains(String($0)) }
    }

    /// A decision's name, by which FEEL can refer to it.
    static func decisionName(_ title: String, else name: String) -> String { isName(title) ? title : name }

    private static func nameOnly(_ text: String) -> String {
        let name = PackName.of(text)
        return isName(name) ? name : "input"
    }

    private func write(_ input: Input, to xml: inout XMLText) {
        xml.element("inputData", [("id", input.id), ("name", input.name)]) { xml in
            if input.reading != nil || input.field != nil {
                xml.element("extensionElements") { xml in
                    if let reading = input.reading { xml.element("waymark:reading", text: reading.text) }
                    if let field = input.field {
                        xml.element("waymark:field", [
                            ("name", field.name), ("title", field.title), ("type", field.kind.word),
                            ("sensitivity", field.sensitivity == .ordinary ? nil : field.sensitivity.rawValue),
                        ]) { xml in
                            if case .enumeration(let values) = field.kind { for value in values { xml.element("waymark:value", text: value) } }
                        }
                    }
                }
            }
            xml.element("variable", [("id", "\(input.id)_variable"), ("name", input.name), ("typeRef", input.kind.rawValue)])
        }
    }

    // MARK: Parts

    func requirements(_ ids: [String], decision: String?, of owner: String, to xml: inout XMLText) {
        if let decision {
            xml.element("informationRequirement", [("id", "\(owner)_requires_decision")]) { $0.element("requiredDecision", [("href", "#\(decision)")]) }
        }
        for id in ids {
            xml.element("informationRequirement", [("id", "\(owner)_requires_\(id)")]) { $0.element("requiredInput", [("href", "#\(id)")]) }
        }
    }

    func extensions(_ name: String, _ attributes: [(String, String?)], to xml: inout XMLText, _ body: ((inout XMLText) -> Void)? = nil) {
        xml.element("extensionElements") { xml in
            if let body { xml.element("waymark:\(name)", attributes, body) } else { xml.element("waymark:\(name)", attributes) }
        }
    }

    func entry(_ name: String, _ id: String, _ text: String, to xml: inout XMLText) {
        xml.element(name, [("id", id)]) { $0.element("text", text: text) }
    }

    func input(_ input: Input, id: String, label: String, extension name: String?, to xml: inout XMLText) {
        xml.element("input", [("id", id), ("label", label)]) { xml in
            if let name { extensions("input", [("name", name), ("title", label)], to: &xml) }
            xml.element("inputExpression", [("id", "\(id)_expression"), ("typeRef", input.kind.rawValue)]) { $0.element("text", text: input.name) }
            if let values = input.values {
                xml.element("inputValues", [("id", "\(id)_values")]) {
                    $0.element("text", text: values.map { WrittenValue(.string($0)).text }.joined(separator: ", "))
                }
            }
        }
    }
}
