/// One thing that a pack declares, taken apart into what people read about it, so that two packs can be compared.
package struct DescribedRule: Sendable {
    /// `condition` with its Lua, `from` with `90`, `title` with its words.
    package struct Fact: Sendable, Hashable {
        package var name: String
        package var value: String
        /// The value is Lua as it is written, with its lines.
        package var isCode = false
    }

    /// As decision records name it: `matrix.sac.burglary`, `band.sac.ppo`, `selection.ppo`, `parameter.places`, `allocation`.
    package var path: String
    /// `row of a matrix`, `rule of selection`.
    package var kind: String
    package var title: String
    /// Where it stands; nil for what the manifest says.
    package var file: String?
    package var line: Int?
    /// In the order in which people want them; those that have no value are left out.
    package var facts: [Fact] = []

    package subscript(_ name: String) -> String? { facts.first { $0.name == name }?.value }
}
