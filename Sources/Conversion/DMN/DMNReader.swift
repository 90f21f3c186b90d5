import FieldDefinitions
import Notation
import RulePacks

/// Reads a DMN file, of whatever version: its elements are known by their names, as some of the published files name no namespace.
struct DMNReader {
    /// What a name in an input expression stands for.
    enum Source {
        case data(InputData)
        case decision(Decided)
    }

    struct InputData {
        let tag: XMLTag
        let name: String
        /// nil where the file gives it no type.
        let kind: ValueKind?
        /// `allowedValues` of its type.
        let values: [String]?
        /// What Waymark wrote beside it.
        let reading: Reading?
        let field: LocalField?
    }

    struct Decided {
        let tag: XMLTag
        let name: String
        /// As the pack names the table.
        let table: String
        let hit: HitPolicy?
        /// The identifiers of its outputs by their names in the file; empty where it has one.
        let outputs: [String: String]
    }

    let file: String
    let catalogue: FieldCatalogue
    let root: XMLTag
    var sources: [String: Source] = [:]
    var fields: [LocalField] = []
    private var types: [String: XMLTag] = [:]
    var takenFields: Set<String> = []

    init(_ bytes: [UInt8], file: String, catalogue: FieldCatalogue) throws(ConversionError) {
        self.file = file
        self.catalogue = catalogue
        root = try XMLTree.root(bytes, file: file)
        guard root.name == "definitions" else {
            throw ConversionError("the first element is `\(root.name)`, where DMN has `definitions`: this is not a DMN file", file: file, line: root.line, column: root.column)
        }
    }

    mutating func read() throws(ConversionError) -> DMNFile {
        for tag in root.children { try refuse(tag) }
        for tag in root.all("itemDefinition") { types[tag.attributes["name"] ?? ""] = tag }
        for tag in root.all("inputData") {
            let data = try inputData(tag)
            sources[data.name] = .data(data)
        }
        let decisions = root.all("decision")
        guard !decisions.isEmpty else { throw error("the file has no decision", root) }
        var taken: Set<String> = []
        var names: [String] = []
        for tag in decisions {
            try refuseOthers(tag)
            let name = try self.name(tag)
            let written = tag.waymark("table")?.attributes["name"] ?? tag.waymark("matrix")?.attributes["name"]
            let table = PackName.unique(written.flatMap { PackName.isName($0) ? $0 : nil } ?? PackName.of(name, else: "table"), &taken)
            names.append(table)
            if sources[name] != nil { throw error("two elements are named `\(name)`: give one of them another name", tag) }
            sources[name] = .decision(decided(tag, name, table))
        }
        var tables: [PackTable] = []
        for (tag, name) in zip(decisions, names) {
            if tag.waymark("matrix") != nil {
                tables.append(.matrix(try matrix(tag, name, bands: decisions.first { $0.waymark("bands")?.attributes["matrix"] == tag.waymark("matrix")?.attributes["name"] })))
            } else if tag.waymark("bands") == nil || !decisions.contains(where: { $0.waymark("matrix")?.attributes["name"] == tag.waymark("bands")?.attributes["matrix"] }) {
                tables.append(.table(try table(tag, name)))
            }
        }
        return DMNFile(name: root.attributes["name"] ?? "", tables: tables, fields: fields)
    }

    // MARK: What a pack cannot say

    private func refuse(_ tag: XMLTag) throws(ConversionError) {
        switch tag.name {
        case "businessKnowledgeModel", "decisionService", "import":
            throw error("`\(tag.name)` \(quotedName(tag))cannot be said in a pack, which knows decision tables only: write what it does into the tables that use it", tag)
        default: return
        }
    }

    /// A decision that is anything but a table.
    private func refuseOthers(_ tag: XMLTag) throws(ConversionError) {
        if tag.first("decisionTable") != nil { return }
        let kinds = ["literalExpression", "context", "invocation", "relation", "list", "functionDefinition", "conditional", "for", "every", "some", "filter"]
        guard let other = tag.children.first(where: { kinds.contains($0.name) }) else {
            throw error("decision \(quotedName(tag))has no decision table, so there is nothing to convert", tag)
        }
        throw error("decision \(quotedName(tag))is made by `\(other.name)`, which a pack cannot say: only decision tables convert", other)
    }

    // MARK: Names and types

    func error(_ message: String, _ tag: XMLTag) -> ConversionError { ConversionError(message, file: file, line: tag.line, column: tag.column) }

    func quotedName(_ tag: XMLTag) -> String { tag.attributes["name"].map { "`\($0.prefix(80))` " } ?? "" }

    /// A name that people can read.
    func name(_ tag: XMLTag) throws(ConversionError) -> String {
        guard let name = tag.attributes["name"].map(DMNReader.oneLine), !name.isEmpty else { throw error("`\(tag.name)` has no name", tag) }
        return try readable(name, tag)
    }

    func readable(_ given: String, _ tag: XMLTag) throws(ConversionError) -> String {
        let text = TableCell.withoutBlanks(given)
        if let hidden = text.unicodeScalars.first(where: isHidden) {
            throw error("the text of `\(tag.name)` holds the hidden character U+\(String(hidden.value, radix: 16, uppercase: true)): take it out", tag)
        }
        guard text.unicodeScalars.count <= 300 else { throw error("the name or label of `\(tag.name)` is longer than 300 letters: shorten it", tag) }
        return text
    }

