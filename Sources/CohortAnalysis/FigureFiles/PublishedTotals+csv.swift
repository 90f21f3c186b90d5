import Cohorts
package import Evidence

extension PublishedTotals {
    private static let columns = ["measure", "unit", "before", "during", "printed_change", "printed_percent", "source"]

    /// Reads totals: CSV with the columns `measure,unit,before,during,printed_change,printed_percent,source`, where `unit` is `count` or
    /// `pounds` and what was not printed is left empty.
    ///
    /// - Parameter name: of the file, for messages.
    package init(csv bytes: [UInt8], name: String) throws(FigureFileError) {
        let file = try FigureFile(bytes, name: name, wanted: PublishedTotals.columns)
        var measures: [Measure] = []
        var sources: [String] = []
        for row in file.rows {
            let unitName = try file.filled(row, "unit")
            guard let unit = Unit(rawValue: unitName) else { throw file.fault(row, "the unit `\(unitName)` is none: write `count` or `pounds`") }
            let before = unit == .count ? try file.count(row, "before", from: 1) : try file.money(row, "before").value
            guard before > 0 else { throw file.fault(row, "there is no percentage of nothing: `before` must be over 0") }
            let source = try file.filled(row, "source")
            if !sources.contains(source) { sources.append(source) }
            measures.append(
                Measure(
                    name: try file.filled(row, "measure"), unit: unit, before: before,
                    during: unit == .count ? try file.count(row, "during") : try file.money(row, "during").value,
                    printedChange: try PublishedTotals.signed(file, row, "printed_change", places: unit == .count ? 0 : 2),
                    printedTenths: try PublishedTotals.signed(file, row, "printed_percent", places: 1)))
        }
        self.init(source: sources.joined(separator: "; "), measures: measures)
    }

    /// nil where the cell is empty.
    private static func signed(_ file: FigureFile, _ row: CSVTable.Row, _ column: String, places: Int) throws(FigureFileError) -> Int? {
        let text = file.text(row, column)
        if text.isEmpty { return nil }
        guard let value = FigureFile.scaled(text, places: places, signed: true) else {
            throw file.fault(row, "`\(text)` in `\(column)` is not a number\(places > 0 ? " of up to \(places) decimals" : ""), without commas")
        }
        return value
    }
}
