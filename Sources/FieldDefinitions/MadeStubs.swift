/// The stubs of what tests make up: the same fields, with dates as text, and all of them optional.
struct MadeStubs {
    private(set) var text = ""

    mutating func write(_ catalogue: FieldCatalogue) {
        writeClass("waymark.Made", catalogue.fields, under: "", about: "Somebody whom a test makes up. Fields that are not given are neutral, and none is unknown.")
    }

    /// What a class refers to comes before it, since people read from the top.
    private mutating func writeClass(_ name: String, _ fields: [FieldDefinition], under prefix: String, about: String) {
        for field in fields {
            let path = prefix + field.name
            let parts = field.type.parts
            if !parts.isEmpty { writeClass("waymark.Made.\(path)", parts, under: path + ".", about: "`\(path)`, made up.") }
        }
        text += "\n--- \(about)\n---@class \(name)\n"
        for field in fields {
            let path = prefix + field.name
            for name in field.luaNames {
                let key = FieldCatalogue.luaKeywords.contains(name) ? "[\"\(name)\"]" : name
                text += "---@field \(key)? \(type(field.type, path)) \(field.title)\n"
            }
        }
    }

    private func type(_ type: FieldType, _ path: String) -> String {
        switch type {
        case .bool: "boolean|waymark.Unknown"
        case .int, .yearsSince: "integer|waymark.Unknown"
        case .number, .percent: "number|waymark.Unknown"
        case .string, .words: "string|waymark.Unknown"
        case .date: "waymark.MadeDate|waymark.Unknown"
        case .enumeration: "waymark.\(path)|waymark.Unknown"
        case .record: "waymark.Made.\(path)|waymark.Unknown"
        case .list: "waymark.Made.\(path)[]|waymark.Unknown"
        }
    }
}
