import FieldDefinitions
import Notation

/// The names in the heading of a CSV file, each to be claimed by a field.
struct CSVHeading {
    private let names: [String]
    private var columns: [String: Int] = [:]

    /// - Parameter meaning: what a name stands for in this file.
    init(_ names: [String], file: String, meaning: (String) -> String = { $0 }) throws(CohortError) {
        self.names = names
        for (place, name) in names.enumerated() {
            if name.isEmpty {
                throw CohortError(
                    message: "column \(place + 1) of `\(file)` has no name: the first line must name each column")
            }
            if columns.updateValue(place, forKey: meaning(name)) != nil {
                throw CohortError(message: "`\(file)` has the column `\(RawJSON.shortened(name))` twice: take one of them out")
            }
        }
    }

    func has(_ name: String) -> Bool { columns[name] != nil }

    /// Takes a column; nil where there is none of that name.
    mutating func claim(_ name: String) -> Int? { columns.removeValue(forKey: name) }

    /// Takes the columns for some fields and their parts, in the catalogue's order.
    /// - Parameters:
    ///   - aliases: other names of the fields.
    ///   - lists: which file has the rows of which list.
    mutating func nodes(
        _ ids: [Int], layout: RowLayout, prefix: String, aliases: [String: String] = [:], lists: [Int: Int] = [:]
    ) -> [CSVNode] {
        var nodes: [CSVNode] = []
        for id in ids {
            let field = layout.fields[id]
            let name = field.definition.name
            switch field.definition.type {
            case .record:
                let parts = self.nodes(field.children, layout: layout, prefix: prefix + name + ".", lists: lists)
                if !parts.isEmpty { nodes.append(.record(name: name, parts: parts)) }
            case .list:
                if let file = lists[id] { nodes.append(.list(name: name, file: file)) }
            case .yearsSince: break
            default:
                for given in [name] + aliases.filter({ $0.value == name }).keys.sorted() {
                    guard let column = claim(prefix + given) else { continue }
                    nodes.append(.value(name: given, column: column, kind: CSVNode.kind(field.definition.type)))
                }
            }
        }
        return nodes
    }

    /// The name of the leftmost column that no field has claimed.
    var unclaimed: String? { columns.values.min().map { names[$0] } }
}

extension CohortError {
    /// A column that is no flat field, with what to do instead.
    static func noField(_ column: String, in file: String, _ layout: RowLayout) -> CohortError {
        let known = layout.fields.filter { field in
            if case .yearsSince = field.definition.type { return false }
            return field.list == nil && field.stride == 0 && field.children.isEmpty
        }
        guard let id = layout.id(ofPath: column) else {
            return unknownColumn(column, in: file, known: known.map(\.path))
        }
        let field = layout.fields[id]
        let advice =
            switch field.definition.type {
            case .yearsSince(let date): "`\(column)` is worked out: give `\(date)` instead"
            case .list: "`\(column)` is a list: give its rows in a file `\(column).csv` beside this one"
            case .record:
                "`\(column)` has parts: give each a column of its own"
                    + (field.children.first.map { ", like `\(layout.fields[$0].path)`" } ?? "")
            default: "`\(column)` is part of a list: give it in a file of the list's own, beside this one"
            }
        return CohortError(message: "`\(file)` has the column `\(column)`, but \(advice)")
    }

    static func unknownColumn(_ column: String, in file: String, known: [String]) -> CohortError {
        let advice = nearestName(to: column, in: known).map { "did you mean `\($0)`?" }
            ?? "no field has that name; take it out, or see the field guide for those that there are"
        return CohortError(message: "unknown column `\(RawJSON.shortened(column))` in `\(file)`: \(advice)")
    }
}
