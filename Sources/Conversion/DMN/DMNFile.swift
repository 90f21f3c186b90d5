package import FieldDefinitions

/// What a DMN file holds that a pack can have.
package struct DMNFile: Sendable {
    /// The name of the whole.
    package var name: String
    package var tables: [PackTable]
    /// Fields that a pack of these tables has to declare as its own.
    package var fields: [LocalField]

    /// - Parameters:
    ///   - file: how errors name it.
    ///   - catalogue: the fields that inputs may name by their paths.
    /// - Throws: what is wrong, or cannot be said in a pack, with the line and the letter.
    package init(_ bytes: [UInt8], file: String, catalogue: FieldCatalogue = .standard) throws(ConversionError) {
        var reader = try DMNReader(bytes, file: file, catalogue: catalogue)
        self = try reader.read()
    }

    /// A file that holds one table and is not DMN.
    package init(holding table: PackTable) { self.init(name: "", tables: [table], fields: table.fields) }

    init(name: String, tables: [PackTable], fields: [LocalField]) {
        self.name = name
        self.tables = tables
        self.fields = fields
    }
}

extension PackTable {
    /// The table as a DMN 1.5 file.
    package func dmn(_ catalogue: FieldCatalogue) -> String { DMNWriter.text(self, catalogue: catalogue) }
}
