package import FieldDefinitions

extension PackTable {
    /// The declaration as `convert` writes it, with every number in digits: what a pack gets where it has none to change.
    package func lua(_ catalogue: FieldCatalogue) -> String { DeclarationText(catalogue: catalogue).declaration(self) }
}
