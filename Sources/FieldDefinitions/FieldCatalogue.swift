/// Every field that a cohort file may hold and a rule may read: the standard ones, and those that a borough adds under `local`.
///
/// The import, the Lua binding, the field guide, the JSON Schema and the editor's type stubs all come from it.
package struct FieldCatalogue: Sendable {
    package let fields: [FieldDefinition]

    package init(fields: [FieldDefinition]) { self.fields = fields }

    /// The catalogue with a borough's own fields as the record `local`, replacing what `local` held before.
    package func adding(local localFields: [FieldDefinition]) -> FieldCatalogue {
        var fields = fields
        let place = fields.firstIndex { $0.name == "local" } ?? fields.count
        if place == fields.count { return self }
        fields[place].type = .record(RecordDefinition(localFields))
        return FieldCatalogue(fields: fields)
    }
}
