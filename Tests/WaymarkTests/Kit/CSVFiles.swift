import TestSupport

/// A cohort as CSV files: `cohort` with the flat fields, and one for each list.
enum CSVFiles {
    /// - Returns: the text of each file by its name without `.csv`.
    static func of(_ people: [JSONValue]) throws -> [String: String] {
        var flat: [[String: String]] = []
        var lists: [String: [[String: String]]] = [:]
        for person in people {
            var row: [String: String] = [:]
            for (name, value) in person.members {
                switch value {
                case .object(let parts): for (part, value) in parts { row["\(name).\(part)"] = cell(value) }
                case .array(let items):
                    lists[name, default: []] += items.map { item in
                        var cells = ["id": person["id"]?.text ?? ""]
                        for (part, value) in item.members { cells[part == "id" ? "\(name)_id" : part] = cell(value) }
                        return cells
                    }
                case .null: break
                default: row[name] = cell(value)
                }
            }
            flat.append(row)
        }
        return lists.mapValues(file).merging(["cohort": file(flat)]) { $1 }
    }

    private static func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        case .array(let items): items.map(cell).joined(separator: " ")
        default: value.description
        }
    }

    private static func file(_ rows: [[String: String]]) -> String {
        let names = Set(rows.flatMap(\.keys)).union(["id"]).sorted()
        func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
        let lines = [names.joined(separator: ",")] + rows.map { row in names.map { row[$0].map(quoted) ?? "" }.joined(separator: ",") }
        return Line.file(lines)
    }
}
