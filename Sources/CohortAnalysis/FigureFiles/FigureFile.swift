import Cohorts
import Evidence

/// A small CSV file of figures with named columns.
struct FigureFile {
    let name: String
    let rows: [CSVTable.Row]
    private let columns: [String: Int]

    /// - Parameters:
    ///   - wanted: the names of the columns, all of which must be there.
    ///   - optional: further names that may be there.
    init(_ bytes: [UInt8], name: String, wanted: [String], optional: [String] = []) throws(FigureFileError) {
        let table: CSVTable
        do { table = try CSVTable(bytes) } catch { throw FigureFileError(message: "\(name):\(error.line): \(error.message)") }
        guard let heading = table.rows.first, table.rows.count > 1 else {
            throw FigureFileError(message: "\(name): it has no figures: its first line names the columns `\(wanted.joined(separator: ","))`, and each line behind it is a figure")
        }
        for column in heading.cells where !wanted.contains(column) && !optional.contains(column) {
            throw FigureFileError(message: "\(name):\(heading.line): there is no column `\(column)`: the columns are `\((wanted + optional).joined(separator: ","))`")
        }
        for column in wanted where !heading.cells.contains(column) {
            throw FigureFileError(message: "\(name):\(heading.line): the column `\(column)` is missing: the columns are `\((wanted + optional).joined(separator: ","))`")
        }
        columns = Dictionary(zip(heading.cells, heading.cells.indices)) { first, _ in first }
        guard columns.count == heading.cells.count else { throw FigureFileError(message: "\(name):\(heading.line): a column stands there twice") }
        self.name = name
        rows = Array(table.rows.dropFirst())
        for row in rows where row.cells.count != heading.cells.count {
            throw FigureFileError(message: "\(name):\(row.line): the line has \(row.cells.count) values, and there are \(heading.cells.count) columns")
        }
    }

    /// Empty where the column is not there.
    func text(_ row: CSVTable.Row, _ column: String) -> String { columns[column].map { row.cells[$0] } ?? "" }

    func filled(_ row: CSVTable.Row, _ column: String) throws(FigureFileError) -> String {
        let text = text(row, column)
        if text.isEmpty { throw fault(row, "`\(column)` is empty") }
        return text
    }

    /// A whole number from `least` to a million million.
    func count(_ row: CSVTable.Row, _ column: String, from least: Int = 0) throws(FigureFileError) -> Int {
        let text = try filled(row, column)
        guard text.utf8.count <= 13, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(text), value >= least, value <= 1_000_000_000_000 else {
            throw fault(row, "`\(text)` in `\(column)` is not a whole number\(least > 0 ? " of \(least) or more" : "") without commas")
        }
        return value
    }

    /// Pounds with up to two decimals, such as `37648` or `61375191.50`.
    func money(_ row: CSVTable.Row, _ column: String, signed: Bool = false) throws(FigureFileError) -> Pence {
        let text = try filled(row, column)
        guard let value = FigureFile.scaled(text, places: 2, signed: signed) else {
            throw fault(row, "`\(text)` in `\(column)` is not an amount of pounds such as `37648` or `120.50`, without a sign for pounds and without commas")
        }
        return Pence(value)
    }

    /// Digits with up to `places` decimals as a whole number of the last place; nil for anything else and above a hundred thousand million.
    static func scaled(_ text: String, places: Int, signed: Bool) -> Int? {
        let isNegative = signed && text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), parts[0].utf8.count <= 11 else { return nil }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.utf8.count <= places, let value = Int(parts[0] + decimals + String(repeating: "0", count: places - decimals.utf8.count)) else { return nil }
        return isNegative ? -value : value
    }

    func fault(_ row: CSVTable.Row, _ what: String) -> FigureFileError { FigureFileError(message: "\(name):\(row.line): \(what)") }
}

/// Why a file of figures cannot be used: which file, which line, what is wrong.
package struct FigureFileError: Error, Sendable, Equatable {
    package let message: String
}
