extension FieldStubs {
    func about(_ field: FieldDefinition, _ path: String) -> String {
        "`\(path)`: \(field.title). " + inOneLine(field.summary)
    }

    func remark(_ field: FieldDefinition, _ path: String) -> String {
        var words = about(field, path)
        if let unit = field.unit { words += " Unit: \(unit)." }
        if case .yearsSince = field.type {} else if !field.isRequired { words += " May be unknown." }
        if field.sensitivity != .ordinary {
            words += " Marked \(field.sensitivity.rawValue): say under `protected` in pack.lua why it is read."
        }
        return words
    }

    /// A newline would end the comment in which the text stands.
    func inOneLine(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }

    func luaType(_ type: FieldType, _ path: String) -> String {
        switch type {
        case .bool: "boolean"
        case .int, .yearsSince: "integer"
        case .number, .percent: "number"
        case .string, .words: "string"
        case .date: "waymark.Date"
        case .enumeration, .record, .list: "waymark.\(path)"
        }
    }

    /// A class's field by name; in brackets and quotes where the name is a Lua keyword.
    func key(_ name: String, optional: Bool = false) -> String {
        let key = FieldCatalogue.luaKeywords.contains(name) ? "[\"\(name)\"]" : name
        return optional ? key + "?" : key
    }
}

extension FieldDefinition {
    /// Every name that Lua code may use for it.
    var luaNames: [String] { [name] + luaAliases }
}

extension FieldType {
    /// Whether filters can give a least and a greatest value.
    var isOrdered: Bool {
        if case .date = self { return true }
        return isNumeric
    }

    var isNumeric: Bool {
        switch self {
        case .int, .number, .percent: true
        default: false
        }
    }
}
