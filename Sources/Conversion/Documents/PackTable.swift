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

    /// ``matrix `sac` ``
    package var words: String {
        switch self {
        case .matrix(let matrix): "matrix `\(matrix.name)`"
        case .table(let table): "decision table `\(table.name)`"
        }
    }
}
