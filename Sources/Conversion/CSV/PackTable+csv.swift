import FieldDefinitions
import RulePacks

extension PackTable {
    /// The table as a CSV file, for programs.
    package var csv: String { CSVText(style: .plain).text(csvRows) }

    /// The same for spreadsheet programs: see `docs/convert.md`.
    package var spreadsheetCSV: String { CSVText(style: .spreadsheet).text(csvRows) }

    private var csvRows: [[String]] {
        let rows =
            switch self {
            case .matrix(let matrix): matrix.csvRows
            case .table(let table): table.csvRows
            }
        // Every line as wide as the widest: some programs refuse anything else.
        let width = rows.map(\.count).max() ?? 0
        return rows.map { $0 + Array(repeating: "", count: width - $0.count) }
    }

    /// - Parameter file: how errors name it.
    /// - Throws: what is wrong, with the line and the cell.
    package init(csv bytes: [UInt8], file: String) throws(ConversionError) {
        var reader = try CSVDocument(bytes, file: file)
        self = try reader.table()
    }
}

extension [LocalField] {
    /// `field, rough_sleeping, Sleeping rough, bool`
    var csvRows: [[String]] {
        map { field in
            var values = ""
            if case .enumeration(let names) = field.kind { values = names.map { WrittenValue(.string($0)).text }.joined(separator: ", ") }
            return ["field", field.name, field.title, field.kind.word, values, field.sensitivity == .ordinary ? "" : field.sensitivity.rawValue]
        }
    }
}
