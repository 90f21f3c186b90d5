/// An element of an XML file, with where it begins.
struct XMLTag: Sendable {
    /// Without its prefix.
    let name: String
    /// The namespace that its prefix stands for; empty where it has none.
    let namespace: String
    /// By name; a prefix stays.
    let attributes: [String: String]
    let line: Int
    let column: Int
    var children: [XMLTag] = []
    /// What stands directly in it, without the text of its children.
    var text = ""

    func all(_ name: String) -> [XMLTag] { children.filter { $0.name == name } }
    func first(_ name: String) -> XMLTag? { children.first { $0.name == name } }

    /// The text of the child `text`, which holds what an expression says.
    var expression: String? { first("text").map { TableCell.withoutBlanks($0.text) } }
}
