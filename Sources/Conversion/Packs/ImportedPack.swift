package import FieldDefinitions
package import Notation

/// A whole pack made of tables that came from elsewhere.
package struct ImportedPack: Sendable {
    /// The pack's name, which is its folder's too.
    package let id: String
    package let title: String
    package let tables: [PackTable]
    /// What `fields.lua` declares.
    package let fields: [LocalField]
    /// The first day on which it is valid.
    package let from: Day
    /// What the tables came from, as the person named it.
    package let origin: String
    let catalogue: FieldCatalogue

    /// - Parameters:
    ///   - id: small letters, digits and `-`.
    ///   - title: what people read; empty where the origin has none.
    /// - Throws: where the name cannot be a pack's.
    package init(_ id: String, title: String, tables: [PackTable], fields: [LocalField], from: Day, origin: String) throws(ConversionError) {
        guard ImportedPack.isID(id) else {
            throw ConversionError("`\(id)` cannot be a pack's name, which is up to 40 small letters and digits, with single `-` between them: name another folder with `-o`")
        }
        self.id = id
        self.tables = tables
        self.from = from
        self.origin = origin
        let first = tables.first?.title ?? id
        self.title = title.isEmpty ? first : title
        var known = fields
        for field in tables.flatMap(\.fields) where !known.contains(where: { $0.name == field.name }) { known.append(field) }
        self.fields = known
        catalogue = FieldCatalogue.standard.adding(known)
    }

    private static func isID(_ id: String) -> Bool {
        let parts = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return id.utf8.count <= 40 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) } }
    }

    /// Every file with its path in the pack's folder.
    package var files: [(path: String, text: String)] {
        var files = [("pack.lua", manifest), ("tables.lua", rules), ("README.md", readme)]
        if !fields.isEmpty { files.insert(("fields.lua", fieldFile), at: 1) }
        let spec = ImportedTests(self).text
        if !spec.isEmpty { files.append(("tests/tables.lua", spec)) }
        return files
    }

    private var rules: String {
        let text = DeclarationText(catalogue: catalogue)
        return "-- Made by `waymark convert` from \(ImportedPack.comment(origin)).\n" + tables.map { "\n" + text.declaration($0) }.joined()
    }

    /// A text that stays within its line of comment.
    static func comment(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isHidden($0) || $0.properties.isWhitespace && $0 != " " ? " " : $0 }))
    }

    private var fieldFile: String {
        "-- What the tables read that no field of Waymark's is. `waymark fields --pack` lists these with the others.\nreturn {\n"
            + fields.map { field in
                var parts = ["\"\(field.kind.word)\""]
                if case .enumeration(let values) = field.kind { parts.append("values = { \(values.map(LuaText.quoted).joined(separator: ", ")) }") }
                parts.append("title = \(LuaText.quoted(field.title))")
                switch field.sensitivity {
                case .ordinary: break
                case .protected: parts.append("protected = true")
                case .sensitive: parts.append("sensitive = true")
                }
                return "  \(field.name) = { \(parts.joined(separator: ", ")) },\n"
            }.joined() + "}\n"
    }

    // MARK: What it reads

    /// The paths of every field, in order and once each.
    var reads: [String] {
        var paths: [String] = []
        func add(_ reading: Reading) {
            switch reading {
            case .field(let path): paths.append(path)
            case .lua(let text): paths += LuaReads.paths(text, catalogue: catalogue)
            }
        }
        for table in tables {
            switch table {
            case .table(let table): for input in table.inputs { add(input.reading) }
            case .matrix(let matrix):
                paths += matrix.readings
                for row in matrix.rows {
                    if case .lua(let text) = row.points { add(.lua(text)) }
                    if case .steps(let of, _) = row.points { add(of) }
                    if case .lua(let text)? = row.condition { add(.lua(text)) }
                }
            }
        }
        return paths.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension FieldCatalogue {
    /// With local fields beside its own.
    package func adding(_ fields: [LocalField]) -> FieldCatalogue {
        adding(local: fields.map { field in
            FieldDefinition(field.name, field.kind.type, field.sensitivity, title: field.title, summary: "A field of the borough's own.")
        })
    }
}

extension LocalField.Kind {
    var type: FieldType {
        switch self {
        case .bool: .bool
        case .int: .int(nil)
        case .number: .number(nil)
        case .percent: .percent
        case .string: .string
        case .date: .date
        case .enumeration(let values): .enumeration(EnumerationDefinition(values))
        }
    }
}
