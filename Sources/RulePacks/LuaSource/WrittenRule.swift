package import LuaSyntax

/// A declaration, row, criterion, class, band or rule as it is written in a file: its table as a tree.
///
/// Only what is written out can be found: rows that a loop or a function makes have no table of their own.
package struct WrittenRule: Sendable {
    package enum Part: String, Sendable {
        /// A whole `criteria "x" { … }`, `selection { … }` and so on.
        case declaration
        /// A row of a matrix, criteria or decision table, a class, or a rule of selection, deselection or tasking.
        case row
        case band
        case step
        /// An input of a decision table.
        case input
    }

    /// `matrix.sac.burglary`, `criteria.gto_scope.adult`, `selection.ppo`, `class.readiness.last_chance`, `band.sac.ppo`,
    /// `table.tier.2` for the second row, `table.tier.input.ogrs`, `matrix.sac.ogrs.step.1`, `group.gang`, `allocation`; of a
    /// whole declaration without the last part, so `selection` of the whole list.
    package let path: String
    package let part: Part
    /// The word of the declaration: `criteria`, `matrix`, `decision_table`, …
    package let kind: String
    /// As messages name it.
    package let file: String
    package let fields: [LuaTableField]
    /// The table, braces included; of a declaration the whole statement.
    package let bytes: Range<Int>
    package let position: LuaPosition
    /// Where it is an item of a list: the list's field that holds it, with its separator.
    package let item: LuaTableField?

    /// The value under a key; nil where there is none.
    package subscript(_ key: String) -> LuaExpression? {
        fields.first { if case .name(let name) = $0.key { name.text == key } else { false } }?.value
    }

    /// The items of the array part, in order.
    package var items: [LuaExpression] { fields.compactMap { if case .none = $0.key { $0.value } else { nil } } }
}
