/// Collects the stubs of a nominal, its records and its lists.
struct FieldStubs {
    private(set) var text = ""

    mutating func write(_ catalogue: FieldCatalogue) {
        writeParts(of: catalogue.fields, under: "")
        writeRecord(
            "waymark.Nominal", catalogue.fields, under: "",
            about: "A person whom the rules are about. Reading a field that has no value stops the rule with the answer "
                + "unknown.")
    }

    /// What a class refers to comes before it, since people read from the top.
    private mutating func writeParts(of fields: [FieldDefinition], under prefix: String) {
        for field in fields {
            let path = prefix + field.name
            writeParts(of: field.type.parts, under: path + ".")
            switch field.type {
            case .enumeration(let enumeration): writeAlias(enumeration, path: path)
            case .record(let record):
                writeRecord("waymark.\(path)", record.fields, under: path + ".", about: about(field, path))
            case .list(let list):
                writeRecord(
                    "waymark.\(path).Item", list.item.fields, under: path + ".", about: "An item of `\(path)`.")
                writeFilter(list, path: path)
                writeList(field, list, path: path)
            default: break
            }
        }
    }

    private mutating func writeAlias(_ enumeration: EnumerationDefinition, path: String) {
        text += "\n--- Values of `\(path)`.\n---@alias waymark.\(path)\n"
        for value in enumeration.values {
            text += "---| \"\(value)\"" + (enumeration.meanings[value].map { " # \(inOneLine($0))" } ?? "") + "\n"
        }
    }

    private mutating func writeRecord(_ name: String, _ fields: [FieldDefinition], under prefix: String, about: String) {
        let names = fields.filter { $0.readInstead == nil }.flatMap(\.luaNames)
        if !names.isEmpty {
            text += "\n---@alias \(name).Name\n" + names.map { "---| \"\($0)\"\n" }.joined()
        }
        text += "\n--- \(about)\n---@class \(name)\n"
        for field in fields {
            let path = prefix + field.name
            if let instead = field.readInstead {
                text += "-- `\(path)` is not shown to rules: read `\(instead)`.\n"
            }
            for name in field.luaNames where field.readInstead == nil {
                text += "---@field \(key(name)) \(luaType(field.type, path)) \(remark(field, path))\n"
            }
        }
        let anyName = names.isEmpty ? "string" : "\(name).Name"
        text += """
            do
              local record = {}
              --- Whether the field has a value. Ask before reading an optional field.
              ---@param name \(anyName)
              ---@return boolean
              function record:has(name) end
              --- The field's value, or `default` where it has none.
              ---@param name \(anyName)
              ---@param default any
              ---@return any
              function record:get(name, default) end
            end

            """
    }

    private mutating func writeFilter(_ list: ListDefinition, path: String) {
        text += """

            --- Chooses items of `\(path)`: a field is a value or a list of values.
            ---@class waymark.\(path).Filter: waymark.Filter
            ---@field where? waymark.\(path).Filter In `:all`, chooses the items; the other conditions must hold for each.

            """
        for field in list.item.fields {
            let type = luaType(field.type, "\(path).\(field.name)")
            for name in field.luaNames {
                text += "---@field \(key(name, optional: true)) \(type)|(\(type))[]\n"
                guard field.type.isOrdered else { continue }
                text += "---@field min_\(name)? \(type) The least value.\n"
                text += "---@field max_\(name)? \(type) The greatest value.\n"
            }
        }
    }

    private mutating func writeList(_ field: FieldDefinition, _ list: ListDefinition, path: String) {
        let item = "waymark.\(path).Item"
        let filter = "---@param filter? waymark.\(path).Filter"
        text += """

            --- \(about(field, path)) In date order; `#` gives how many there are.
            ---@class waymark.\(path)
            ---@field [integer] \(item)
            do
              local list = {}
              --- How many items the filter chooses; all of them without one.
              \(filter)
              ---@return integer
              function list:count(filter) end
              --- Whether the filter chooses any item.
              \(filter)
              ---@return boolean
              function list:any(filter) end
              --- Whether every item that the dates and `where` choose meets the other conditions. True where none is
              --- chosen, unless `at_least` says how many there must be.
              \(filter)
              ---@return boolean
              function list:all(filter) end
              --- The latest item that the filter chooses; nil where there is none.
              \(filter)
              ---@return \(item)?
              function list:latest(filter) end
              --- The earliest item that the filter chooses; nil where there is none.
              \(filter)
              ---@return \(item)?
              function list:earliest(filter) end

            """
        let numbers = list.item.fields.filter { $0.type.isNumeric }.map { "\"\($0.name)\"" }
        if !numbers.isEmpty {
            text += """
                  --- The sum of a field over the items that the filter chooses.
                  ---@param field \(numbers.joined(separator: "|"))
                  \(filter)
                  ---@return number
                  function list:sum(field, filter) end

                """
        }
        text += "end\n"
    }
}