    /// A pack's longer texts: sources and notes.
    func words(_ text: String?, _ tag: XMLTag) throws(ConversionError) -> String? {
        guard let text = text.map(TableCell.withoutBlanks), !text.isEmpty else { return nil }
        if let hidden = text.unicodeScalars.first(where: isHidden) {
            throw error("the text of `\(tag.name)` holds the hidden character U+\(String(hidden.value, radix: 16, uppercase: true)): take it out", tag)
        }
        guard text.unicodeScalars.count <= 4_000 else { throw error("the text of `\(tag.name)` is longer than 4,000 letters: shorten it", tag) }
        return text
    }

    static func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The kind that a `typeRef` means, with the values that its type allows.
    /// - Returns: a kind of nil where the file says `Any` or nothing.
    func type(_ reference: String?, of tag: XMLTag, depth: Int = 0) throws(ConversionError) -> (kind: ValueKind?, values: [String]?) {
        guard let reference = reference.map(TableCell.withoutBlanks), !reference.isEmpty else { return (nil, nil) }
        let name = reference.split(separator: ":").last.map(String.init) ?? reference
        if let kind = ValueKind(rawValue: name) { return (kind, nil) }
        if name.lowercased() == "any" { return (nil, nil) }
        guard let definition = types[name] ?? types[reference], depth < 20 else {
            throw error("the type `\(reference)` of \(quotedName(tag))is not one that a pack's fields have: use string, number, boolean or date", tag)
        }
        if definition.attributes["isCollection"] == "true" || definition.first("itemComponent") != nil {
            throw error("\(quotedName(tag))is a list or a structure (type `\(reference)`), and an input of a pack's table is a single value: give each part an input of its own", tag)
        }
        let inner = try type(definition.first("typeRef")?.text ?? definition.attributes["typeRef"], of: tag, depth: depth + 1)
        return (inner.kind, texts(definition.first("allowedValues")) ?? inner.values)
    }

    /// The texts of `"high", "low"`; nil for anything else.
    func texts(_ tag: XMLTag?) -> [String]? {
        guard let text = tag?.expression, let cell = try? TableCell(text), !cell.isAny, !cell.tests.isNegated else { return nil }
        let texts: [String] = cell.tests.tests.compactMap { if case .equal(.string(let text)) = $0 { text } else { nil } }
        return texts.count == cell.tests.tests.count ? texts : nil
    }

    private func inputData(_ tag: XMLTag) throws(ConversionError) -> InputData {
        let name = try self.name(tag)
        if sources[name] != nil { throw error("two elements are named `\(name)`: give one of them another name", tag) }
        let (kind, values) = try type(tag.first("variable")?.attributes["typeRef"], of: tag)
        let reading = tag.waymark("reading").map { Reading(TableCell.withoutBlanks($0.text)) }
        if case .field(let path)? = reading, !PackName.isPath(path) { throw error("`\(path.prefix(80))` is not the path of a field", tag) }
        return InputData(tag: tag, name: name, kind: kind, values: values, reading: reading, field: try localField(tag))
    }

    private func localField(_ tag: XMLTag) throws(ConversionError) -> LocalField? {
        guard let field = tag.waymark("field") else { return nil }
        let name = field.attributes["name"] ?? ""
        let values = field.all("value").map(\.text)
        guard PackName.isName(name), let kind = LocalField.Kind(field.attributes["type"] ?? "", values: values.isEmpty ? nil : values),
            let sensitivity = Sensitivity(rawValue: field.attributes["sensitivity"] ?? "ordinary")
        else { throw error("what Waymark added to this input was changed and cannot be read: take its `field` out, and the input's type is used", field) }
        return LocalField(name: name, title: try readable(field.attributes["title"] ?? name, field), kind: kind, sensitivity: sensitivity)
    }

    private func decided(_ tag: XMLTag, _ name: String, _ table: String) -> Decided {
        let body = tag.first("decisionTable")
        let outputs = body?.all("output") ?? []
        var taken: Set<String> = []
        var names: [String: String] = [:]
        for output in outputs where outputs.count > 1 {
            let label = output.attributes["name"] ?? output.attributes["label"] ?? "output"
            names[label] = PackName.unique(outputName(output) ?? PackName.of(label, else: "output"), &taken)
        }
        return Decided(tag: tag, name: name, table: table, hit: HitPolicy(dmn: body?.attributes["hitPolicy"], aggregation: body?.attributes["aggregation"]), outputs: names)
    }

    /// The name that Waymark gave an output; nil where it gave none.
    func outputName(_ tag: XMLTag) -> String? { tag.waymark("output")?.attributes["name"].flatMap { PackName.isName($0) ? $0 : nil } }
}

extension XMLTag {
    /// What Waymark added to an element.
    func waymark(_ name: String) -> XMLTag? {
        first("extensionElements")?.children.first { $0.name == name && $0.namespace == DMNNames.waymark }
    }
}
