package import Notation

/// The catalogue for an editor in a browser: what can be written behind `n.`, what each field means, and what can be called.
package enum EditorCatalogue {
    package static func write(_ catalogue: FieldCatalogue, to json: inout JSONWriter) {
        json.beginObject()
        json.key("fields")
        write(catalogue.fields, under: "", to: &json)
        json.key("functions")
        json.array(EditorStubs.entries(catalogue)) { entry, json in
            json.beginObject()
            json.key("of"); json.string(entry.owner.rawValue)
            json.key("name"); json.string(entry.name)
            json.key("signature"); json.string(entry.signature)
            json.key("about"); json.string(entry.about)
            json.endObject()
        }
        json.endObject()
    }

    private static func write(_ fields: [FieldDefinition], under prefix: String, to json: inout JSONWriter) {
        json.array(fields.filter { $0.readInstead == nil }) { field, json in
            let path = prefix + field.name
            json.beginObject()
            json.key("path"); json.string(path)
            json.key("names"); json.strings(field.luaNames)
            json.key("type"); json.string(field.type.inWords)
            json.key("list"); json.bool(field.type.isList)
            json.key("about"); json.string(FieldStubs().remark(field, path))
            json.key("care"); json.string(field.sensitivity.rawValue)
            if case .enumeration(let enumeration) = field.type {
                json.key("values")
                json.array(enumeration.values) { value, json in
                    json.beginObject()
                    json.key("name"); json.string(value)
                    json.key("about"); json.string(enumeration.meanings[value] ?? "")
                    json.endObject()
                }
            }
            json.key("parts")
            write(field.type.parts, under: path + ".", to: &json)
            json.endObject()
        }
    }
}

extension FieldType {
    fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
