/// A table that stands in a pack, a CSV file or a DMN file.
package enum PackTable: Hashable, Sendable {
    case matrix(MatrixDocument)
    case table(TableDocument)

    package var name: String {
        switch self {
        case .matrix(let matrix): matrix.name
        case .table(let table): table.name
        }
    }

    package var title: String {
        switch self {
        case .matrix(let matrix): matrix.title
        case .table(let table): table.title
        }
    }

    package var fields: [LocalField] {
        switch self {
        case .matrix(let matrix): matrix.fields
        case .table(let table): table.fields
        }
    }

    /// Whether a part of it is a function in Lua.
    var holdsLua: Bool {
        switch self {
        case .table(let table): table.inputs.contains { $0.reading.field == nil }
        case .matrix(let matrix): matrix.total != nil || matrix.rows.contains(where: \.holdsLua)
        }
    }

    /// ``matrix `sac` ``
    package var words: String {
        switch self {
        case .matrix(let matrix): "matrix `\(matrix.name)`"
        case .table(let table): "decision table `\(table.name)`"
        }
    }
}
