extension FieldCatalogue {
    /// The fields that every borough has. `local` is an empty record until a pack's own fields are added to it.
    package static let standard = FieldCatalogue(fields: FieldTopic.all.flatMap(\.fields))
}
