import Cohorts
import FieldDefinitions
import Notation

/// People as lines of `path=value`, with a line `list+` before each item of a list and an empty line behind each person:
/// a form of its own, from which both CSV and NDJSON are written.
struct PeopleText {
    struct Person {
        var values: [(path: String, text: String)] = []
        var items: [(list: String, values: [(path: String, text: String)])] = []
    }

    private(set) var people: [Person] = []

    /// Lines that name no field are passed over; of two values for one path the first counts.
    init(_ bytes: [UInt8]) {
        var person = Person()
        let fields = CohortReading.layout
        // Bytes are cut and not characters: a line feed after a carriage return, or an accent after a sign, is no part of it.
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        for line in lines + [""] {
            if line.isEmpty {
                if !person.values.isEmpty { people.append(person) }
                person = Person()
            } else if line.hasSuffix("+"), let id = fields.id(ofPath: String(line.dropLast())), fields.fields[id].stride > 0 {
                person.items.append((String(line.dropLast()), []))
            } else if let equals = line.firstIndex(of: "=") {
                let path = String(line[..<equals])
                let text = PeopleText.exchanged(line[line.index(after: equals)...], "¶", for: "\n")
                guard !text.isEmpty, let id = fields.id(ofPath: path), PeopleText.isValue(fields.fields[id]) else { continue }
                guard let list = fields.fields[id].list.map({ fields.fields[$0].path }) else {
                    if !person.values.contains(where: { $0.path == path }) { person.values.append((path, text)) }
                    continue
                }
                guard person.items.last?.list == list, person.items.last?.values.contains(where: { $0.path == path }) == false else { continue }
                person.items[person.items.count - 1].values.append((path, text))
            }
        }
    }

    private static func isValue(_ field: LaidOutField) -> Bool {
        if case .yearsSince = field.definition.type { return false }
        return field.stride == 0 && field.children.isEmpty && !field.path.hasPrefix("local")
    }

    /// Whether each person has an id of its own, without which rows of lists cannot be told apart.
    var hasIDs: Bool {
        let ids = people.compactMap { person in person.values.first { $0.path == "id" }?.text }
        return ids.count == people.count && Set(ids.map { Array($0.utf8) }).count == ids.count
    }

    // MARK: CSV

    var csv: [FuzzInput.File] {
        let required = CohortReading.layout.topFields.map { CohortReading.layout.fields[$0] }.filter(\.definition.isRequired).map(\.path)
        let paths = required + Set(people.flatMap { $0.values.map(\.path) }).subtracting(required).sorted()
        var files = [PeopleText.file("cohort", paths, people.map(\.values))]
        for list in lists {
            let items = people.flatMap { person in
                person.items.filter { $0.list == list }.map { [("id", person.values.first { $0.path == "id" }?.text ?? "")] + $0.values }
            }
            files.append(PeopleText.file(list, ["id"] + Set(items.flatMap { $0.map(\.0) }).subtracting(["id"]).sorted(), items))
        }
        return files
    }

    /// Lists of which somebody has an item.
    private var lists: [String] { Set(people.flatMap { $0.items.map(\.list) }).sorted() }

    private static func file(_ name: String, _ paths: [String], _ rows: [[(path: String, text: String)]]) -> FuzzInput.File {
        let heading = paths.map { $0 == "\(name).id" ? "\(name)_id" : $0 }.joined(separator: ",")
        let lines = rows.map { row in
            paths.map { path in row.first { $0.path == path }.map { cell($0.text) } ?? "" }.joined(separator: ",")
        }
        return FuzzInput.File(name: name + ".csv", bytes: Array(([heading] + lines).map { $0 + "\n" }.joined().utf8))
    }

    private static func exchanged(_ text: Substring, _ sign: Unicode.Scalar, for other: String) -> String {
        text.unicodeScalars.map { $0 == sign ? other : String($0) }.joined()
    }

    private static func cell(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        return needsQuotes ? "\"" + exchanged(text[...], "\"", for: "\"\"") + "\"" : text
    }

    // MARK: NDJSON

    /// With fields in the catalogue's order, as the import makes them of CSV, so that of two faults the same one is first.
    var ndjson: String {
        var json = JSONWriter()
        let columns = Set(people.flatMap { $0.values.map(\.path) })
        for person in people {
            json.beginObject()
            write(CohortReading.layout.topFields, person.values, columns, person, to: &json)
            json.endObject()
            json.newline()
        }
        return json.text
    }

    private func write(
        _ ids: [Int], _ values: [(path: String, text: String)], _ columns: Set<String>, _ person: Person, to json: inout JSONWriter
    ) {
        for field in ids.map({ CohortReading.layout.fields[$0] }) {
            if field.stride > 0 {
                guard lists.contains(field.path) else { continue }
                json.key(field.definition.name)
                json.beginArray()
                let columns = Set(people.flatMap { $0.items.filter { $0.list == field.path }.flatMap { $0.values.map(\.path) } })
                for item in person.items where item.list == field.path {
                    json.beginObject()
                    write(field.children, item.values, columns, person, to: &json)
                    json.endObject()
                }
                json.endArray()
            } else if !field.children.isEmpty {
                guard columns.contains(where: { $0.hasPrefix(field.path + ".") }) else { continue }
                json.key(field.definition.name)
                // Columns that are there and empty say that there is no such record.
                guard values.contains(where: { $0.path.hasPrefix(field.path + ".") }) else {
                    json.null()
                    continue
                }
                json.beginObject()
                write(field.children, values, columns, person, to: &json)
                json.endObject()
            } else if let value = values.first(where: { $0.path == field.path }) {
                json.key(field.definition.name)
                PeopleText.write(field.path, value.text, to: &json)
            }
        }
    }

    /// A value in the form that JSON has for it; what is not of its kind stays text, as it would be in CSV.
    private static func write(_ path: String, _ text: String, to json: inout JSONWriter) {
        let layout = CohortReading.layout
        guard let id = layout.id(ofPath: path) else { return json.string(text) }
        switch layout.fields[id].definition.type {
        case .bool where ["true", "yes", "y", "1"].contains(text.lowercased()): json.bool(true)
        case .bool where ["false", "no", "n", "0"].contains(text.lowercased()): json.bool(false)
        case .int, .number, .percent:
            if text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil { json.raw(text.utf8) } else { json.string(text) }
        default: json.string(text)
        }
    }
}
