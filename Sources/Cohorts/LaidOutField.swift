package import FieldDefinitions

/// A field of the catalogue with its place in a row.
package struct LaidOutField: Sendable {
    /// Its index in ``RowLayout/fields``.
    package let id: Int
    /// `ogrs2`, `needs.drugs`, `offences.type`.
    package let path: String
    package let definition: FieldDefinition
    /// The record or list that holds it; nil at the top level.
    package let parent: Int?
    /// The list whose items it is part of; nil outside lists.
    package let list: Int?
    /// Cells from the row's start; inside a list from the item's start. For whole years since a date, the date's cell.
    package let cell: Int
    /// For a list, cells an item; 0 for everything else.
    package let stride: Int
    /// The field that dates it: one beside it, or for a record or list one of its parts.
    package let dateField: Int?
    /// For whole years since a date, the date's field.
    package let since: Int?
    /// The parts of a record, or of a list's items.
    package let children: [Int]
}
